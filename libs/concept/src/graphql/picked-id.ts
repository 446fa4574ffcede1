import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { decodeGlobalId } from '@konzeptwerkstatt/platform-graphql';

/** An id that nothing has: whoever looks it up finds it unknown. */
const nothing = '00000000-0000-0000-0000-000000000000';

/**
 * The raw id of something picked from a list. What is malformed or of another type counts as unknown and becomes an error
 * beside the field, not one of the whole request.
 */
export function pickedId(id: string, type: string): string;
export function pickedId(id: string | null | undefined, type: string): string | null;
export function pickedId(id: string | null | undefined, type: string): string | null {
  if (id === null || id === undefined) return null;
  try {
    return decodeGlobalId(id, type);
  } catch (error) {
    if (error instanceof ApplicationError && error.code === 'NOT_FOUND') return nothing;
    throw error;
  }
}
