import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** Every expected failure of this context. The client's catalogue has the sentences under `error.<code>`. */
export const DECISION_ERROR_CODES = [
  'BODY_REQUIRED', 'TEXT_TOO_LONG', 'TEXT_NOT_STORABLE', 'DATE_INVALID', 'DATE_IN_FUTURE', 'CONSULTATION_AFTER_RESOLUTION', 'TOO_MANY_CONSULTATIONS', 'VOTES_INVALID',
  'URL_INVALID', 'RESULT_CANNOT_ADOPT', 'FILE_GONE', 'PAPER_KEPT', 'ALREADY_ADOPTED', 'EDITION_EMPTY',
] as const;
export type DecisionErrorCode = (typeof DECISION_ERROR_CODES)[number];

const messages: Readonly<Record<DecisionErrorCode, string>> = {
  BODY_REQUIRED: 'Bitte das Gremium angeben.',
  TEXT_TOO_LONG: 'Das ist zu lang.',
  TEXT_NOT_STORABLE: 'Der Text enthält Zeichen, die nicht gespeichert werden können.',
  DATE_INVALID: 'Bitte einen Tag wie 14.03.2026 angeben.',
  DATE_IN_FUTURE: 'Dieser Tag liegt in der Zukunft. Bitte tragen Sie den Beschluss ein, wenn er gefasst ist.',
  CONSULTATION_AFTER_RESOLUTION: 'Diese Beratung läge nach dem Beschluss.',
  TOO_MANY_CONSULTATIONS: 'Mehr als 30 Beratungen sind hier nicht möglich.',
  VOTES_INVALID: 'Bitte eine Zahl zwischen 0 und 100.000 angeben.',
  URL_INVALID: 'Bitte eine Adresse angeben, die mit https:// beginnt.',
  RESULT_CANNOT_ADOPT: 'Mit diesem Ergebnis wird das Konzept nicht beschlossen.',
  FILE_GONE: 'Diese Datei gibt es nicht mehr. Bitte wählen Sie sie noch einmal aus.',
  PAPER_KEPT: 'Zu diesem Beschluss ist schon eine unterschriebene Datei da; sie bleibt.',
  ALREADY_ADOPTED: 'Zu dieser Fassung ist schon ein Beschluss eingetragen, mit dem sie beschlossen ist.',
  EDITION_EMPTY: 'In dieser Fassung steht noch kein Abschnitt, der beschlossen werden könnte.',
};

/** One failure at one place of the input, with its German sentence. */
export function decisionProblem(code: DecisionErrorCode, path: readonly string[]): UserErrorDetail {
  return { code, message: messages[code], path };
}

/** The same as an exception, for the one failure that ends a command. */
export function decisionError(code: DecisionErrorCode, path: readonly string[]): ValidationError {
  return new ValidationError([decisionProblem(code, path)]);
}

/** Throws when there is any problem; the form shows all of them at once. */
export function throwProblems(problems: readonly UserErrorDetail[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}
