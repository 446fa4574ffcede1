import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { DocumentFullError } from '@konzeptwerkstatt/contracts';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { CollaborationRig, personOf } from '../../test/collaboration-rig.js';
import { LogDocumentWriter } from './log-document.writer.js';

const database = useTestDatabase();
let rig: CollaborationRig;
beforeEach(async () => {
  rig = new CollaborationRig(database());
  await rig.start();
});
afterEach(() => rig.stop());

describe('a text that is written from the server', () => {
  it('takes nothing more in when it is as large as rooms allow, but becomes shorter', async () => {
    const [writer, documentId, blockId] = [new LogDocumentWriter(rig.decoder, 2_000), await rig.createDocument(), newRandomId()];
    const { actor } = personOf('anna');
    const append = (id: string, length: number): Promise<unknown> =>
      rig.database.prisma.runInTransaction((tx) => writer.append(tx, documentId, { kind: 'appendBlocks', blocks: [{ type: 'paragraph', id, text: 'a'.repeat(length) }] }, actor));
    await append(blockId, 1_000);
    await expect(append(newRandomId(), 1_000)).rejects.toThrow(DocumentFullError);
    await append(newRandomId(), 100);
    const left = await rig.database.prisma.runInTransaction((tx) => writer.append(tx, documentId, { kind: 'removeBlocks', blockIds: [blockId] }, actor));
    expect(left.blocks).toHaveLength(1);
  });
});
