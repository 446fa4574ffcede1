import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** Every expected failure of this context. The client's catalogue has the sentences under `participation.error.<code>`. */
export const PARTICIPATION_ERROR_CODES = [
  'TEXT_REQUIRED', 'TEXT_TOO_LONG', 'TEXT_NOT_STORABLE', 'TITLE_REQUIRED', 'TITLE_TOO_LONG', 'LANGUAGE_INVALID', 'DATE_INVALID', 'WORDS_GONE', 'UNKNOWN_SECTION', 'UNKNOWN_OBJECT',
  'SENDER_REQUIRED', 'UNKNOWN_ORGANISATION', 'NOT_WITHDRAWABLE', 'NOT_HELD', 'ONE_PLACE_ONLY', 'REASONS_REQUIRED', 'STALE_VALUE',
  'NO_DRAFT', 'NOT_OPEN', 'PARTS_REQUIRED', 'SEVERAL_REQUIRED', 'ONE_CONCEPT_ONLY', 'TOO_MANY', 'TOO_MANY_FILES', 'FILE_GONE', 'RATING_INVALID', 'RATING_REQUIRED', 'COMMENT_TOO_LONG', 'ASSESSMENT_CLOSED', 'PICTURE_BROKEN', 'PICTURE_TOO_WIDE',
  'UNKNOWN_QUESTION', 'ANSWER_TOO_LONG', 'VALUE_INVALID', 'ANSWER_REQUIRED', 'REASON_REQUIRED', 'LINE_OPEN', 'TOO_MANY_LINES', 'DEADLINE_PASSED', 'INQUIRY_CLOSED', 'NOT_HANDED_IN', 'ALREADY_RELEASED', 'NOTHING_TO_ASK',
  'RECIPIENTS_REQUIRED', 'MEASURES_REQUIRED', 'INQUIRY_TITLE_REQUIRED', 'DEADLINE_INVALID', 'REMIND_DAYS_INVALID', 'REPEAT_INVALID', 'OWN_QUESTION_INVALID', 'LINK_UNKNOWN', 'EMAIL_INVALID', 'NO_DEPUTY', 'SHEET_UNREADABLE', 'SHEET_FOREIGN',
  'CARD_TOO_LONG', 'GUEST_BLOCKED', 'GATHERING_OVER', 'GATHERING_NOT_OPEN', 'REASON_TOO_LONG', 'TABLE_GONE', 'WAY_INVALID', 'HANDLED_BY_OFFICE',
  'CONSENT_DAYS_INVALID', 'CONSENT_OFF', 'PROPOSE_FIRST', 'PROPOSAL_OPEN', 'OBJECTED', 'NOT_OBJECTED', 'NOT_PROPOSED', 'ALREADY_PROPOSED', 'PROPOSAL_OVER', 'ALREADY_REACTED',
  'SHORT_VERSION_TOO_LONG', 'LINK_TITLE_REQUIRED', 'LINK_TITLE_TOO_LONG', 'SECTIONS_REQUIRED', 'LINK_END_INVALID', 'SENDER_TOO_LONG', 'SENDER_KEY_INVALID', 'LINK_KIND_INVALID',
  'MENTION_UNKNOWN', 'TOO_MANY_MENTIONS',
] as const;
export type ParticipationErrorCode = (typeof PARTICIPATION_ERROR_CODES)[number];

