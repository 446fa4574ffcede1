import type { Pool } from 'pg';
import { actorKeyOfRow, type ActorRow } from './actor-row.js';

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

/** Where the last reading ended; the start for a document nobody has read yet. */
export interface TailPosition {
  readonly xmin: string;
  readonly snapshotVersion: number;
}

export const FROM_THE_START: TailPosition = { xmin: '0', snapshotVersion: 0 };

interface TailRow {
  readonly frozen: boolean;
  readonly schema_version: number;
  readonly version: string | null;
  /** Base64, as all bytes here: by itself the database writes them as two digits each. */
  readonly state: string | null;
  readonly xmin: string;
  /** All payloads end to end: a list of them would be read letter by letter. */
  readonly payloads: string | null;
  readonly lengths: number[];
  readonly authors: ActorRow[];
  readonly clients: (ActorRow & { readonly client_id: number })[];
}

// A bare `id > n` would miss rows: numbers are given before, and in another order than, transactions commit.
const text = `
SELECT d.frozen_at IS NOT NULL AS frozen, d.schema_version, s.version,
  CASE WHEN s.version > $3 THEN encode(s.state, 'base64') END AS state,
  pg_snapshot_xmin(pg_current_snapshot())::text AS xmin,
  (SELECT encode(string_agg(u.payload, ''::bytea ORDER BY u.id), 'base64') FROM engine.document_update u WHERE u.document_id = d.id AND u.xid >= $2::xid8) AS payloads,
  COALESCE((SELECT array_agg(octet_length(u.payload) ORDER BY u.id) FROM engine.document_update u WHERE u.document_id = d.id AND u.xid >= $2::xid8), '{}') AS lengths,
  COALESCE((SELECT json_agg(json_build_object('person_id', u.person_id, 'guest_id', u.guest_id, 'organisation_id', u.organisation_id) ORDER BY u.id)
    FROM engine.document_update u WHERE u.document_id = d.id AND u.xid >= $2::xid8), '[]') AS authors,
  COALESCE((SELECT json_agg(json_build_object('client_id', c.client_id, 'person_id', c.person_id, 'guest_id', c.guest_id, 'organisation_id', c.organisation_id))
    FROM engine.document_client c WHERE c.document_id = d.id AND ($3 = 0 OR s.version > $3)), '[]') AS clients
FROM engine.document d LEFT JOIN engine.document_snapshot s ON s.document_id = d.id
WHERE d.id = $1`;

const newsText = `
SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin, COALESCE((
  SELECT array_agg(DISTINCT u.document_id::text) FROM engine.document_update u WHERE u.document_id = ANY ($1::uuid[]) AND u.xid >= $2::xid8 AND u.node <> $3::uuid
), '{}') AS news`;

/** Reads snapshot and tail of a document's log in one statement. */
export class DocumentTailReader {
  constructor(private readonly pool: Pool) {}

  /** Everything, or what came since the last reading (with some of what came before). @returns null for an unknown document */
  async read(documentId: string, from: TailPosition = FROM_THE_START): Promise<DocumentTail | null> {
    const { rows: [row] } = await this.pool.query<TailRow>({ name: 'collaboration-tail', text, values: [documentId, from.xmin, from.snapshotVersion] });
    if (row === undefined) return null;
    return {
      frozen: row.frozen,
      schemaVersion: row.schema_version,
      snapshotVersion: Number(row.version ?? 0),
      snapshot: row.state === null ? null : Buffer.from(row.state, 'base64'),
      rows: rowsOf(row),
      owners: new Map(row.clients.map((client) => [client.client_id, actorKeyOfRow(client)])),
      xmin: row.xmin,
    };
  }

  /** Which of these documents others than that node have written to since a position; and the position to go on from. */
  async findNews(documentIds: readonly string[], since: string, node: string): Promise<{ readonly news: readonly string[]; readonly xmin: string }> {
    const { rows: [row] } = await this.pool.query<{ xmin: string; news: string[] }>({ name: 'collaboration-news', text: newsText, values: [documentIds, since, node] });
    if (row === undefined) throw new Error('A statement without a table gives one row');
    return row;
  }
}

function rowsOf({ payloads, lengths, authors }: TailRow): DocumentTail['rows'] {
  const bytes = Buffer.from(payloads ?? '', 'base64');
  let at = 0;
  return authors.map((author, index) => {
    const from = at;
    at += lengths[index] ?? 0;
    return { payload: bytes.subarray(from, at), ownerKey: actorKeyOfRow(author) };
  });
}
