import { ApplicationError, isStorableText } from '@konzeptwerkstatt/kernel';

/** One column of a position in an ordered list. */
export type CursorPart = string | number | boolean | null;

/** A position in a list as opaque text: an offset, or the values of the columns it is ordered by. */
export function encodeCursor(...parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/**
 * The parts behind a cursor.
 * @param length how many parts the list's cursors have
 * @throws ApplicationError BAD_USER_INPUT when it is not a cursor of this list
 */
export function decodeCursor(cursor: string, length: number): CursorPart[] {
  const parts = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts.length !== length || !parts.every(isPart)) {
    throw new ApplicationError('BAD_USER_INPUT', 'Der Wert von „after“ gehört nicht zu dieser Liste.');
  }
  return parts;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPart(value: unknown): value is CursorPart {
  if (typeof value === 'string') return isStorableText(value);
  return value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}
