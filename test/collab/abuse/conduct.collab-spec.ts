import { describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { pause, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { awarenessMessage, cursorsSeenBy, showCursor } from '../room/cursor.js';
import { Peer } from '../room/peer.js';
import { clientFrame, RoomSocket, syncMessage } from '../room/room-socket.js';
import { createDocument, storedDocument } from '../room/stored-document.js';
import { bodyOf, paragraph, updateOf } from './hostile-update.js';
import { useVictims } from './victims.js';

const database = usePlainDatabase();
const victims = useVictims(database);

const knowsAll = (one: Peer, other: Peer): boolean => Y.getState(one.doc.store, other.doc.clientID) === Y.getState(other.doc.store, other.doc.clientID);

describe('cursors', () => {
  it('carry the name of who is signed in, whatever they claim', async () => {
    const { anna, bela } = victims();
    const cursors = cursorsSeenBy(anna);
    showCursor(bela, { user: { name: 'Oberbürgermeister', organisation: 'Rathaus' } });
    await until(() => cursors.get(bela.doc.clientID) === 'bela', 'she is shown under her own name');
  });

  it('of others cannot be moved or taken away', async () => {
    const { anna, bela, open } = victims();
    const cursors = cursorsSeenBy(anna);
    showCursor(bela);
    await until(() => cursors.get(bela.doc.clientID) === 'bela', 'she is there');
    const mallory = await open('mallory');
    mallory.send(awarenessMessage(4711, 1, { cursor: 1 }));
    for (const [client, state] of [[bela.doc.clientID, { cursor: 666 }], [bela.doc.clientID, null], [anna.doc.clientID, { cursor: 1 }], [4712, { cursor: 2 }]] as const) {
      mallory.send(awarenessMessage(client, 1_000_000, state));
    }
    await until(() => cursors.get(4711) === 'mallory', 'his own is shown');
    await pause(300);
    expect(new Map(cursors)).toEqual(new Map([[bela.doc.clientID, 'bela'], [4711, 'mallory']]));
  });

  it('above 4 kB are not passed on', async () => {
    const { anna, bela } = victims();
    const received: number[] = [];
    anna.onAwareness = (bytes) => received.push(bytes.length);
    showCursor(bela, { cursor: 'x'.repeat(5_000) });
    showCursor(bela, { cursor: 'y' });
    await until(() => received.length > 0, 'the small one arrives');
    await pause(200);
    expect(Math.max(...received)).toBeLessThan(4_096);
  });

  it('that move more than twenty times a second are passed on less often, and the last one counts', async () => {
    const { anna, bela } = victims();
    const received: string[] = [];
    anna.onAwareness = (bytes) => received.push(Buffer.from(bytes).toString('latin1'));
    for (let move = 1; move <= 200; move++) {
      showCursor(bela, { cursor: `at-${move}` });
      await pause(5);
    }
    await until(() => received.at(-1)?.includes('at-200"') === true, 'the last arrives');
    // One second and a little on a quiet machine.
    expect(received.length).toBeLessThan(200 / 4);
  }, 15_000);
});

describe('what comes behind a question that makes no sense', () => {
  const written = (text: string): Buffer => {
    const doc = new Y.Doc();
    appendBlocks(doc, [{ type: 'paragraph', text }]);
    return clientFrame(syncMessage(2, Y.encodeStateAsUpdate(doc)));
  };

  it('is not taken, though it arrives with it', async () => {
    const { anna, open } = victims();
    const [carla, mallory] = [await open('carla'), await open('mallory')];
    mallory.sendRaw(Buffer.concat([clientFrame(syncMessage(0, Uint8Array.of(200))), written('Das nicht.')]));
    carla.sendRaw(Buffer.concat([clientFrame(syncMessage(0, Uint8Array.of(0))), written('Das auch.')]));
    expect((await mallory.ended).code).toBe(4400);
    await until(() => anna.text.includes('Das auch.'), 'what comes behind a sound one is');
    await victims().expectUnharmed();
    expect(anna.text).not.toContain('Das nicht.');
  });
});

describe('a flood', () => {
  it('of bytes is read more slowly, and for the others nothing changes', async () => {
    const flooder = await victims().open('mallory');
    const megabyte = awarenessMessage(4711, 1, { cursor: 'x'.repeat(1_000_000) });
    for (let index = 0; index < 28; index++) flooder.send(megabyte);
    const waited = await flooder.ping();
    // Eight more than may be saved up, at two a second.
    expect(waited).toBeGreaterThan(1_500);
    expect(flooder.isOpen).toBe(true);
    await victims().expectUnharmed();
  }, 20_000);
});

describe('a document above its quota', () => {
  it('takes no more: writers are told so, readers go on', async () => {
    const { pool } = database();
    const documentId = await createDocument(pool);
    const huge = updateOf((doc) => bodyOf(doc).insert(0, [paragraph('x'.repeat(21 * 1024 * 1024))]));
    await pool.query('INSERT INTO engine.document_snapshot (document_id, state, state_vector) VALUES ($1, $2, $3)', [documentId, Buffer.from(huge), Buffer.from(Y.encodeStateVectorFromUpdate(huge))]);
    const { port } = victims().server;
    const writer = await Peer.join({ port, documentId, name: 'anna' });
    const reader = await Peer.join({ port, documentId, name: 'bela' });
    expect(reader.text.length).toBeGreaterThan(20 * 1024 * 1024);
    appendBlocks(writer.doc, [{ type: 'paragraph', text: 'zu viel' }]);
    expect(await writer.ended).toEqual({ code: 4413, reason: 'quota' });
    expect(reader.socket?.isOpen).toBe(true);
    expect(reader.text).not.toContain('zu viel');
    expect(await reader.socket!.ping()).toBeLessThan(500);
    writer.leave();
    reader.leave();
  }, 30_000);
});

describe('somebody whose rights go while she writes', () => {
  it.each([
    ['signed out', () => victims().server.signOut('carla')],
    ['no longer in the organisation', () => victims().server.setRights('dora', null)],
  ])('(%s) is cut off within two seconds, and what waits of hers is not stored', async (how, takeAway) => {
    const name = how === 'signed out' ? 'carla' : 'dora';
    const { documentId, server, anna, bela } = victims();
    const peer = await Peer.join({ port: server.port, documentId, name });
    const lock = await database().pool.connect();
    try {
      await lock.query('BEGIN; LOCK TABLE engine.document_update IN EXCLUSIVE MODE');
      appendBlocks(anna.doc, [{ type: 'paragraph', text: 'auf dem Weg' }]);
      await pause(150);
      appendBlocks(peer.doc, [{ type: 'paragraph', text: 'zu spät' }]);
      await pause(100);
      await takeAway();
      const since = Date.now();
      await database().pool.query("SELECT pg_notify('konzeptwerkstatt', $1)", [JSON.stringify({ kind: 'access', personId: null, municipalityId: null })]);
      expect(await peer.ended).toMatchObject({ code: 4403 });
      expect(Date.now() - since).toBeLessThan(2_000);
      appendBlocks(bela.doc, [{ type: 'paragraph', text: 'auch auf dem Weg' }]);
    } finally {
      await lock.query('COMMIT');
      lock.release();
    }
    await until(() => anna.isSaved && bela.isSaved, 'the others are saved');
    const stored = (await storedDocument(database().pool, documentId)).getXmlFragment('body').toString();
    expect(stored).toContain('auf dem Weg');
    expect(stored).not.toContain('zu spät');
    expect(peer.text).not.toContain('auch auf dem Weg');
    await expect(peer.connect()).rejects.toThrow(how === 'signed out' ? '4401' : '4404');
    peer.leave();
  }, 15_000);

  it('while the text is still being read for her: she does not stay', async () => {
    const documentId = await createDocument(database().pool);
    const lock = await database().pool.connect();
    let gina: RoomSocket | undefined;
    try {
      await lock.query('BEGIN; LOCK TABLE engine.document_update, engine.document_snapshot IN ACCESS EXCLUSIVE MODE');
      gina = new RoomSocket({ port: victims().server.port, documentId, name: 'gina' });
      await pause(500);
      await victims().server.setRights('gina', null);
    } finally {
      await lock.query('COMMIT');
      lock.release();
    }
    expect(await Promise.race([gina.ended, pause(2_000)])).toMatchObject({ code: 4403, reason: 'revoked' });
  });

  it('may still read: writing ends her socket with 4403, and is not stored', async () => {
    await victims().server.setRights('emil', { canRead: true, canWrite: false });
    const before = await victims().print();
    const socket = await victims().open('emil');
    socket.send(syncMessage(2, updateOf((doc) => appendBlocks(doc, [{ type: 'paragraph', text: 'nur gelesen' }]))));
    expect((await socket.ended).code).toBe(4403);
    expect(await victims().print()).toBe(before);
  });
});

describe('readers who do not read', () => {
  it('cost little memory and harm nobody', async () => {
    const { server, documentId, anna, bela, expectUnharmed } = victims();
    const sleepers = await Promise.all(Array.from({ length: 50 }, (_, index) => RoomSocket.open({ port: server.port, documentId, name: `sleeper-${index}` })));
    sleepers.forEach((sleeper) => sleeper.pause());
    const before = server.residentMiB;
    for (let index = 0; index < 80; index++) {
      appendBlocks(anna.doc, [{ type: 'paragraph', text: 'x'.repeat(60_000) }]);
      await pause(5);
    }
    await until(() => anna.isSaved && knowsAll(bela, anna), 'five megabytes arrive', 15_000);
    // The document itself is held once; fifty queues of it would be 240 MB.
    expect(server.residentMiB - before).toBeLessThan(50 + 3 * 5);
    sleepers.forEach((sleeper) => sleeper.destroy());
    await expectUnharmed();
  }, 40_000);

  it('and ask again and again for all they lack are not answered beyond what leaves', async () => {
    const { pool } = database();
    const { server, expectUnharmed } = victims();
    const documentId = await createDocument(pool);
    const long = updateOf((doc) => bodyOf(doc).insert(0, [paragraph('x'.repeat(4 * 1024 * 1024))]));
    const vector = Y.encodeStateVectorFromUpdate(long);
    await pool.query('INSERT INTO engine.document_snapshot (document_id, state, state_vector) VALUES ($1, $2, $3)', [documentId, Buffer.from(long), Buffer.from(vector)]);
    const [client] = Y.decodeStateVector(vector).keys();
    const sleeper = await RoomSocket.open({ port: server.port, documentId, name: 'sleeper' });
    sleeper.pause();
    const before = server.residentMiB;
    // Each time she claims to have a little more: none of the answers has been made before.
    for (let has = 10; has < 160; has++) sleeper.send(syncMessage(0, Y.encodeStateVector(new Map([[client!, has]]))));
    let most = 0;
    for (let look = 0; look < 20; look++) {
      await pause(200);
      most = Math.max(most, server.residentMiB - before);
    }
    // A hundred and fifty answers would be 600 MB.
    expect(most).toBeLessThan(150);
    sleeper.destroy();
    await expectUnharmed();
  }, 30_000);

  it('are sent away once they lack eight megabytes', async () => {
    const { server, documentId, anna, expectUnharmed } = victims();
    const sleeper = await RoomSocket.open({ port: server.port, documentId, name: 'sleeper' });
    sleeper.pause();
    for (let index = 0; index < 240; index++) {
      appendBlocks(anna.doc, [{ type: 'paragraph', text: 'x'.repeat(60_000) }]);
      await pause(5);
    }
    await until(() => anna.isSaved, 'fourteen megabytes are stored', 20_000);
    // She is given a second to take the reason in; then the line is cut.
    await pause(1_500);
    sleeper.resume();
    expect(await Promise.race([sleeper.ended.then(() => 'sent away'), pause(5_000).then(() => 'still there')])).toBe('sent away');
    await expectUnharmed();
  }, 60_000);
});
