import { parseGlobalId } from '@konzeptwerkstatt/platform-graphql';

/** An id that no row has: what somebody picked and does not exist is answered beside its field, not with NOT_FOUND. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The raw id behind something picked; null when nothing was, an id without row when it is malformed or of another type. */
export function decodedOrUnknown(id: string | null | undefined, type: string): string | null {
  if (id === null || id === undefined) return null;
  try {
    const parsed = parseGlobalId(id);
    return parsed.type === type ? parsed.uuid : NOBODY;
  } catch {
    return NOBODY;
  }
}
