import type { TextAuthor, Transaction } from '@konzeptwerkstatt/contracts';
import type { AuthorId, AuthorshipBase, CopiedPassage, KeptRange, RemovedPassage } from '@konzeptwerkstatt/document-model';

/** How an author stands in the tables. */
interface AuthorRow {
  readonly person_id: string | null;
  readonly guest_id: string | null;
  readonly organisation_id: string | null;
  readonly gathering_id: string | null;
}

interface KeptRow extends AuthorRow {
  readonly document_id: string;
  readonly client_id: number;
  readonly clock_from: number;
  readonly clock_to: number;
  readonly author_client_id: number | null;
}

interface CopiedRow extends AuthorRow {
  readonly document_id: string;
  readonly client_id: number;
  readonly clock_from: number;
  readonly clock_to: number;
  readonly passage: string;
  readonly words: string;
}

/** Authors that no client id of the document stands for; the derivation names them by numbers below 0. */
export class NamedAuthors {
  private readonly authors: TextAuthor[] = [];
  private readonly ids = new Map<string, AuthorId>();

  idOf(author: TextAuthor): AuthorId {
    const key = JSON.stringify([author.personId, author.guestId, author.organisationId, author.gatheringId]);
    const id = this.ids.get(key) ?? -this.authors.push(author);
    this.ids.set(key, id);
    return id;
  }

  /** @returns null for the owner of a client id */
  find(id: AuthorId): TextAuthor | null {
    return this.authors[-1 - id] ?? null;
  }
}

/** What is stored about who wrote a document. */
export interface StoredAuthorship extends Omit<AuthorshipBase, 'state'> {
  readonly named: NamedAuthors;
}

export const authorOfRow = (row: AuthorRow): TextAuthor => ({ personId: row.person_id, guestId: row.guest_id, organisationId: row.organisation_id, gatheringId: row.gathering_id });

/** Reads what is known about who wrote some documents. Read it after their rows and snapshots: compaction adds to both in one transaction. */
export async function readAuthorship(tx: Transaction, documentIds: readonly string[]): Promise<ReadonlyMap<string, StoredAuthorship>> {
  const ids = [...documentIds];
  const kept = await tx.$queryRaw<KeptRow[]>`
    SELECT document_id::text, client_id::float8, clock_from::float8, clock_to::float8, author_client_id::float8, person_id::text, guest_id::text, organisation_id::text, gathering_id::text
    FROM engine.text_author WHERE document_id = ANY (${ids}::uuid[]) ORDER BY document_id, client_id, clock_from`;
  const copied = await tx.$queryRaw<CopiedRow[]>`
    SELECT t.document_id::text, t.client_id::float8, t.clock_from::float8, t.clock_to::float8, t.passage::text, t.words, t.person_id::text, t.guest_id::text, t.organisation_id::text, t.gathering_id::text
    FROM engine.copied_text t JOIN engine.document_client c ON c.document_id = t.document_id AND c.client_id = t.client_id
      AND c.person_id IS NOT DISTINCT FROM t.recorded_by_person_id AND c.guest_id IS NOT DISTINCT FROM t.recorded_by_guest_id
      AND c.organisation_id IS NOT DISTINCT FROM t.recorded_by_organisation_id
    WHERE t.document_id = ANY (${ids}::uuid[]) ORDER BY t.id`;
  const removed = await tx.$queryRaw<{ document_id: string; passages: RemovedPassage[] }[]>`
    SELECT document_id::text, passages FROM engine.removed_text WHERE document_id = ANY (${ids}::uuid[])`;
  const keptOf = Map.groupBy(kept, (row) => row.document_id);
  const copiedOf = Map.groupBy(copied, (row) => row.document_id);
  const removedOf = new Map(removed.map((row) => [row.document_id, row.passages]));
  return new Map(ids.map((id) => {
    const named = new NamedAuthors();
    return [id, { named, kept: (keptOf.get(id) ?? []).map((row) => keptRange(row, named)), copied: copiedPassages(copiedOf.get(id) ?? [], named), removed: removedOf.get(id) ?? [] }];
  }));
}

function keptRange(row: KeptRow, named: NamedAuthors): KeptRange {
  return { clientId: row.client_id, from: row.clock_from, to: row.clock_to, author: row.author_client_id ?? named.idOf(authorOfRow(row)) };
}

function copiedPassages(rows: readonly CopiedRow[], named: NamedAuthors): CopiedPassage[] {
  return [...Map.groupBy(rows, ({ passage }) => passage).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ clientId: first.client_id, from: first.clock_from, to: first.clock_to, words: group.map((row) => ({ text: row.words, author: named.idOf(authorOfRow(row)) })) }];
  });
}

/** Stores what rows of the log have told, before they go into the snapshot; in the same transaction, under the document's lock. */
export async function storeAuthorship(tx: Transaction, documentId: string, fresh: readonly KeptRange[], removed: readonly RemovedPassage[], named: NamedAuthors): Promise<void> {
  if (fresh.length > 0) {
    const authors = fresh.map(({ author }) => named.find(author));
    await tx.$executeRaw`
      INSERT INTO engine.text_author (document_id, client_id, clock_from, clock_to, author_client_id, person_id, guest_id, organisation_id, gathering_id)
      SELECT ${documentId}::uuid, * FROM unnest(${fresh.map(({ clientId }) => clientId)}::bigint[], ${fresh.map(({ from }) => from)}::bigint[], ${fresh.map(({ to }) => to)}::bigint[],
        ${fresh.map(({ author }) => (author < 0 ? null : author))}::bigint[], ${authors.map((author) => author?.personId ?? null)}::uuid[], ${authors.map((author) => author?.guestId ?? null)}::uuid[],
        ${authors.map((author) => author?.organisationId ?? null)}::uuid[], ${authors.map((author) => author?.gatheringId ?? null)}::uuid[])
      ON CONFLICT DO NOTHING`;
  }
  await tx.$executeRaw`
    INSERT INTO engine.removed_text (document_id, passages) VALUES (${documentId}::uuid, ${JSON.stringify(removed)}::jsonb)
    ON CONFLICT (document_id) DO UPDATE SET passages = excluded.passages`;
}

/** Forgets what is said to be copied where the clocks it names are folded in, and what waited a week for clocks that never came. */
export async function forgetCopies(tx: Transaction, documentId: string, stateVector: ReadonlyMap<number, number>): Promise<void> {
  const clocks = [...stateVector];
  await tx.$executeRaw`
    DELETE FROM engine.copied_text t WHERE document_id = ${documentId}::uuid AND (created_at < now() - interval '7 days'
      OR EXISTS (SELECT FROM unnest(${clocks.map(([clientId]) => clientId)}::bigint[], ${clocks.map(([, clock]) => clock)}::bigint[]) AS known (client_id, clock)
        WHERE known.client_id = t.client_id AND known.clock >= t.clock_to))`;
}
