import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { MAX_VERSIONS, VersionsFullError, type DocumentVersion, type ListedDocumentVersion, type NewDocumentVersion, type Transaction } from '@konzeptwerkstatt/contracts';

/** A version with its text. */
export interface StoredVersion {
  readonly documentId: string;
  readonly name: string;
  readonly state: Uint8Array;
}

/** As the database gives them: times are dates, which the port does not pass on. */
type Row<Version extends DocumentVersion> = Omit<Version, 'keptAt'> & { readonly keptAt: Date };

const named = <Version extends DocumentVersion>(rows: readonly Row<Version>[]): Version[] => rows.map((row) => ({ ...row, keptAt: row.keptAt.toISOString() }) as unknown as Version);

const notFound = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Diese Fassung gibt es nicht.');

/** A version to be kept, with its text. */
export interface NewState extends NewDocumentVersion {
  /** Set when it is kept because that version comes back. */
  readonly restoredId: string | null;
  readonly state: Uint8Array;
}

async function countVersions(tx: Transaction, documentId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM engine.document_version WHERE document_id = ${documentId}::uuid`;
  return row?.count ?? 0;
}

/** Keeps a state under the document's lock. @throws VersionsFullError */
export async function keepState(tx: Transaction, documentId: string, { id, name, reason, actor, restoredId, state }: NewState): Promise<void> {
  if ((await countVersions(tx, documentId)) >= MAX_VERSIONS) throw new VersionsFullError(documentId);
  await tx.$executeRaw`
    INSERT INTO engine.document_version (id, document_id, kind, name, reason, restored_id, person_id, guest_id, organisation_id, gathering_id, state)
    VALUES (${id}::uuid, ${documentId}::uuid, ${restoredId === null ? 'named' : 'before_restore'}, ${name}, ${reason}, ${restoredId}::uuid,
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
  const [row] = await tx.$queryRaw<StoredVersion[]>`SELECT document_id::text AS "documentId", name, state FROM engine.document_version WHERE id = ${versionId}::uuid`;
  if (row === undefined) throw notFound();
  return row;
}
