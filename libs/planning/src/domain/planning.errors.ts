import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** Every expected failure of this context. The client's catalogue has the sentences under `error.<code>`. */
export const PLANNING_ERROR_CODES = [
  'TITLE_REQUIRED', 'TITLE_TOO_LONG', 'TEXT_TOO_LONG', 'TEXT_NOT_STORABLE', 'DATE_INVALID', 'STEP_KIND_INVALID', 'SUBJECT_REQUIRED',
  'UNKNOWN_ORGANISATION', 'UNKNOWN_PERSON', 'UNKNOWN_SECTION', 'ROLE_NOT_ASSIGNABLE', 'ROLE_ALREADY_ASSIGNED', 'LAST_STEERING_ROLE',
  'FIELD_REQUIRED', 'FIELD_TWICE', 'TOO_MANY_FIELDS', 'CONCEPT_BEGUN', 'ANCHOR_REQUIRED', 'DAY_INVALID', 'MONTH_INVALID', 'TEMPLATE_UNKNOWN', 'FILE_TOO_LARGE', 'FILE_UNREADABLE', 'FILE_TOO_NEW',
  'TIME_INVALID', 'TIME_SKIPPED', 'CLOSES_BEFORE_OPENING', 'PHASES_OVERLAP', 'PHASE_KIND_INVALID', 'TRACK_UNKNOWN', 'RULE_INVALID', 'BODY_KIND_INVALID', 'NAME_REQUIRED', 'STALE_VALUE',
  'GATHERING_KIND_INVALID', 'ENDS_BEFORE_START', 'GATHERING_TOO_LONG', 'TOO_MANY_TABLES', 'TABLE_NEEDED', 'TOO_MANY_ENTRIES', 'LANGUAGE_INVALID', 'PEOPLE_INVALID', 'GATHERING_OVER', 'RECORD_TOO_LONG', 'PHASE_UNKNOWN', 'ALREADY_MODERATOR',
] as const;
export type PlanningErrorCode = (typeof PLANNING_ERROR_CODES)[number];

const messages: Readonly<Record<PlanningErrorCode, string>> = {
  ALREADY_MODERATOR: 'Diese Person moderiert das Treffen schon.',
  PHASE_UNKNOWN: 'Diese Phase gibt es in diesem Prozess nicht mehr.',
  TITLE_REQUIRED: 'Bitte einen Titel eingeben.',
  TITLE_TOO_LONG: 'Der Titel darf höchstens 300 Zeichen haben.',
  TEXT_TOO_LONG: 'Der Text darf höchstens 2.000 Zeichen haben.',
  TEXT_NOT_STORABLE: 'Der Text enthält Zeichen, die nicht gespeichert werden können.',
  DATE_INVALID: 'Bitte ein Datum wie 2025-03-14, 2025-03, 2025-Q1, 2025 oder 2025/2027 angeben.',
  STEP_KIND_INVALID: 'Bitte eine Art des Schritts wählen.',
  SUBJECT_REQUIRED: 'Bitte entweder eine Organisation oder die E-Mail-Adresse einer Person angeben.',
  UNKNOWN_ORGANISATION: 'Diese Organisation gibt es hier nicht.',
  UNKNOWN_PERSON: 'Eine Person mit dieser E-Mail-Adresse gibt es hier nicht.',
  UNKNOWN_SECTION: 'Diesen Abschnitt gibt es in diesem Prozess nicht.',
  ROLE_NOT_ASSIGNABLE: 'Diese Rolle wird nicht in einem Prozess vergeben.',
  ROLE_ALREADY_ASSIGNED: 'Diese Rolle ist schon vergeben.',
  LAST_STEERING_ROLE: 'Die letzte steuernde Rolle kann nicht entzogen werden. Bitte zuerst eine andere vergeben.',
  FIELD_REQUIRED: 'Bitte mindestens ein Handlungsfeld angeben.',
  FIELD_TWICE: 'Dieses Handlungsfeld steht schon in der Liste. Bitte geben Sie ihm einen anderen Namen, oder nehmen Sie es heraus.',
  TOO_MANY_FIELDS: 'Mehr als 40 Handlungsfelder sind hier nicht möglich. Weitere können Sie später hinzufügen.',
  CONCEPT_BEGUN: 'Jemand anderes aus Ihrer Verwaltung hat das erste Konzept gerade angelegt.',
  ANCHOR_REQUIRED: 'Bitte entweder den Tag des Beschlusses oder den Monat angeben, in dem Sie beginnen.',
  DAY_INVALID: 'Bitte einen Tag wie 2027-06-30 angeben.',
  MONTH_INVALID: 'Bitte einen Monat wie 2026-09 angeben.',
  TEMPLATE_UNKNOWN: 'Diese Vorlage gibt es nicht mehr.',
  FILE_TOO_LARGE: 'Die Datei ist zu groß. Ein geplanter Prozess hat höchstens 500 Kilobyte.',
  FILE_UNREADABLE: 'Das ist keine Datei mit einem geplanten Prozess.',
  FILE_TOO_NEW: 'Diese Datei kommt aus einer neueren Fassung der Konzeptwerkstatt.',
  TIME_INVALID: 'Bitte Tag und Uhrzeit angeben.',
  TIME_SKIPPED: 'Diese Uhrzeit gibt es an dem Tag nicht: Die Uhr wird vorgestellt.',
  CLOSES_BEFORE_OPENING: 'Eine Phase kann erst enden, nachdem sie begonnen hat.',
  PHASE_KIND_INVALID: 'Bitte eine Art der Phase wählen.',
  BODY_KIND_INVALID: 'Bitte eine Art des Gremiums wählen.',
  NAME_REQUIRED: 'Bitte einen Namen eingeben.',
  TRACK_UNKNOWN: 'Diese Strecke gibt es nicht mehr.',
  RULE_INVALID: 'Bitte neu wählen, wer was darf.',
  STALE_VALUE: 'Jemand anderes hat das inzwischen geändert.',
  GATHERING_KIND_INVALID: 'Bitte wählen Sie, was für ein Treffen es ist.',
  ENDS_BEFORE_START: 'Ein Treffen kann erst enden, nachdem es begonnen hat.',
  GATHERING_TOO_LONG: 'Ein Treffen dauert höchstens sieben Tage.',
  TOO_MANY_TABLES: 'Mehr als 30 Tische sind hier nicht möglich.',
  TABLE_NEEDED: 'Damit Gäste mitschreiben können, braucht es mindestens einen Tisch.',
  TOO_MANY_ENTRIES: 'Mehr als 60 Punkte sind hier nicht möglich.',
  LANGUAGE_INVALID: 'Diese Sprache ist nicht bekannt.',
  PEOPLE_INVALID: 'Bitte geben Sie eine Zahl zwischen 0 und 10.000 an.',
  GATHERING_OVER: 'Dieses Treffen ist schon zu Ende.',
  RECORD_TOO_LONG: 'Der Text darf höchstens 50.000 Zeichen haben.',
  PHASES_OVERLAP: 'In dieser Zeit läuft schon eine Phase, neben der keine andere laufen soll.',
};

/** One failure at one place of the input, with its German sentence. */
export function planningProblem(code: PlanningErrorCode, path: readonly string[]): UserErrorDetail {
  return { code, message: messages[code], path };
}

/** Throws when there is any problem; the form shows all of them at once. */
export function throwProblems(problems: readonly UserErrorDetail[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}
