import { isUuid, notFound } from '@konzeptwerkstatt/kernel';

/** The opaque id of an entity in the API. */
export function encodeGlobalId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`, 'utf8').toString('base64url');
}

/** Type name and uuid behind an opaque id. */
export interface GlobalId {
  readonly type: string;
  readonly uuid: string;
}

/** Type name and uuid behind an opaque id; null when it is malformed. */
export function readGlobalId(id: string): GlobalId | null {
  const [type = '', uuid = '', ...rest] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  return rest.length === 0 && /^[A-Za-z]+$/.test(type) && isUuid(uuid) ? { type, uuid: uuid.toLowerCase() } : null;
}

/**
 * The uuid behind an opaque id of one type.
 * @throws ApplicationError NOT_FOUND when it is malformed or of another type: the answer is the same as for an id that does not exist
 */
export function decodeGlobalId(id: string, type: string): string {
  const parsed = readGlobalId(id);
  if (parsed?.type !== type) throw notFound();
  return parsed.uuid;
}

/** An id that nothing has: whoever looks it up finds it unknown. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

/**
 * The uuid of something picked from a list; null when nothing was. What is malformed or of another type becomes an id that
 * nothing has, so that it is answered beside its field and not with NOT_FOUND for the whole request.
 */
export function pickedId(id: string, type: string): string;
export function pickedId(id: string | null | undefined, type: string): string | null;
export function pickedId(id: string | null | undefined, type: string): string | null {
  if (id === null || id === undefined) return null;
  const parsed = readGlobalId(id);
  return parsed?.type === type ? parsed.uuid : NOTHING;
}

/** A raw id that was asked for; null when none was. What is none becomes an id that nothing has. */
export function rawId(uuid: string): string;
export function rawId(uuid: string | null | undefined): string | null;
export function rawId(uuid: string | null | undefined): string | null {
  if (uuid === null || uuid === undefined) return null;
  return isUuid(uuid) ? uuid : NOTHING;
}
