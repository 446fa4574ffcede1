import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** Every expected failure of this context. The client's catalogue has the sentences under `error.<code>`. */
export const CONCEPT_ERROR_CODES = [
  'TITLE_REQUIRED', 'TITLE_TOO_LONG', 'TEXT_NOT_STORABLE', 'TEXT_TOO_LONG', 'STALE_VALUE', 'EDITION_FROZEN', 'BLOCK_GONE', 'WORDS_GONE',
  'UNKNOWN_ORGANISATION', 'UNKNOWN_INDICATOR', 'UNKNOWN_GOAL', 'PERIOD_INVALID', 'PERIOD_ENDS_BEFORE_START', 'AMOUNT_INVALID', 'DAY_INVALID',
  'VALUE_NOT_ALLOWED', 'YEAR_INVALID', 'NAME_REQUIRED', 'NAME_TOO_LONG', 'VERSIONS_FULL',
  'FILE_GONE', 'NOT_ADOPTED', 'REASON_REQUIRED', 'NOTHING_TO_APPLY', 'IMPORT_NOT_READY', 'PICTURE_BROKEN', 'PICTURE_TOO_WIDE',
  'SECTION_TOO_LONG', 'TOO_MANY_SECTIONS', 'CHANGED_SINCE_IMPORT', 'CONTENT_INVALID', 'BLOCK_THERE', 'LIST_CHANGED_SINCE', 'SECTION_FULL', 'SECTION_TITLE_TAKEN',
] as const;
export type ConceptErrorCode = (typeof CONCEPT_ERROR_CODES)[number];

const messages: Readonly<Record<ConceptErrorCode, string>> = {
  TITLE_REQUIRED: 'Bitte einen Titel eingeben.',
  TITLE_TOO_LONG: 'Der Titel darf höchstens 300 Zeichen haben.',
  TEXT_NOT_STORABLE: 'Der Text enthält Zeichen, die nicht gespeichert werden können.',
  TEXT_TOO_LONG: 'Der Text ist zu lang.',
  STALE_VALUE: 'Diese Angabe wurde inzwischen geändert.',
  EDITION_FROZEN: 'Diese Fassung ist beschlossen und kann nicht mehr geändert werden.',
  WORDS_GONE: 'Diese Worte stehen nicht mehr so im Text. Bitte sehen Sie sich die Stelle an.',
  BLOCK_GONE: 'Diese Stelle steht nicht mehr im Text.',
  UNKNOWN_ORGANISATION: 'Diese Organisation gibt es hier nicht.',
  UNKNOWN_INDICATOR: 'Diesen Indikator gibt es hier nicht.',
  UNKNOWN_GOAL: 'Dieses Ziel gibt es in diesem Abschnitt nicht.',
  PERIOD_INVALID: 'Bitte den Zeitraum als Jahr, Quartal oder Monat angeben.',
  PERIOD_ENDS_BEFORE_START: 'Das Ende liegt vor dem Anfang.',
  DAY_INVALID: 'Bitte einen Tag angeben, zum Beispiel 31.12.2027.',
  AMOUNT_INVALID: 'Bitte eine Zahl ohne Vorzeichen mit höchstens zwei Nachkommastellen angeben.',
  VALUE_NOT_ALLOWED: 'Dieser Wert ist hier nicht möglich.',
  YEAR_INVALID: 'Bitte ein Jahr zwischen 1900 und 2199 angeben.',
  NAME_REQUIRED: 'Bitte einen Namen eingeben.',
  NAME_TOO_LONG: 'Der Name darf höchstens 120 Zeichen haben.',
  FILE_GONE: 'Diese Datei gibt es nicht mehr. Bitte wählen Sie sie noch einmal aus.',
  NOT_ADOPTED: 'Diese Fassung ist noch nicht beschlossen.',
  REASON_REQUIRED: 'Bitte sagen, warum die Berichtigung nötig ist.',
  NOTHING_TO_APPLY: 'In dieser Datei ist nichts, was übernommen werden kann.',
  IMPORT_NOT_READY: 'Diese Datei wird gerade verarbeitet oder ist schon übernommen.',
  PICTURE_BROKEN: 'Dieses Bild lässt sich nicht öffnen. Bitte speichern Sie es neu als PNG oder JPEG und versuchen Sie es noch einmal.',
  PICTURE_TOO_WIDE: 'Dieses Bild hat zu viele Bildpunkte. Bitte verkleinern Sie es und versuchen Sie es noch einmal.',
  SECTION_TOO_LONG: 'Dieser Abschnitt ist zu lang. Bitte lassen Sie den Text an einer tieferen Überschrift teilen.',
  TOO_MANY_SECTIONS: 'So viele Abschnitte auf einmal gehen nicht. Bitte lassen Sie den Text an einer höheren Überschrift teilen.',
  CHANGED_SINCE_IMPORT: 'An diesem Abschnitt wurde inzwischen weitergearbeitet.',
  LIST_CHANGED_SINCE: 'Einige dieser Maßnahmen wurden inzwischen geändert; deshalb ist nichts zurückgenommen.',
  SECTION_FULL: 'Dieser Abschnitt ist so groß geworden, dass er nichts mehr aufnehmen kann. Bitte schreiben Sie in einem weiteren Abschnitt weiter.',
  SECTION_TITLE_TAKEN: 'Einen Abschnitt mit diesem Titel gibt es in diesem Konzept schon. Bitte wählen Sie einen anderen.',
  CONTENT_INVALID: 'Dieser Inhalt lässt sich nicht in den Text setzen.',
  BLOCK_THERE: 'Diese Stelle steht schon wieder im Text.',
  VERSIONS_FULL: 'Zu diesem Abschnitt sind schon so viele Fassungen festgehalten, wie möglich sind.',
};

/** One failure at one place of the input, with its German sentence. */
export function conceptProblem(code: ConceptErrorCode, path: readonly string[], params?: UserErrorDetail['params']): UserErrorDetail {
  return { code, message: messages[code], path, ...(params === undefined ? {} : { params }) };
}

/** The same as an exception, for the one failure that ends a command. */
export function conceptError(code: ConceptErrorCode, path: readonly string[], params?: UserErrorDetail['params']): ValidationError {
  return new ValidationError([conceptProblem(code, path, params)]);
}

/** Throws when there is any problem; the form shows all of them at once. */
export function throwProblems(problems: readonly UserErrorDetail[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}
