import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { CollaborationRig, personOf, textOf, until } from '../test/collaboration-rig.js';
import { SweepCompactionsProcessor } from './index.js';

const database = useTestDatabase();
let rig: CollaborationRig;
beforeEach(async () => {
  rig = new CollaborationRig(database());
  await rig.start();
});
afterEach(() => rig.stop());

describe('the upkeep around the rooms', () => {
  it('orders the compaction of a document that has been quiet for a minute, and not of a fresh one', async () => {
    const [quiet, fresh] = [await rig.createDocument(), await rig.createDocument()];
    for (const documentId of [quiet, fresh]) {
      await database().prisma.runInTransaction((tx) => rig.writer.append(tx, documentId, { kind: 'appendBlocks', blocks: [{ type: 'block', text: 'x' } as never] }, personOf('anna').actor));
    }
    await database().pool.query(`UPDATE engine.document_update SET projected = true, created_at = CASE WHEN document_id = $1 THEN now() - interval '2 minutes' ELSE created_at END`, [quiet]);
    const ordered: unknown[] = [];
    await new SweepCompactionsProcessor(database().pool, { enqueue: async (_job, data) => void ordered.push(data) }).process();
    expect(ordered).toEqual([{ documentId: quiet }]);
  });

  it('closes an open document to writers from the moment it is frozen', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    anna.words.insert(0, 'fertig');
    await until(async () => textOf(await rig.stored(documentId)) === 'fertig');
    await database().prisma.runInTransaction((tx) => rig.writer.freeze(tx, documentId));
    anna.words.insert(0, 'nicht ');
    expect(await anna.closed).toBe(4403);
    expect(textOf(await rig.stored(documentId))).toBe('fertig');
  });

  it('lists who is in a document, and no longer who has left', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    const present = async (): Promise<unknown[]> => (await database().pool.query('SELECT person_id FROM engine.presence WHERE document_id = $1', [documentId])).rows;
    await until(async () => (await present()).length === 1);
    anna.provider.disconnect();
    await until(async () => (await present()).length === 0);
  });

  it('takes a cookie only together with the right origin', async () => {
    const documentId = await rig.createDocument();
    const headers = { authorization: '', cookie: 'anna' };
    const origin = `http://127.0.0.1:${rig.port}`;
    expect(await rig.connect(documentId, 'x', { socket: { headers } }).closed).toBe(4401);
    const same = rig.connect(documentId, 'x', { socket: { headers: { ...headers, origin } } });
    await until(() => same.provider.synced);
  });
});
