import { randomUUID } from 'node:crypto';
import { SCHEMA_VERSION } from '@konzeptwerkstatt/document-model';
import type { Pool } from 'pg';
import * as Y from 'yjs';

/** Makes an empty document. @returns its id */
export async function createDocument(pool: Pool): Promise<string> {
  const id = randomUUID();
  await pool.query('INSERT INTO engine.document (id, municipality_id, schema_version) VALUES ($1, $2, $3)', [id, randomUUID(), SCHEMA_VERSION]);
  return id;
}

/** The updates of a document in the order of the log, the snapshot first. */
export async function storedUpdates(pool: Pool, documentId: string): Promise<Uint8Array[]> {
  const { rows } = await pool.query<{ bytes: Buffer }>(
    `SELECT state AS bytes FROM engine.document_snapshot WHERE document_id = $1
     UNION ALL (SELECT payload FROM engine.document_update WHERE document_id = $1 ORDER BY id)`, [documentId]);
  return rows.map(({ bytes }) => new Uint8Array(bytes));
}

/** A document as it stands in the database, without any server. */
export async function storedDocument(pool: Pool, documentId: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const updates = await storedUpdates(pool, documentId);
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  return doc;
}

/** What must be equal when two documents say the same: what is known, what is deleted, and the text. */
export function fingerprint(doc: Y.Doc): string {
  return `${Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('base64')} ${doc.getXmlFragment('body').toString()}`;
}
