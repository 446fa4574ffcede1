import { ValidationError } from '@konzeptwerkstatt/kernel';

/** Every expected failure of this context. The client's catalogue has the sentences. */
export const REPORTING_ERROR_CODES = ['TOO_MANY_EXPORTS', 'TOO_MANY_REPORTS', 'UNKNOWN_ORGANISATION', 'UNKNOWN_SECTION'] as const;
export type ReportingErrorCode = (typeof REPORTING_ERROR_CODES)[number];

const messages: Readonly<Record<ReportingErrorCode, string>> = {
  TOO_MANY_EXPORTS: 'Es werden schon mehrere Dateien für Sie erstellt. Bitte warten Sie, bis eine fertig ist.',
  TOO_MANY_REPORTS: 'Es werden schon mehrere Berichte für Sie zusammengestellt. Bitte warten Sie, bis einer fertig ist.',
  UNKNOWN_ORGANISATION: 'Diese Organisation gibt es hier nicht.',
  UNKNOWN_SECTION: 'Diesen Abschnitt gibt es in diesem Konzept nicht.',
};

/** One failure that ends a command, at one place of the input. */
export function reportingError(code: ReportingErrorCode, path: readonly string[]): ValidationError {
  return new ValidationError([{ code, message: messages[code], path }]);
}
