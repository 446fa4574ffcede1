import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** Every expected failure of this context. The client's catalogue has the sentences under `participation.error.<code>`. */
export const PARTICIPATION_ERROR_CODES = [
  'TEXT_REQUIRED', 'TEXT_TOO_LONG', 'TEXT_NOT_STORABLE', 'TITLE_REQUIRED', 'TITLE_TOO_LONG', 'LANGUAGE_INVALID', 'DATE_INVALID', 'WORDS_GONE', 'UNKNOWN_SECTION', 'UNKNOWN_OBJECT',
  'SENDER_REQUIRED', 'UNKNOWN_ORGANISATION', 'NOT_WITHDRAWABLE', 'NOT_HELD', 'ONE_PLACE_ONLY', 'REASONS_REQUIRED', 'STALE_VALUE',
  'NO_DRAFT', 'NOT_OPEN', 'PARTS_REQUIRED', 'SEVERAL_REQUIRED', 'ONE_CONCEPT_ONLY', 'TOO_MANY', 'TOO_MANY_FILES', 'FILE_GONE', 'PICTURE_BROKEN', 'PICTURE_TOO_WIDE',
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
  TOO_MANY_FILES: 'Bitte hängen Sie höchstens fünf Dateien an.',
  FILE_GONE: 'Eine der Dateien gibt es nicht mehr. Bitte wählen Sie sie noch einmal aus.',
  PICTURE_BROKEN: 'Dieses Bild lässt sich nicht öffnen. Bitte speichern Sie es neu als PNG oder JPEG.',
  PICTURE_TOO_WIDE: 'Dieses Bild hat zu viele Bildpunkte. Bitte verkleinern Sie es.',
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
