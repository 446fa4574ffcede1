import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { CopiedText, DocumentAuthors, DocumentAuthorship, TextAuthor, TextPassage, TextSource, Transaction } from '@konzeptwerkstatt/contracts';
import { KeptText, type AuthorId, type RemovedPassage } from '@konzeptwerkstatt/document-model';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import type { DerivedTextAuthorship } from '../decoding/decoder.thread.js';
import { authorOfRow, NamedAuthors, readAuthorship, type StoredAuthorship } from './authorship-store.js';
import { storeCopies, type SourceWords } from './copied-text.store.js';

type Author = Parameters<typeof authorOfRow>[0];

/** At once; the others wait, so that a whole edition does not keep everybody else from the decoder threads. */
const documentsAtOnce = 2;
const nobody: TextAuthor = { personId: null, guestId: null, organisationId: null, gatheringId: null };

interface ReadDocument extends DerivedTextAuthorship {
  readonly stored: StoredAuthorship;
}

/** Tells from log, snapshot and what compaction noted who wrote the words of documents. */
export class LogDocumentAuthorship implements DocumentAuthorship {
  constructor(private readonly decoder: Pick<DecoderPool, 'authorship'>) {}

  async read(tx: Transaction, documentIds: readonly string[]): Promise<ReadonlyMap<string, DocumentAuthors>> {
    const documents = await this.derive(tx, documentIds);
    const owners = await ownersOf(tx, [...documents].flatMap(([id, { clientIds, ranges }]) => [...clientIds, ...ranges.map(({ author }) => author)].map((clientId) => [id, clientId] as const)));
    return new Map([...documents].map(([id, document]) => [id, authorsOf(document, (author) => document.stored.named.find(author) ?? owners.get(`${id}/${author}`) ?? nobody)]));
  }

  async recordCopy(tx: Transaction, copy: CopiedText): Promise<void> {
    const source = (await this.derive(tx, [copy.sourceDocumentId])).get(copy.sourceDocumentId);
    if (source === undefined) return;
    const passages = [...passagesOf(source, new Set(copy.blockIds)), ...removedPassages(source)];
    const owners = await ownersOf(tx, passages.flat().map(({ author }) => [copy.sourceDocumentId, author] as const));
    const named = passages.map((words): SourceWords[] => words.map(({ text, author }) => ({ words: text, author: source.stored.named.find(author) ?? owners.get(`${copy.sourceDocumentId}/${author}`) ?? nobody })));
    await storeCopies(tx, copy, named.map((words) => ({ passage: newRandomId(), words })));
  }

  private async derive(tx: Transaction, documentIds: readonly string[]): Promise<ReadonlyMap<string, ReadDocument>> {
    const texts = await readTexts(tx, documentIds);
    const stored = await readAuthorship(tx, [...texts.keys()]);
    const found = new Map<string, ReadDocument>();
    const waiting = [...texts];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [id, { snapshot, rows }] = next;
        const known = stored.get(id) ?? { named: new NamedAuthors(), kept: [], removed: [], copied: [] };
        const { kept, removed, copied } = known;
        found.set(id, { ...(await this.decoder.authorship({ kept, removed, copied, state: snapshot === null ? [] : [snapshot] }, rows)), stored: known });
      }
    };
    await Promise.all(Array.from({ length: documentsAtOnce }, work));
    // In the order they were asked for, not in that of the decoder.
    return new Map(documentIds.flatMap((id) => { const document = found.get(id); return document === undefined ? [] : [[id, document] as const]; }));
  }
}

interface StoredText {
  readonly snapshot: Uint8Array | null;
  readonly rows: readonly Uint8Array[];
}

