import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import { derivedId } from '@konzeptwerkstatt/kernel';
import type { Pool } from 'pg';

const personId = '00000000-0000-4000-8000-000000000001';
const organisationId = '00000000-0000-4000-8000-000000000002';
const municipalityId = '00000000-0000-4000-8000-000000000003';
/** RFC 9562's own namespace for names that are addresses. */
const namespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/**
 * Who comes, whoever it is. One and the same person, because client ids belong to people: a client that comes back with
 * the id it had must not look like somebody else's.
 */
export const everybody: RoomVisitor = {
  actor: { kind: 'person', personId, guestId: null, organisationId, gatheringId: null, municipalityId },
  credentialId: personId, personName: 'Erika Beispiel', organisationName: 'Verein',
};

const collabPath = /^\/collab\/([A-Za-z0-9-]+)(\?.*)?$/;

/** The address of the document of that name: `/collab/my-text?acks=1` → `/collab/<uuid>?acks=1`; null for any other path. */
export function withDocumentId(url: string): string | null {
  const [, name, query = ''] = collabPath.exec(url) ?? [];
  return name === undefined ? null : `/collab/${derivedId(namespace, name)}${query}`;
}

/** Documents that come into being when somebody opens them. */
export class NamedDocuments {
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(private readonly pool: Pool) {}

  /** Makes the document unless it is there. */
  ensure(documentId: string): Promise<unknown> {
    const known = this.known.get(documentId);
    if (known !== undefined) return known;
    const text = 'INSERT INTO engine.document (id, municipality_id, schema_version) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING';
    const made = this.pool.query({ name: 'bench-document', text, values: [documentId, municipalityId] });
    this.known.set(documentId, made);
    // Tried again by the next who comes.
    made.catch(() => this.known.delete(documentId));
    return made;
  }
}
