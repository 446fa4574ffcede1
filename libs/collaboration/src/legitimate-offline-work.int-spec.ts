import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { AuthorshipRig, paragraph } from '../test/authorship-rig.js';
import { CollaborationRig, textOf, until } from '../test/collaboration-rig.js';

const database = useTestDatabase();
let rig: CollaborationRig;
let who: AuthorshipRig;
beforeEach(async () => {
  rig = new CollaborationRig(database());
  await rig.start();
  who = new AuthorshipRig(rig);
});
afterEach(() => rig.stop());

const block = '5f3c1d9e-8a54-4c2e-9f3a-0d6b7e8c9a01';
const stored = async (documentId: string): Promise<string> => textOf(await rig.stored(documentId));

/** What IndexedDB keeps: the state as it is, to be loaded by another page under a client id of its own. */
function reloaded(doc: Y.Doc): Y.Doc {
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
  return page;
}

/** A document where Anna has written a sentence, and the copy on her device that two tabs share. */
async function annaAtHome(): Promise<{ documentId: string; copy: Y.Doc }> {
  const documentId = await rig.createDocument();
  const anna = await rig.connected(documentId, 'anna');
  paragraph(anna.doc, block, 'Anfang.');
  await until(async () => (await stored(documentId)) === 'Anfang.');
  anna.provider.destroy();
  return { documentId, copy: reloaded(anna.doc) };
}

const words = (doc: Y.Doc): Y.XmlText => (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
const share = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));

describe('work without a connection that is nobody else’s', () => {
  it('of two tabs that share the copy on the device is taken from both, once, whichever connects first', async () => {
    const { documentId, copy } = await annaAtHome();
    const [left, right] = [reloaded(copy), reloaded(copy)];
    words(left).insert(7, ' Links.');
    words(right).insert(7, ' Rechts.');
    share(left, right);
    share(right, left);
    words(left).insert(words(left).length, ' Beide.');
    // The second tab sends words of the first, under the first one's client id, and the first sends them again.
    const second = await rig.connected(documentId, 'anna', { doc: right });
    await until(async () => (await stored(documentId)).includes('Links.'));
    const first = await rig.connected(documentId, 'anna', { doc: left });
    await until(() => textOf(second.doc) === textOf(first.doc));
    await until(async () => (await stored(documentId)) === textOf(first.doc));
    expect(textOf(first.doc).match(/Links|Rechts|Beide|Anfang/g)?.sort()).toEqual(['Anfang', 'Beide', 'Links', 'Rechts']);
    expect([first, second].every(({ provider }) => provider.wsconnected)).toBe(true);
    expect((await who.told(documentId)).every((passage) => passage.startsWith('anna: '))).toBe(true);
  });

  it('of hours is taken at the return, over what the others did and a compaction between', async () => {
    const { documentId, copy } = await annaAtHome();
    const device = reloaded(copy);
    for (let hour = 0; hour < 40; hour++) words(device).insert(words(device).length, ` Stunde ${hour}.`);
    words(device).delete(0, 'Anfang.'.length);
    const bela = await rig.connected(documentId, 'bela');
    for (let edit = 0; edit < 30; edit++) words(bela.doc).insert(0, `${edit % 10}`);
    await who.committed(documentId, bela);
    await who.compact(documentId);
    words(bela.doc).insert(0, 'Vorn: ');
    await who.committed(documentId, bela);
    const anna = await rig.connected(documentId, 'anna', { doc: device });
    await until(() => textOf(anna.doc) === textOf(bela.doc));
    expect(textOf(bela.doc)).toMatch(/^Vorn: \d{30} Stunde 0\..* Stunde 39\.$/);
    await until(async () => (await stored(documentId)) === textOf(bela.doc));
    const told = await who.told(documentId);
    expect(told.map((passage) => passage.slice(0, 12))).toEqual(['bela: Vorn: ', 'anna:  Stund']);
  });

  it('that the server had and lost with a restored backup is taken again from the device', async () => {
    const { documentId } = await annaAtHome();
    const bela = await rig.connected(documentId, 'bela');
    words(bela.doc).insert(0, 'Bela vorher. ');
    await who.committed(documentId, bela);
    bela.provider.destroy();
    const backup = await backUp(documentId);
    const anna = await rig.connected(documentId, 'anna');
    words(anna.doc).insert(words(anna.doc).length, ' Nach der Sicherung.');
    await who.committed(documentId, anna);
    const [device, written] = [anna.doc, textOf(anna.doc)];
    anna.provider.destroy();
    await rig.stop();
    await restore(documentId, backup);
    rig = new CollaborationRig(database());
    await rig.start();
    who = new AuthorshipRig(rig);
    expect(await stored(documentId)).toBe('Bela vorher. Anfang.');
    const back = await rig.connected(documentId, 'anna', { doc: device });
    await until(async () => (await stored(documentId)) === written);
    words(back.doc).insert(0, 'Weiter. ');
    await until(async () => (await stored(documentId)) === `Weiter. ${written}`);
    expect(await who.told(documentId)).toEqual(['anna: Weiter. ', 'bela: Bela vorher. ', 'anna: Anfang. Nach der Sicherung.']);
  });
});

type Backup = Readonly<Record<'document_update' | 'document_client', unknown[]>>;

async function backUp(documentId: string): Promise<Backup> {
  const rowsOf = async (table: string): Promise<unknown[]> => (await database().pool.query(`SELECT to_jsonb(t) AS row FROM engine.${table} t WHERE document_id = $1`, [documentId])).rows.map(({ row }) => row);
  return { document_update: await rowsOf('document_update'), document_client: await rowsOf('document_client') };
}

/** As loading a backup does: everything that was written since is gone, client ids included. */
async function restore(documentId: string, backup: Backup): Promise<void> {
  for (const [table, rows] of Object.entries(backup)) {
    await database().pool.query(`DELETE FROM engine.${table} WHERE document_id = $1`, [documentId]);
    await database().pool.query(`INSERT INTO engine.${table} OVERRIDING SYSTEM VALUE SELECT r.* FROM jsonb_populate_recordset(NULL::engine.${table}, $1) r`, [JSON.stringify(rows)]);
  }
}
