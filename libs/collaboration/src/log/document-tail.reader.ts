import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Pool } from 'pg';
import { actorKeyOfRow, type ActorRow } from './actor-row.js';
import { readCopiedRow } from './copied-row.js';

/** A document as one statement saw it. */
export interface DocumentTail {
  readonly frozen: boolean;
  readonly schemaVersion: number;
  /** Of the snapshot; 0 when there is none yet. */
  readonly snapshotVersion: number;
  /** Null when there is none, or none newer than asked for. */
  readonly snapshot: Uint8Array | null;
  readonly rows: readonly { readonly payload: Uint8Array; readonly ownerKey: string }[];
  /** Who owns which Yjs client id; only read with the whole document or a newer snapshot. */
  readonly owners: ReadonlyMap<number, string>;
  /** From here on the next reading continues: everything older was seen. */
  readonly xmin: string;
}

/** Where the last reading ended. */
export interface TailPosition {
  readonly xmin: string;
  readonly snapshotVersion: number;
}

/** What a reading says besides the bytes. */
interface TailFacts {
  readonly frozen: boolean;
  readonly schemaVersion: number;
  readonly snapshotVersion: number | null;
  readonly xmin: string;
  /** Where one payload ends and the next begins: they come end to end. */
  readonly lengths: readonly number[] | null;
  readonly authors: readonly ActorRow[] | null;
  readonly clients: readonly (ActorRow & { readonly client_id: number })[] | null;
}

/** The columns facts (JSON), state and payloads (bytes); the parameters are SQL. */
// A bare `id > n` would miss rows: numbers are given before, and in another order than, transactions commit.
const selectTail = (documentId: string, xmin: string, snapshotVersion: string, columns: string): string => `
SELECT ${columns} FROM (
  SELECT json_build_object('frozen', d.frozen_at IS NOT NULL, 'schemaVersion', d.schema_version, 'snapshotVersion', s.version,
      'xmin', pg_snapshot_xmin(pg_current_snapshot())::text, 'lengths', tail.lengths, 'authors', tail.authors, 'clients', (
        SELECT json_agg(json_build_object('client_id', c.client_id, 'person_id', c.person_id, 'guest_id', c.guest_id, 'organisation_id', c.organisation_id))
        FROM engine.document_client c WHERE c.document_id = d.id AND (${snapshotVersion} = 0 OR s.version > ${snapshotVersion}))) AS facts,
    CASE WHEN s.version > ${snapshotVersion} THEN s.state END AS state, tail.payloads
  FROM engine.document d LEFT JOIN engine.document_snapshot s ON s.document_id = d.id CROSS JOIN LATERAL (
    SELECT string_agg(u.payload, ''::bytea ORDER BY u.id) AS payloads, json_agg(octet_length(u.payload) ORDER BY u.id) AS lengths,
      json_agg(json_build_object('person_id', u.person_id, 'guest_id', u.guest_id, 'organisation_id', u.organisation_id) ORDER BY u.id) AS authors
    FROM engine.document_update u WHERE u.document_id = d.id AND u.xid >= ${xmin}::xid8) tail
  WHERE d.id = ${documentId}) stored`;

// Base64: by itself the database writes bytes as two digits each.
const sinceText = selectTail('$1', '$2', '$3', `facts, encode(state, 'base64') AS state, encode(payloads, 'base64') AS payloads`);

const newsText = `
SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin, COALESCE((
  SELECT array_agg(DISTINCT u.document_id::text) FROM engine.document_update u WHERE u.document_id = ANY ($1::uuid[]) AND u.xid >= $2::xid8 AND u.node <> $3::uuid
), '{}') AS news`;

/** Reads snapshot and tail of a document's log in one statement. */
export class DocumentTailReader {
  constructor(private readonly pool: Pool) {}

  /** Everything, which may be much and travels as bytes. @returns null for an unknown document */
  async readWhole(documentId: string): Promise<DocumentTail | null> {
    if (!isUuid(documentId)) throw new Error('A document has a UUID');
    const row = await readCopiedRow(this.pool, selectTail(`'${documentId}'::uuid`, `'0'`, '0', `convert_to(facts::text, 'UTF8'), state, payloads`));
    if (row === null) return null;
    const [facts, state = null, payloads = null] = row;
    return tailOf(JSON.parse(String(facts)) as TailFacts, state, payloads);
  }

  /** What came since a reading (with some of what came before), which is asked for often and is little. @returns null for an unknown document */
  async readSince(documentId: string, from: TailPosition): Promise<DocumentTail | null> {
    const { rows: [row] } = await this.pool.query<{ facts: TailFacts; state: string | null; payloads: string | null }>({ name: 'collaboration-tail', text: sinceText, values: [documentId, from.xmin, from.snapshotVersion] });
    return row === undefined ? null : tailOf(row.facts, bytesOf(row.state), bytesOf(row.payloads));
  }

  /** Which of these documents others than that node have written to since a position; and the position to go on from. */
  async findNews(documentIds: readonly string[], since: string, node: string): Promise<{ readonly news: readonly string[]; readonly xmin: string }> {
    const { rows: [row] } = await this.pool.query<{ xmin: string; news: string[] }>({ name: 'collaboration-news', text: newsText, values: [documentIds, since, node] });
    if (row === undefined) throw new Error('A statement without a table gives one row');
    return row;
  }
}

function bytesOf(base64: string | null): Buffer | null {
  return base64 === null ? null : Buffer.from(base64, 'base64');
}

function tailOf({ snapshotVersion, lengths, authors, clients, ...facts }: TailFacts, snapshot: Buffer | null, payloads: Buffer | null): DocumentTail {
  return {
    ...facts,
    snapshotVersion: snapshotVersion ?? 0,
    snapshot,
    rows: rowsOf(lengths ?? [], authors ?? [], payloads ?? Buffer.alloc(0)),
    owners: new Map((clients ?? []).map((client) => [client.client_id, actorKeyOfRow(client)])),
  };
}

function rowsOf(lengths: readonly number[], authors: readonly ActorRow[], payloads: Buffer): DocumentTail['rows'] {
  let at = 0;
  return authors.map((author, index) => {
    const from = at;
    at += lengths[index] ?? 0;
    return { payload: payloads.subarray(from, at), ownerKey: actorKeyOfRow(author) };
  });
}
