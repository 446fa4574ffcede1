import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { DocumentVersion, ListedDocumentVersion, NewDocumentVersion, Transaction } from '@konzeptwerkstatt/contracts';

/** A version with its text. */
export interface StoredVersion {
  readonly documentId: string;
  readonly state: Uint8Array;
}

/** As the database gives them: times are dates, which the port does not pass on. */
type Row<Version extends DocumentVersion> = Omit<Version, 'keptAt'> & { readonly keptAt: Date };

const named = <Version extends DocumentVersion>(rows: readonly Row<Version>[]): Version[] => rows.map((row) => ({ ...row, keptAt: row.keptAt.toISOString() }) as unknown as Version);

const notFound = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Diese Fassung gibt es nicht.');

/** How many versions a document has; ask it under the lock when something is decided by it. */
export async function countVersions(tx: Transaction, documentId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM engine.document_version WHERE document_id = ${documentId}::uuid`;
  return row?.count ?? 0;
}

export async function insertVersion(tx: Transaction, documentId: string, { id, name, reason, actor, restoredId }: NewDocumentVersion, state: Uint8Array): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO engine.document_version (id, document_id, kind, name, reason, restored_id, person_id, guest_id, organisation_id, gathering_id, state)
    VALUES (${id}::uuid, ${documentId}::uuid, ${restoredId === undefined ? 'named' : 'before_restore'}, ${name}, ${reason}, ${restoredId ?? null}::uuid,
      ${actor.personId}::uuid, ${actor.guestId}::uuid, ${actor.organisationId}::uuid, ${actor.gatheringId}::uuid, ${Buffer.from(state)})`;
}

export async function findVersions(tx: Transaction, ids: readonly string[]): Promise<DocumentVersion[]> {
  return named(await tx.$queryRaw<Row<DocumentVersion>[]>`
    SELECT id::text, document_id::text AS "documentId", kind, name, reason, restored_id::text AS "restoredId", person_id::text AS "personId",
      organisation_id::text AS "organisationId", created_at AS "keptAt"
    FROM engine.document_version WHERE id = ANY (${[...ids]}::uuid[])`);
}

/** The same window of several lists, newest first, in one statement and without the texts. */
export async function listVersions(tx: Transaction, documentIds: readonly string[], { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<ListedDocumentVersion[]> {
  return named(await tx.$queryRaw<Row<ListedDocumentVersion>[]>`
    SELECT id, "documentId", kind, name, reason, "restoredId", "personId", "organisationId", "keptAt", total FROM (
      SELECT id::text, document_id::text AS "documentId", kind, name, reason, restored_id::text AS "restoredId", person_id::text AS "personId",
        organisation_id::text AS "organisationId", created_at AS "keptAt", (count(*) OVER (PARTITION BY document_id))::int AS total,
        row_number() OVER (PARTITION BY document_id ORDER BY created_at DESC, id DESC) AS place
      FROM engine.document_version WHERE document_id = ANY (${[...documentIds]}::uuid[])
    ) AS listed
    WHERE place > ${offset} AND place <= ${offset + limit} ORDER BY "documentId", place`);
}

/** @throws ApplicationError NOT_FOUND */
export async function readVersion(tx: Transaction, versionId: string): Promise<StoredVersion> {
  const [row] = await tx.$queryRaw<StoredVersion[]>`SELECT document_id::text AS "documentId", state FROM engine.document_version WHERE id = ${versionId}::uuid`;
  if (row === undefined) throw notFound();
  return row;
}
