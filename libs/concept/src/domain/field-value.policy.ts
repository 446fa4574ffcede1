import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { checkField } from '@konzeptwerkstatt/document-model';
import type { FieldOwner, FieldProblemCode } from '@konzeptwerkstatt/document-model';
import { conceptProblem } from './concept.errors.js';
import type { ConceptErrorCode } from './concept.errors.js';

const codes: Readonly<Record<FieldProblemCode, ConceptErrorCode>> = {
  FIELD_UNKNOWN: 'VALUE_NOT_ALLOWED',
  FIELD_NOT_IN_LIST: 'VALUE_NOT_ALLOWED',
  FIELD_NOT_AN_ID: 'VALUE_NOT_ALLOWED',
  FIELD_NOT_A_MEMBER: 'VALUE_NOT_ALLOWED',
  FIELD_NOT_TEXT: 'VALUE_NOT_ALLOWED',
  FIELD_TOO_LONG: 'TEXT_TOO_LONG',
  FIELD_FORBIDDEN_CHARACTER: 'TEXT_NOT_STORABLE',
  FIELD_NOT_A_DECIMAL: 'AMOUNT_INVALID',
  FIELD_NOT_A_DAY: 'DAY_INVALID',
  PERIOD_MALFORMED: 'PERIOD_INVALID',
  PERIOD_ENDS_BEFORE_START: 'PERIOD_ENDS_BEFORE_START',
};

const decimalKeys: ReadonlySet<string> = new Set(['budgetAmount', 'staffPositions']);

/** A decimal as the tables hold it, two digits behind the point: `12` and `12.5` become `12.00` and `12.50`. */
export function twoDecimals(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** What a form sends, as the document stores it: blanks around it gone, nothing typed means not set, `007` and `7,5` are left for the check. */
export function tidyValue(value: string | null): string | null {
  const tidy = value?.trim() ?? '';
  return tidy === '' ? null : tidy;
}

/** Whether two values of a field mean the same; `12` and `12.00` do. */
export function sameValue(key: string, one: string | null, other: string | null): boolean {
  if (one === other || one === null || other === null) return one === other;
  return decimalKeys.has(key) && twoDecimals(one) === twoDecimals(other);
}

/** Why a value may not stand in a field (key without block id); empty when it may. Removing is always possible. */
export function fieldProblems(owner: FieldOwner, key: string, value: string | true | null, path: readonly string[]): UserErrorDetail[] {
  if (value === null) return [];
  const problem = checkField(owner, key, value);
  if (problem === null) return [];
  const { maxLength } = problem.params;
  return [conceptProblem(codes[problem.code], path, maxLength === undefined ? undefined : { maxLength })];
}
