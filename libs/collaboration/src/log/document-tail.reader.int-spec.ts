import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { actorKey, newRandomId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { Pool } from 'pg';
import { CollaborationRig, personOf } from '../../test/collaboration-rig.js';
import { compactDocument } from '../documents/compaction.js';
import { readCopiedRow } from './copied-row.js';
import { DocumentTailReader, type DocumentTail } from './document-tail.reader.js';

const database = useTestDatabase();
let rig: CollaborationRig;
let pool: Pool;
let reader: DocumentTailReader;
beforeEach(() => {
  rig = new CollaborationRig(database());
  pool = new Pool({ connectionString: database().url, max: 1 });
  reader = new DocumentTailReader(pool);
});
afterEach(async () => {
  await pool.end();
  await rig.stop();
});

const write = (documentId: string, name: string): Promise<unknown> => database().prisma.runInTransaction((tx) =>
  rig.writer.append(tx, documentId, { kind: 'appendBlocks', blocks: [{ type: 'paragraph', id: newRandomId(), text: `Von ${name}` }] }, personOf(name).actor));

/** Folds what is there into a snapshot. */
async function compact(documentId: string): Promise<void> {
  await pool.query('UPDATE engine.document_update SET projected = true WHERE document_id = $1', [documentId]);
  await database().prisma.runInTransaction((tx) => compactDocument(tx, documentId, rig.decoder));
}

const withoutPosition = ({ xmin: _xmin, ...tail }: DocumentTail): Omit<DocumentTail, 'xmin'> => ({
  ...tail, snapshot: tail.snapshot && Buffer.from(tail.snapshot), rows: tail.rows.map(({ payload, ownerKey }) => ({ payload: Buffer.from(payload), ownerKey })),
});

describe('the reading of a document', () => {
  it('gives the same as bytes at once and as text since the beginning', async () => {
    const documentId = await rig.createDocument();
    await write(documentId, 'anna');
    await compact(documentId);
    await write(documentId, 'bela');
    await write(documentId, 'cora');
    const [whole, since] = [await reader.readWhole(documentId), await reader.readSince(documentId, { xmin: '0', snapshotVersion: 0 })];
    expect(whole?.snapshot?.length).toBeGreaterThan(10);
    expect(whole?.rows.map(({ ownerKey }) => ownerKey)).toEqual(['bela', 'cora'].map((name) => actorKey(personOf(name).actor)));
    expect([...(whole?.owners.values() ?? [])]).toHaveLength(3);
    expect(withoutPosition(whole!)).toEqual(withoutPosition(since!));
  });

  it('gives a new document without anything in it, and none where there is none', async () => {
    expect(await reader.readWhole(await rig.createDocument())).toMatchObject({ frozen: false, snapshotVersion: 0, snapshot: null, rows: [] });
    expect(await reader.readWhole(newRandomId())).toBeNull();
  });

  it('refuses what is no id, of which it would make a statement', async () => {
    await expect(reader.readWhole(`' OR true --`)).rejects.toThrow('UUID');
  });

  it('leaves a connection that works to the next one when it fails', async () => {
    await expect(readCopiedRow(pool, 'SELECT 1 / 0')).rejects.toThrow('division by zero');
    expect(await readCopiedRow(pool, `SELECT convert_to('da', 'UTF8'), NULL::bytea`)).toEqual([Buffer.from('da'), null]);
  });
});