/** Rows before snapshots: a compaction between the two moves rows, so nothing is missed, only read twice. */
async function readTexts(tx: Transaction, documentIds: readonly string[]): Promise<ReadonlyMap<string, StoredText>> {
  const ids = [...documentIds];
  const rows = await tx.$queryRaw<{ document_id: string; payload: Uint8Array }[]>`SELECT document_id::text, payload FROM engine.document_update WHERE document_id = ANY (${ids}::uuid[]) ORDER BY id`;
  const heads = await tx.$queryRaw<{ id: string; state: Uint8Array | null }[]>`
    SELECT d.id::text, s.state FROM engine.document d LEFT JOIN engine.document_snapshot s ON s.document_id = d.id WHERE d.id = ANY (${ids}::uuid[])`;
  const rowsOf = Map.groupBy(rows, (row) => row.document_id);
  return new Map(heads.map(({ id, state }) => [id, { snapshot: state, rows: (rowsOf.get(id) ?? []).map(({ payload }) => payload) }]));
}

async function ownersOf(tx: Transaction, clients: readonly (readonly [documentId: string, author: AuthorId])[]): Promise<ReadonlyMap<string, TextAuthor>> {
  const wanted = clients.filter(([, author]) => author >= 0);
  const rows = await tx.$queryRaw<(Author & { document_id: string; client_id: number })[]>`
    SELECT document_id::text, client_id::float8, person_id::text, guest_id::text, organisation_id::text, gathering_id::text FROM engine.document_client
    WHERE (document_id, client_id) IN (SELECT * FROM unnest(${wanted.map(([id]) => id)}::uuid[], ${wanted.map(([, clientId]) => clientId)}::bigint[]))`;
  return new Map(rows.map((row) => [`${row.document_id}/${row.client_id}`, authorOfRow(row)]));
}

function authorsOf({ passages, clientIds, ranges }: DerivedTextAuthorship, nameOf: (author: AuthorId) => TextAuthor): DocumentAuthors {
  const named = new NamedAuthors();
  const authors: TextAuthor[] = [];
  const indexOf = (id: AuthorId): number => {
    const author = nameOf(id);
    const index = -1 - named.idOf(author);
    authors[index] = author;
    return index;
  };
  const sources: TextSource[] = [
    ...ranges.map(({ clientId, from, to, author }) => ({ clientId, from, to, author: indexOf(author) })),
    ...clientIds.map((clientId) => ({ clientId, from: 0, to: null, author: indexOf(clientId) })),
  ];
  return { authors, sources, passages: joinPassages(passages.map(({ blockId, from, to, author }) => ({ blockId, from, to, author: indexOf(author) }))) };
}

/** The same author has a client id for each visit. */
function joinPassages(passages: readonly TextPassage[]): TextPassage[] {
  const joined: TextPassage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    if (last !== undefined && last.blockId === passage.blockId && last.to === passage.from && last.author === passage.author) joined[joined.length - 1] = { ...last, to: passage.to };
    else joined.push(passage);
  }
  return joined;
}

interface Words {
  readonly text: string;
  readonly author: AuthorId;
}

/** Unbroken lines of the blocks named. */
function passagesOf({ passages }: DerivedTextAuthorship, blockIds: ReadonlySet<string>): Words[][] {
  const lines: Words[][] = [];
  let end = { blockId: '', at: -1 };
  for (const { blockId, from, to, words, author } of passages) {
    if (!blockIds.has(blockId)) continue;
    if (end.blockId === blockId && end.at === from) lines.at(-1)?.push({ text: words, author });
    else lines.push([{ text: words, author }]);
    end = { blockId, at: to };
  }
  return lines;
}

/** What was taken out lately, because what is cut is gone before it is put in elsewhere. */
function removedPassages({ removed, fresh, stored }: ReadDocument): Words[][] {
  const kept = new KeptText([...stored.kept, ...fresh]);
  return removed.map(({ runs }: RemovedPassage) => runs.flat().flatMap(({ clientId, clock, text }): Words[] => {
    const words: Words[] = [];
    for (let at = 0; at < text.length;) {
      const { author, until } = kept.authorAt(clientId, clock + at);
      const end = Math.min(text.length, until - clock);
      words.push({ text: text.slice(at, end), author });
      at = end;
    }
    return words;
  }));
}
