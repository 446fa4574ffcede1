import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { pause, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { Peer } from '../room/peer.js';
import { RoomServer } from '../room/room-server.js';
import { createDocument } from '../room/stored-document.js';

/** More than the system keeps for a socket, and less than what ends it: in paragraphs of sixty thousand letters. */
const PARAGRAPHS = 120;

const database = usePlainDatabase();
let server: RoomServer;
beforeAll(async () => {
  server = await RoomServer.start({ databaseUrl: database().url });
}, 240_000);
afterAll(() => server?.kill());

/** One writes while another takes nothing in for a moment and then reads on. @returns how many clocks of the writer she lacks in the end */
async function lackedAfterPause(): Promise<number> {
  const documentId = await createDocument(database().pool);
  const writer = await Peer.join({ port: server.port, documentId, name: 'anna' });
  const sleeper = await Peer.join({ port: server.port, documentId, name: 'sleeper' });
  const lacked = (): number => Y.getState(writer.doc.store, writer.doc.clientID) - Y.getState(sleeper.doc.store, writer.doc.clientID);
  sleeper.socket!.pause();
  for (let index = 0; index < PARAGRAPHS; index++) {
    appendBlocks(writer.doc, [{ type: 'paragraph', text: 'x'.repeat(60_000) }]);
    await pause(5);
  }
  await until(() => writer.isSaved, 'everything is stored', 15_000);
  sleeper.socket!.resume();
  await until(() => lacked() === 0, 'the rest arrives', 10_000).catch(() => undefined);
  expect(sleeper.socket!.isOpen).toBe(true);
  const left = lacked();
  writer.leave();
  sleeper.leave();
  return left;
}

describe('a reader who takes nothing in for a moment', () => {
  it('is sent the rest once she reads on', async () => {
    expect(await lackedAfterPause()).toBe(0);
  }, 40_000);

  it('would be found to lack it on a server that forgets her', async () => {
    await server.restart(['forgets-slow-readers']);
    expect(await lackedAfterPause()).toBeGreaterThan(0);
  }, 60_000);
});
