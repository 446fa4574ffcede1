import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CollaborationRig, personOf, textOf, until } from '../test/collaboration-rig.js';
import { updateMessage } from '../test/protocol-message.js';
import { CompactDocumentProcessor } from './index.js';

const database = useTestDatabase();
let rig: CollaborationRig;
beforeEach(async () => {
  rig = new CollaborationRig(database());
  await rig.start();
});
afterEach(() => rig.stop());

const send = (client: { provider: { ws: WebSocket | null } }, update: Uint8Array | number[]): void => client.provider.ws!.send(updateMessage(Uint8Array.from(update)));
const wsOf = (client: unknown): { provider: { ws: WebSocket | null } } => client as { provider: { ws: WebSocket | null } };

describe('two people in one document', () => {
  it('see each other’s words, and the database has them', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    anna.words.insert(0, 'Hallo');
    const bela = await rig.connected(documentId, 'bela');
    await until(() => textOf(bela.doc) === 'Hallo');
    bela.words.insert(5, ' Anna');
    anna.words.insert(0, '> ');
    await until(() => textOf(anna.doc) === '> Hallo Anna' && textOf(bela.doc) === '> Hallo Anna');
    expect(textOf(await rig.stored(documentId))).toBe('> Hallo Anna');
    expect(rig.enqueued).toContainEqual({ job: 'concept.project-document', data: { documentId } });
  });

  it('get what they wrote without a connection', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    const bela = await rig.connected(documentId, 'bela');
    anna.words.insert(0, 'a');
    await until(() => textOf(bela.doc) === 'a');
    bela.provider.disconnect();
    bela.words.insert(1, 'b');
    anna.words.insert(0, 'c');
    await until(async () => textOf(await rig.stored(documentId)) === 'ca');
    bela.provider.connect();
    await until(() => textOf(anna.doc) === 'cab' && textOf(bela.doc) === 'cab');
  });

  it('see names that the server has written, and nobody under another’s', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    const bela = await rig.connected(documentId, 'bela');
    bela.provider.awareness.setLocalStateField('user', { name: 'Oberbürgermeister' });
    await until(() => anna.provider.awareness.getStates().get(bela.doc.clientID)?.['user']?.name === 'bela');
    expect(anna.provider.awareness.getStates().get(bela.doc.clientID)?.['user']).toMatchObject({ name: 'bela', organisation: 'Verein bela' });
    bela.provider.disconnect();
    await until(() => !anna.provider.awareness.getStates().has(bela.doc.clientID));
    bela.provider.connect();
    await until(() => anna.provider.awareness.getStates().has(bela.doc.clientID));
  });
});

describe('what a client sends that it must not send', () => {
  it.each([
    ['bytes that are no update', [1, 2, 3, 255, 255]],
    ['an element outside the schema', [...Y.encodeStateAsUpdate(withElement('script'))]],
    ['a deletion of what nobody has written yet', [0, 1, 7, 1, 5, 100]],
  ])('closes the socket with 4422 at %s and leaves the document as it was', async (_title, update) => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    const bela = await rig.connected(documentId, 'bela');
    anna.words.insert(0, 'bleibt');
    await until(() => textOf(bela.doc) === 'bleibt');
    send(wsOf(bela), update);
    expect(await bela.closed).toBe(4422);
    expect(textOf(await rig.stored(documentId))).toBe('bleibt');
    anna.words.insert(0, 'es ');
    await until(async () => textOf(await rig.stored(documentId)) === 'es bleibt');
  });

  it('refuses a huge run under another’s client id, and the victim’s next edits arrive', async () => {
    const documentId = await rig.createDocument();
    const victim = await rig.connected(documentId, 'anna');
    const attacker = await rig.connected(documentId, 'mallory');
    const witness = await rig.connected(documentId, 'bela');
    await until(() => attacker.provider.awareness.getStates().has(victim.doc.clientID));
    const forged = new Y.Doc();
    forged.clientID = victim.doc.clientID;
    forged.getXmlFragment('body').insert(0, [new Y.XmlElement('block')]);
    send(wsOf(attacker), Y.encodeStateAsUpdate(forged));
    expect(await attacker.closed).toBe(4422);
    for (let index = 0; index < 100; index++) victim.words.insert(index, 'x');
    await until(() => textOf(witness.doc) === 'x'.repeat(100));
  });

  it('is told 4413 for a message beyond one mebibyte', async () => {
    const client = await rig.connected(await rig.createDocument(), 'anna');
    wsOf(client).provider.ws!.send(Buffer.alloc(1_200_000));
    expect(await client.closed).toBe(4413);
  });
});

