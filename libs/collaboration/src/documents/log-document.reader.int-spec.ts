import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, newRandomId } from '@konzeptwerkstatt/kernel';
import type { DocumentChange } from '@konzeptwerkstatt/document-model';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { CollaborationRig, personOf } from '../../test/collaboration-rig.js';
import { compactDocument } from './compaction.js';

const database = useTestDatabase();
let rig: CollaborationRig;
beforeEach(async () => {
  rig = new CollaborationRig(database());
  await rig.start();
});
afterEach(() => rig.stop());

describe('the documents in which an id stands', () => {
  it('are found in the log and in the snapshot it is folded into, and no others', async () => {
    const { prisma, pool } = rig.database;
    const { actor } = personOf('anna');
    const [naming, other, foreign] = [await rig.createDocument(), await rig.createDocument(), await rig.createDocument()];
    const indicatorId = newId();
    const append = (documentId: string, change: DocumentChange): Promise<unknown> => prisma.runInTransaction((tx) => rig.writer.append(tx, documentId, change, actor));
    const find = (): Promise<string[]> => prisma.runInTransaction((tx) => rig.reader.findMentioning(tx, [naming, other], indicatorId));
    for (const documentId of [naming, foreign]) await append(documentId, { kind: 'appendBlocks', blocks: [{ type: 'indicator', id: newRandomId(), indicatorId }] });
    await append(other, { kind: 'appendBlocks', blocks: [{ type: 'indicator', id: newRandomId(), indicatorId: newId() }, { type: 'paragraph', text: 'Ohne' }] });
    expect(await find()).toEqual([naming]);
    await pool.query('UPDATE engine.document_update SET projected = true');
    await prisma.runInTransaction((tx) => compactDocument(tx, naming, rig.decoder));
    expect((await pool.query('SELECT 1 FROM engine.document_update WHERE document_id = $1', [naming])).rowCount).toBe(0);
    expect(await find()).toEqual([naming]);
  });
});
