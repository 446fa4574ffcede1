import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { pause, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { Peer } from '../room/peer.js';
import { RoomServer } from '../room/room-server.js';
import { createDocument } from '../room/stored-document.js';

/** In paragraphs of sixty thousand letters: more than the system keeps for a socket, and less than what ends it; and more than that. */
const BEHIND = 120;
const TOO_FAR_BEHIND = 240;

const database = usePlainDatabase();
let server: RoomServer;
let writer: Peer;
let sleeper: Peer;
beforeAll(async () => {
  server = await RoomServer.start({ databaseUrl: database().url });
}, 240_000);
beforeEach(() => server.restart());
afterEach(() => {
  writer.leave();
  sleeper.leave();
});
afterAll(() => server?.kill());

const write = (text: string): unknown => appendBlocks(writer.doc, [{ type: 'paragraph', text }]);

async function writeWhileSheSleeps(paragraphs: number): Promise<void> {
  const documentId = await createDocument(database().pool);
  writer = await Peer.join({ port: server.port, documentId, name: 'anna' });
  sleeper = await Peer.join({ port: server.port, documentId, name: 'sleeper' });
  write('Vorher.');
  await until(() => sleeper.text === 'Vorher.', 'the first words arrive');
  sleeper.socket!.pause();
  for (let index = 0; index < paragraphs; index++) {
    write('x'.repeat(60_000));
    await pause(5);
  }
  await until(() => writer.isSaved, 'everything is stored', 20_000);
}

/** Whether she has all that was written. */
const hasAll = (): boolean => Y.getState(sleeper.doc.store, writer.doc.clientID) === Y.getState(writer.doc.store, writer.doc.clientID);

/** @throws Error when she is not sent what she lacks, or nothing after it */
async function expectTheRest(): Promise<void> {
  await until(hasAll, 'the rest arrives', 6_000);
  write('Nachher.');
  await until(hasAll, 'what is written next arrives', 3_000);
}

/** She takes nothing in for a moment and then reads on. */
async function readOn(): Promise<void> {
  await writeWhileSheSleeps(BEHIND);
  sleeper.socket!.resume();
  await expectTheRest();
}

/** She takes nothing in until she is cut off, and comes back with what she has. */
async function comeBack(): Promise<void> {
  await writeWhileSheSleeps(TOO_FAR_BEHIND);
  // She is given a second to take the reason in; then the line is cut.
  await pause(1_500);
  const { ended } = sleeper;
  sleeper.socket!.resume();
  await ended;
  await sleeper.reconnect();
  await expectTheRest();
}

describe('a reader who takes nothing in', () => {
  it('is sent the rest once she reads on', async () => {
    await readOn();
    // Cut off and told to come back would be another matter.
    expect(sleeper.connections).toBe(1);
  }, 40_000);

  it('is cut off at last, and sent the rest when she comes back', async () => {
    await comeBack();
    expect(sleeper.connections).toBeGreaterThan(1);
  }, 60_000);
});

describe('these tests', () => {
  it.each([
    ['forgets-slow-readers', readOn, 'the rest arrives'],
    ['parks-readers-for-good', readOn, 'what is written next arrives'],
    ['answers-only-newcomers', comeBack, 'the rest arrives'],
  ])('notice a server that %s', async (broken, work, missing) => {
    await server.restart([broken]);
    await expect(work()).rejects.toThrow(missing);
  }, 60_000);
});
