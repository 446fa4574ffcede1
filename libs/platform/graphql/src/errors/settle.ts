import { ValidationError, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import type { UserErrorType } from './user-error.type.js';

const textOrNull = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));

function userError(detail: UserErrorDetail): UserErrorType {
  const base = { code: detail.code, message: detail.message, path: [...detail.path] };
  if (detail.code === 'EDITION_FROZEN') return { __typename: 'FrozenError', ...base };
  if (detail.code !== 'STALE_VALUE') return { __typename: 'FieldError', ...base };
  const stale = {
    currentValue: textOrNull(detail.params?.['currentValue']),
    changedByOrganisationId: textOrNull(detail.params?.['changedByOrganisationId']),
  };
  return Object.assign({ __typename: 'StaleValueError' }, base, stale);
}

/**
 * The payload's errors for a command's expected failures. Code STALE_VALUE becomes a StaleValueError (params
 * `currentValue`, `changedByOrganisationId`), EDITION_FROZEN a FrozenError, everything else a FieldError.
 */
export function userErrorsFrom(error: ValidationError): UserErrorType[] {
  return error.details.map(userError);
}

/** What became of a command: its value, or the reasons why nothing was done. */
export interface Settled<Value> {
  readonly value: Value | null;
  readonly errors: UserErrorType[];
}

/** Turns a command's ValidationError into payload errors, so that resolvers need no try/catch; anything else is thrown on. */
export async function settle<Value>(command: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await command, errors: [] };
  } catch (error) {
    if (error instanceof ValidationError) return { value: null, errors: userErrorsFrom(error) };
    throw error;
  }
}
