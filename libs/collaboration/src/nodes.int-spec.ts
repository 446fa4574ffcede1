import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CollaborationRig, textOf, until, wordsOf } from '../test/collaboration-rig.js';
import { updateMessage } from '../test/protocol-message.js';

const database = useTestDatabase();

describe('two nodes on one database', () => {
  let [one, other]: [CollaborationRig, CollaborationRig] = [undefined as never, undefined as never];
  beforeEach(async () => {
    [one, other] = [new CollaborationRig(database()), new CollaborationRig(database())];
    await one.start();
    await other.start();
  });
  afterEach(async () => {
    await one.stop();
    await other.stop();
  });

  it('show each other’s words within a second, both ways', async () => {
    const documentId = await one.createDocument();
    const anna = await one.connected(documentId, 'anna');
    const bela = await other.connected(documentId, 'bela');
    anna.words.insert(0, 'Hallo');
    await until(() => textOf(bela.doc) === 'Hallo', 1000);
    bela.words.insert(5, ' Anna');
    await until(() => textOf(anna.doc) === 'Hallo Anna', 1000);
  });

  it('show each other’s cursors, and those of who was there before', async () => {
    const documentId = await one.createDocument();
    const anna = await one.connected(documentId, 'anna');
    anna.provider.awareness.setLocalStateField('cursor', 1);
    const bela = await other.connected(documentId, 'bela');
    await until(() => bela.provider.awareness.getStates().get(anna.doc.clientID)?.['user']?.name === 'anna', 1000);
    bela.provider.awareness.setLocalStateField('cursor', 2);
    await until(() => anna.provider.awareness.getStates().get(bela.doc.clientID)?.['cursor'] === 2, 1000);
    bela.provider.destroy();
    await until(() => !anna.provider.awareness.getStates().has(bela.doc.clientID), 1000);
  });

  it('bring a text too large for a signal', async () => {
    const documentId = await one.createDocument();
    const anna = await one.connected(documentId, 'anna');
    const bela = await other.connected(documentId, 'bela');
    anna.words.insert(0, 'x'.repeat(50_000));
    await until(() => textOf(bela.doc).length === 50_000, 2000);
  });

  it('make up for signals that were lost', async () => {
    const documentId = await one.createDocument();
    const anna = await one.connected(documentId, 'anna');
    const bela = await other.connected(documentId, 'bela');
    anna.words.insert(0, 'a');
    await until(() => textOf(bela.doc) === 'a');
    const { rowCount } = await database().pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'collaboration-signals' AND datname = current_database()");
    expect(rowCount).toBe(2);
    anna.words.insert(1, 'b');
    await until(() => textOf(bela.doc) === 'ab', 3000);
    anna.words.insert(2, 'c');
    await until(() => textOf(bela.doc) === 'abc', 3000);
  });

  it('refuse to let somebody write under a client id of the other node', async () => {
    const documentId = await one.createDocument();
    const anna = await one.connected(documentId, 'anna');
    anna.words.insert(0, 'meins');
    const attacker = await other.connected(documentId, 'bela');
    await until(() => textOf(attacker.doc) === 'meins');
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(anna.doc));
    forged.clientID = anna.doc.clientID;
    wordsOf(forged).insert(0, 'nicht ');
    (attacker.provider.ws as unknown as WebSocket).send(updateMessage(Y.encodeStateAsUpdate(forged, Y.encodeStateVector(anna.doc))));
    expect(await attacker.closed).toBe(4422);
    anna.words.insert(0, 'alles ');
    const witness = await other.connected(documentId, 'carla');
    await until(() => textOf(witness.doc) === 'alles meins');
  });
});
