import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** Every expected failure of this context. The client's catalogue has the sentences under `error.<code>`. */
export const MONITORING_ERROR_CODES = [
  'KEY_INVALID', 'KEY_TAKEN', 'NAME_REQUIRED', 'NAME_TOO_LONG', 'UNIT_REQUIRED', 'DECIMALS_INVALID', 'TEXT_TOO_LONG', 'TEXT_NOT_STORABLE',
  'VALUE_OR_REASON_REQUIRED', 'VALUE_INVALID', 'PERIOD_INVALID', 'PERIOD_ENDS_BEFORE_START', 'PERIOD_NOT_OVER', 'STATUS_INVALID', 'UNKNOWN_REGION', 'REGION_REQUIRED', 'UNKNOWN_OBSERVATION',
  'OBSERVATION_EXISTS', 'OBSERVATION_SUPERSEDED', 'VALUE_OUT_OF_RANGE', 'BREAKDOWN_INVALID', 'BREAKDOWN_TWICE', 'DATE_INVALID', 'NUMBER_INVALID', 'YEAR_INVALID', 'CORRIDOR_REQUIRED',
  'CORRIDOR_REVERSED', 'BASELINE_INCOMPLETE', 'TARGET_INCOMPLETE', 'TARGET_NEEDS_DIRECTION', 'TARGET_BEFORE_BASELINE', 'TARGET_AGAINST_DIRECTION', 'UNKNOWN_ORGANISATION', 'UNIT_IN_USE',
  'FILE_GONE', 'IMPORT_NOT_READY', 'NOTHING_TO_APPLY', 'VALUES_REFUSED', 'PLAN_CHANGED', 'READING_INVALID', 'TOO_MANY_VALUES', 'VALUES_CHANGED_SINCE', 'STALE_VALUE', 'THRESHOLD_INVALID', 'TOO_SENSITIVE', 'LICENCE_NOT_OPEN',
  'SHARE_INCOMPLETE', 'COUNT_EXPECTED', 'HAS_VALUES', 'STILL_RELEASED', 'IS_COUNT', 'IS_LINKED', 'STANDS_IN_TEXT',
] as const;
export type MonitoringErrorCode = (typeof MONITORING_ERROR_CODES)[number];

