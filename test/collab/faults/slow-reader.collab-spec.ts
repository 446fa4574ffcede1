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

/** One writes while another takes nothing in for a moment and then reads on. @throws Error when the rest does not come */
async function pauseAndReadOn(): Promise<void> {
  const documentId = await createDocument(database().pool);
  const writer = await Peer.join({ port: server.port, documentId, name: 'anna' });
  const sleeper = await Peer.join({ port: server.port, documentId, name: 'sleeper' });
  try {
    sleeper.socket!.pause();
    for (let index = 0; index < PARAGRAPHS; index++) {
      appendBlocks(writer.doc, [{ type: 'paragraph', text: 'x'.repeat(60_000) }]);
      await pause(5);
    }
    await until(() => writer.isSaved, 'everything is stored', 15_000);
    sleeper.socket!.resume();
    const clockIn = ({ doc }: Peer): number => Y.getState(doc.store, writer.doc.clientID);
    await until(() => clockIn(sleeper) === clockIn(writer), 'the rest arrives', 10_000);
  } finally {
    // Cut off and told to come back would be another matter.
    expect(sleeper.socket!.isOpen).toBe(true);
    writer.leave();
    sleeper.leave();
  }
}

describe('a reader who takes nothing in for a moment', () => {
  it('is sent the rest once she reads on', async () => {
    await expect(pauseAndReadOn()).resolves.toBeUndefined();
  }, 40_000);

  it('would be found to lack it on a server that forgets her', async () => {
    await server.restart(['forgets-slow-readers']);
    await expect(pauseAndReadOn()).rejects.toThrow('the rest arrives');
  }, 60_000);
});
