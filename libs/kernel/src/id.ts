import { v4, v5, v7, validate } from 'uuid';

/** A new time-ordered id (uuid v7) for rows. */
export function newId(): string {
  return v7();
}

/** A new unguessable id (uuid v4), for documents, guests, files and shares. */
export function newRandomId(): string {
  return v4();
}

/**
 * The same id for the same parts, always (uuid v5).
 * @param namespace a uuid, e.g. the document's
 * @param name what is named within it, e.g. the block's id
 */
export function derivedId(namespace: string, name: string): string {
  return v5(name, namespace);
}

/** Whether a text is a uuid of any version. */
export function isUuid(text: string): boolean {
  return validate(text);
}