const messages: Readonly<Record<ParticipationErrorCode, string>> = {
  TEXT_REQUIRED: 'Bitte schreiben Sie etwas.',
  TEXT_TOO_LONG: 'Dieser Text ist zu lang. Bitte höchstens 20.000 Zeichen.',
  TEXT_NOT_STORABLE: 'Der Text enthält Zeichen, die nicht gespeichert werden können.',
  TITLE_REQUIRED: 'Bitte geben Sie der Maßnahme einen Titel.',
  TITLE_TOO_LONG: 'Der Titel darf höchstens 300 Zeichen haben.',
  LANGUAGE_INVALID: 'Diese Sprache ist nicht bekannt.',
  DATE_INVALID: 'Dieses Datum gibt es nicht.',
  WORDS_GONE: 'Diese Worte stehen nicht mehr im Text. Bitte markieren Sie die Stelle neu.',
  UNKNOWN_SECTION: 'Diesen Abschnitt gibt es in diesem Konzept nicht.',
  UNKNOWN_OBJECT: 'Dieses Ziel oder diese Maßnahme gibt es nicht mehr.',
  SENDER_REQUIRED: 'Bitte geben Sie an, von wem die Rückmeldung kommt.',
  UNKNOWN_ORGANISATION: 'Diese Organisation gibt es hier nicht.',
  NOT_WITHDRAWABLE: 'Diese Rückmeldung ist schon beantwortet oder zurückgenommen.',
  NOT_HELD: 'Diese Rückmeldung wartet nicht mehr auf eine Freigabe.',
  REASONS_REQUIRED: 'Wer „nicht“ oder „teilweise“ hört, soll erfahren, warum. Bitte nennen Sie Gründe.',
  STALE_VALUE: 'Jemand anderes hat diese Antwort inzwischen geändert.',
  NO_DRAFT: 'Zu einer der gewählten Rückmeldungen gibt es noch keinen Entwurf einer Antwort.',
  NOT_OPEN: 'Eine der gewählten Rückmeldungen ist nicht mehr offen.',
  PARTS_REQUIRED: 'Bitte teilen Sie in 2 bis 20 Teile.',
  SEVERAL_REQUIRED: 'Bitte wählen Sie mindestens zwei Rückmeldungen.',
  ONE_CONCEPT_ONLY: 'Bitte wählen Sie nur Rückmeldungen zu einem Konzept.',
  TOO_MANY: 'Bitte wählen Sie höchstens 100 Rückmeldungen auf einmal.',
  RATING_INVALID: 'Bitte wählen Sie eine der vier Stufen.',
  RATING_REQUIRED: 'Bitte schätzen Sie mindestens einen Punkt ein.',
  COMMENT_TOO_LONG: 'Ein Kommentar darf höchstens 2.000 Zeichen haben.',
  ASSESSMENT_CLOSED: 'Sie haben Ihre Einschätzung schon abgegeben.',
  TOO_MANY_FILES: 'Bitte hängen Sie höchstens fünf Dateien an.',
  FILE_GONE: 'Eine der Dateien gibt es nicht mehr. Bitte wählen Sie sie noch einmal aus.',
  PICTURE_BROKEN: 'Dieses Bild lässt sich nicht öffnen. Bitte speichern Sie es neu als PNG oder JPEG.',
  PICTURE_TOO_WIDE: 'Dieses Bild hat zu viele Bildpunkte. Bitte verkleinern Sie es.',
  UNKNOWN_QUESTION: 'Diese Frage gehört nicht zu dieser Abfrage.',
  ANSWER_TOO_LONG: 'Diese Antwort ist zu lang. Bitte höchstens 5.000 Zeichen.',
  VALUE_INVALID: 'Diese Antwort passt nicht zur Frage.',
  ANSWER_REQUIRED: 'Hier fehlt noch eine Antwort.',
  REASON_REQUIRED: 'Bitte nennen Sie hier einen Grund.',
  LINE_OPEN: 'Bitte sagen Sie, ob sich hier etwas geändert hat.',
  TOO_MANY_LINES: 'Bitte höchstens 300 Einträge.',
  DEADLINE_PASSED: 'Die Frist ist vorbei. Ihre Antworten sind als Entwurf gespeichert; bitten Sie das Amt um mehr Zeit.',
  INQUIRY_CLOSED: 'Diese Abfrage ist beendet.',
  NOT_HANDED_IN: 'Hier ist noch nichts abgegeben.',
  ALREADY_RELEASED: 'Das ist schon freigegeben.',
  RECIPIENTS_REQUIRED: 'Bitte wählen Sie mindestens eine Organisation.',
  MEASURES_REQUIRED: 'Bitte wählen Sie mindestens eine Maßnahme.',
  INQUIRY_TITLE_REQUIRED: 'Bitte geben Sie der Abfrage einen Titel.',
  DEADLINE_INVALID: 'Die Frist muss in der Zukunft liegen.',
  REMIND_DAYS_INVALID: 'Bitte 1 bis 60 Tage.',
  NOTHING_TO_ASK: 'Alle, die vorgeschlagen sind, sind schon gefragt oder haben geantwortet.',
  REPEAT_INVALID: 'Nur ein Jahresstand kann jedes oder jedes zweite Jahr wiederholt werden.',
  OWN_QUESTION_INVALID: 'Bitte geben Sie jeder eigenen Frage Worte, die keine andere Frage hat, und einer Auswahl mindestens zwei verschiedene Antworten.',
  LINK_UNKNOWN: 'Dieser Link gilt nicht mehr.',
  EMAIL_INVALID: 'Das ist keine E-Mail-Adresse.',
  NO_DEPUTY: 'Für Ihre Organisation ist keine Vertretung mit E-Mail-Adresse eingetragen.',
  SHEET_UNREADABLE: 'Diese Datei lässt sich nicht lesen. Bitte nehmen Sie die Excel-Datei, die Sie hier heruntergeladen haben.',
  SHEET_FOREIGN: 'Diese Datei gehört zu einer anderen Abfrage.',
  CARD_TOO_LONG: 'Eine Karte hat höchstens 2.000 Zeichen.',
  GUEST_BLOCKED: 'Die Moderation hat Sie gesperrt. Was Sie geschrieben haben, bleibt auf Ihrem Gerät.',
  GATHERING_OVER: 'Dieses Treffen ist zu Ende. Was Sie geschrieben haben, bleibt auf Ihrem Gerät.',
  GATHERING_NOT_OPEN: 'Dieses Treffen hat noch nicht begonnen.',
  REASON_TOO_LONG: 'Der Grund darf höchstens 500 Zeichen haben.',
  TABLE_GONE: 'Diesen Tisch gibt es nicht mehr.',
  WAY_INVALID: 'Bitte sagen Sie, wie der Beitrag kam: auf Papier oder am Telefon.',
  HANDLED_BY_OFFICE: 'Eine dieser Karten wird schon im Amt bearbeitet. Was dort gebündelt oder beantwortet wird, ändert nur das Amt.',
  CONSENT_DAYS_INVALID: 'Bitte 1 bis 60 Tage.',
  CONSENT_OFF: 'In diesem Prozess werden Antworten nicht vorgeschlagen, sondern gleich veröffentlicht.',
  PROPOSE_FIRST: 'In diesem Prozess wird eine Antwort zuerst vorgeschlagen.',
  PROPOSAL_OPEN: 'Die Frist für Einsprüche läuft noch.',
  OBJECTED: 'Gegen diese Antwort gibt es einen Einspruch.',
  NOT_OBJECTED: 'Gegen diese Antwort gibt es keinen Einspruch.',
  NOT_PROPOSED: 'Diese Antwort ist nicht mehr vorgeschlagen. Bitte sehen Sie sie neu an.',
  ALREADY_PROPOSED: 'Diese Antworten sind schon vorgeschlagen oder veröffentlicht.',
  PROPOSAL_OVER: 'Die Frist ist vorbei. Ohne Einspruch gilt der Vorschlag als angenommen.',
  ALREADY_REACTED: 'Aus Ihrer Organisation hat inzwischen jemand geantwortet.',
  SHORT_VERSION_TOO_LONG: 'Eine Kurzfassung hat höchstens 120 Wörter.',
  LINK_TITLE_REQUIRED: 'Bitte schreiben Sie, für wen der Link ist.',
  LINK_TITLE_TOO_LONG: 'Dafür sind höchstens 120 Zeichen Platz.',
  SECTIONS_REQUIRED: 'Bitte wählen Sie mindestens ein Handlungsfeld.',
  LINK_END_INVALID: 'Bitte wählen Sie einen letzten Tag, der in der Zukunft liegt und höchstens ein Jahr entfernt ist.',
  SENDER_TOO_LONG: 'Der Name darf höchstens 120 Zeichen haben.',
  SENDER_KEY_INVALID: 'Dieser Schlüssel ist keiner. Bitte öffnen Sie den Link noch einmal.',
  LINK_KIND_INVALID: 'Über diesen Link kann man fragen, zustimmen, widersprechen und vorschlagen.',
  MENTION_UNKNOWN: 'Jemand, den Sie erwähnen, ist hier nicht mehr bekannt. Bitte wählen Sie den Namen noch einmal aus.',
  TOO_MANY_MENTIONS: 'Bitte erwähnen Sie höchstens 20 Personen und Organisationen.',
  ONE_PLACE_ONLY: 'Bitte nennen Sie entweder eine Textstelle, ein Ziel oder eine Maßnahme.',
};

/** One failure at one place of the input, with its German sentence. */
export function participationProblem(code: ParticipationErrorCode, path: readonly string[]): UserErrorDetail {
  return { code, message: messages[code], path };
}

/** One failure that ends a command. */
export const participationError = (code: ParticipationErrorCode, path: readonly string[]): ValidationError => new ValidationError([participationProblem(code, path)]);

/** Throws when there is any problem; the form shows all of them at once. */
export function throwProblems(problems: readonly UserErrorDetail[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}