const messages: Readonly<Record<MonitoringErrorCode, string>> = {
  KEY_INVALID: 'Der Schlüssel besteht aus Kleinbuchstaben, Ziffern und Unterstrichen und beginnt mit einem Buchstaben.',
  KEY_TAKEN: 'Diesen Schlüssel hat schon ein anderer Indikator.',
  NAME_REQUIRED: 'Bitte einen Namen eingeben.',
  NAME_TOO_LONG: 'Der Name darf höchstens 300 Zeichen haben.',
  UNIT_REQUIRED: 'Bitte eine Einheit angeben.',
  DECIMALS_INVALID: 'Es sind 0 bis 6 Nachkommastellen möglich.',
  TEXT_TOO_LONG: 'Der Text darf höchstens 2.000 Zeichen haben.',
  TEXT_NOT_STORABLE: 'Der Text enthält Zeichen, die nicht gespeichert werden können.',
  VALUE_OR_REASON_REQUIRED: 'Bitte entweder einen Wert eingeben oder den Grund, warum es keinen gibt.',
  VALUE_INVALID: 'Bitte eine Zahl mit der Zahl der Nachkommastellen dieses Indikators angeben.',
  PERIOD_INVALID: 'Bitte den Zeitraum als Jahr, Quartal, Monat, Tag oder von/bis angeben.',
  PERIOD_ENDS_BEFORE_START: 'Das Ende liegt vor dem Anfang.',
  PERIOD_NOT_OVER: 'Dieser Zeitraum ist noch nicht zu Ende. Bitte den Wert als vorläufig oder geschätzt eintragen, oder den Tag angeben, für den gezählt wurde.',
  STATUS_INVALID: 'Diesen Stand eines Wertes gibt es nicht.',
  UNKNOWN_REGION: 'Dieses Gebiet gibt es nicht.',
  REGION_REQUIRED: 'Für diese Kommune ist noch kein Gebiet angelegt. Bitte ein Gebiet wählen.',
  UNKNOWN_OBSERVATION: 'Diesen Wert gibt es bei diesem Indikator nicht.',
  OBSERVATION_EXISTS: 'Für dieses Gebiet und diesen Zeitraum gibt es schon einen Wert. Bitte den vorhandenen Wert berichtigen.',
  OBSERVATION_SUPERSEDED: 'Dieser Wert wurde inzwischen schon berichtigt.',
  VALUE_OUT_OF_RANGE: 'Diesen Wert kann es in dieser Einheit nicht geben: Anteile liegen zwischen 0 und 100 Prozent, Personen werden ab 0 gezählt.',
  BREAKDOWN_INVALID: 'Bitte angeben, für wen der Wert gilt: 1 bis 100 Zeichen, ohne = und ;.',
  BREAKDOWN_TWICE: 'Jede Gliederung kann nur einmal vorkommen.',
  DATE_INVALID: 'Diesen Tag gibt es nicht, oder er liegt in der Zukunft.',
  NUMBER_INVALID: 'Bitte eine Zahl angeben.',
  YEAR_INVALID: 'Bitte ein Jahr zwischen 1900 und 2100 angeben.',
  CORRIDOR_REQUIRED: 'Ein Rahmen braucht eine untere und eine obere Grenze.',
  CORRIDOR_REVERSED: 'Die obere Grenze muss über der unteren liegen.',
  BASELINE_INCOMPLETE: 'Zum Ausgangswert gehört ein Jahr.',
  TARGET_INCOMPLETE: 'Zum Zielwert gehört ein Jahr.',
  TARGET_NEEDS_DIRECTION: 'Was nur beschreibt, hat kein Ziel. Bitte zuerst eine Richtung wählen.',
  TARGET_BEFORE_BASELINE: 'Das Zieljahr muss nach dem Ausgangsjahr liegen.',
  TARGET_AGAINST_DIRECTION: 'Der Zielwert liegt in der anderen Richtung als gewünscht.',
  UNKNOWN_ORGANISATION: 'Diese Organisation gibt es hier nicht.',
  UNIT_IN_USE: 'Es gibt schon Werte in der bisherigen Einheit. Bitte einen neuen Indikator anlegen.',
  STALE_VALUE: 'Jemand anderes hat das inzwischen geändert.',
  THRESHOLD_INVALID: 'Die Grenze liegt zwischen 3 und 100.',
  FILE_GONE: 'Diese Datei ist nicht mehr da. Bitte wählen Sie sie noch einmal aus.',
  IMPORT_NOT_READY: 'Diese Datei wartet nicht mehr auf eine Entscheidung.',
  NOTHING_TO_APPLY: 'In dieser Datei ist nichts Neues.',
  VALUES_REFUSED: 'Solange eine Zeile einen Fehler hat, wird nichts übernommen.',
  PLAN_CHANGED: 'Inzwischen hat sich etwas geändert. Bitte sehen Sie noch einmal nach, was aus den Werten wird.',
  READING_INVALID: 'Diese Zeilen oder Spalten gibt es in der Datei nicht.',
  TOO_MANY_VALUES: 'Diese Datei enthält mehr als 50.000 Werte. Bitte teilen Sie sie auf.',
  VALUES_CHANGED_SINCE: 'Jemand hat inzwischen Werte aus dieser Datei berichtigt. Deshalb wird nichts zurückgenommen.',
  TOO_SENSITIVE: 'Besonders geschützte Zahlen werden nicht veröffentlicht.',
  LICENCE_NOT_OPEN: 'Für alle freigegebene Zahlen brauchen eine offene Lizenz, zum Beispiel dl-de/by-2-0.',
  SHARE_INCOMPLETE: 'Zum Nachrechnen gehören beide Zahlen: was gezählt wird und worauf es sich bezieht.',
  COUNT_EXPECTED: 'Bitte einen anderen Indikator dieser Kommune wählen, der zählt und selbst kein Anteil ist.',
  HAS_VALUES: 'Zu diesem Indikator gibt es Werte, oder es gab welche. Deshalb bleibt er.',
  STILL_RELEASED: 'Dieser Indikator ist für alle freigegeben. Bitte zuerst die Veröffentlichung zurückziehen.',
  IS_COUNT: 'Aus diesem Indikator werden Anteile nachgerechnet. Bitte zuerst dort einen anderen wählen.',
  IS_LINKED: 'Dieser Indikator ist mit Zielen oder Maßnahmen verknüpft. Bitte ihn zuerst dort herausnehmen.',
  STANDS_IN_TEXT: 'Dieser Indikator steht in einem Text. Bitte ihn zuerst dort herausnehmen.',
};

/** One failure at one place of the input, with its German sentence. */
export function monitoringProblem(code: MonitoringErrorCode, path: readonly string[], params?: UserErrorDetail['params']): UserErrorDetail {
  return { code, message: messages[code], path, ...(params === undefined ? {} : { params }) };
}

/** The same as an exception, for the one failure that ends a command. */
export function monitoringError(code: MonitoringErrorCode, path: readonly string[]): ValidationError {
  return new ValidationError([monitoringProblem(code, path)]);
}

/** Throws when there is any problem; the form shows all of them at once. */
export function throwProblems(problems: readonly UserErrorDetail[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}