describe('who may come in', () => {
  it('gives the same answer for an unknown document and for one that is none of her business', async () => {
    expect(await rig.connect(newRandomId(), 'anna').closed).toBe(4404);
    rig.rights.set(personOf('bela').actor.personId!, null);
    expect(await rig.connect(await rig.createDocument(), 'bela').closed).toBe(4404);
    expect(await rig.connect('nonsense', 'anna').closed).toBe(4404);
  });

  it('turns away who is not signed in, and who has an older editor', async () => {
    const documentId = await rig.createDocument();
    rig.signedOut.add('anna');
    expect(await rig.connect(documentId, 'anna').closed).toBe(4401);
    expect(await rig.connect(documentId, 'bela', { params: { schema: '0' } }).closed).toBe(4409);
  });

  it('answers a foreign page with HTTP 403', async () => {
    const documentId = await rig.createDocument();
    const socket = new WebSocket(`ws://127.0.0.1:${rig.port}/collab/${documentId}`, { headers: { authorization: 'Bearer anna', origin: 'https://elsewhere.example' } });
    const status = await new Promise((resolve) => socket.on('unexpected-response', (_request, response) => resolve(response.statusCode)).on('error', () => undefined));
    expect(status).toBe(403);
  });

  it('lets readers read and closes with 4403 when they write', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    anna.words.insert(0, 'lesbar');
    rig.rights.set(personOf('bela').actor.personId!, { canRead: true, canWrite: false });
    const bela = await rig.connected(documentId, 'bela');
    await until(() => textOf(bela.doc) === 'lesbar');
    bela.words.insert(0, 'nicht ');
    expect(await bela.closed).toBe(4403);
    expect(textOf(await rig.stored(documentId))).toBe('lesbar');
  });

  it('cuts off within two seconds whose rights have gone', async () => {
    const documentId = await rig.createDocument();
    const bela = await rig.connected(documentId, 'bela');
    const { personId } = personOf('bela').actor;
    rig.rights.set(personId!, null);
    const since = Date.now();
    await database().pool.query('SELECT pg_notify($1, $2)', ['konzeptwerkstatt', JSON.stringify({ kind: 'access', personId, municipalityId: null })]);
    expect(await bela.closed).toBe(4403);
    expect(Date.now() - since).toBeLessThan(2000);
  });
});

describe('edits from the server', () => {
  it('reach an open text within a second, and the text reaches the reader', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    const blockId = newRandomId();
    const { prisma } = database();
    const content = await prisma.runInTransaction((tx) => rig.writer.append(tx, documentId, { kind: 'insertMeasure', blockId, title: 'Sprachmittlung' }, personOf('carla').actor));
    expect(JSON.stringify(content)).toContain('Sprachmittlung');
    await until(() => anna.doc.getXmlFragment('body').toString().includes('Sprachmittlung'), 1000);
    await prisma.runInTransaction((tx) => rig.writer.append(tx, documentId, { kind: 'setFields', blockId, values: { status: 'running' } }, personOf('carla').actor));
    await until(() => anna.doc.getMap('fields').get(`${blockId}/status`) === 'running', 1000);
    const unprojected = await prisma.runInTransaction((tx) => rig.reader.readUnprojected(tx, documentId));
    expect(unprojected?.steps.map(({ actor }) => actor.personId)).toContain(personOf('carla').actor.personId);
    expect(unprojected?.before.measures).toEqual([]);
    expect(unprojected?.steps.at(-1)?.content.measures[0]?.fields.status).toBe('running');
  });

  it('freeze the document for everybody', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    anna.words.insert(0, 'beschlossen');
    await until(async () => textOf(await rig.stored(documentId)) === 'beschlossen');
    await database().pool.query('UPDATE engine.document SET frozen_at = now() WHERE id = $1', [documentId]);
    anna.words.insert(0, 'nicht ');
    expect(await anna.closed).toBe(4403);
    expect(textOf(await rig.stored(documentId))).toBe('beschlossen');
    await expect(database().prisma.runInTransaction((tx) => rig.writer.append(tx, documentId, { kind: 'appendBlocks', blocks: [] }, personOf('anna').actor))).rejects.toThrow('frozen');
  });
});

describe('compaction', () => {
  it('loses nothing while people go on typing', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    const bela = await rig.connected(documentId, 'bela');
    const compaction = new CompactDocumentProcessor(database().prisma, rig.decoder);
    anna.words.insert(0, '.');
    await until(() => textOf(bela.doc) === '.');
    for (let round = 0; round < 60; round++) {
      (round % 2 === 0 ? anna : bela).words.insert(0, String(round % 10));
      if (round % 7 === 0) anna.words.delete(anna.words.length - 1, 1);
      if (round % 10 === 5) {
        await database().pool.query('UPDATE engine.document_update SET projected = true WHERE document_id = $1', [documentId]);
        await compaction.process({ documentId });
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await until(() => textOf(anna.doc) === textOf(bela.doc));
    await until(async () => textOf(await rig.stored(documentId)) === textOf(anna.doc));
    const newcomer = await rig.connected(documentId, 'carla');
    expect(textOf(newcomer.doc)).toBe(textOf(anna.doc));
    const { rows: [snapshot] } = await database().pool.query('SELECT version FROM engine.document_snapshot WHERE document_id = $1', [documentId]);
    expect(Number(snapshot.version)).toBeGreaterThan(1);
  });
});

function withElement(name: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment('body').insert(0, [new Y.XmlElement(name)]);
  return doc;
}
