import { expect, it, jest } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import * as Y from 'yjs';
import { Backlog } from '../log/backlog.js';
import type { DocumentTail } from '../log/document-tail.reader.js';
import { NO_NEIGHBOURS } from '../nodes/room-relay.js';
import { OPEN_GATE } from '../walk/structure-gate.js';
import type { RoomMember } from './room-member.js';
import type { Room } from './room.js';
import { RoomRegistry } from './room-registry.js';

const tailOf = (updates: readonly Uint8Array[]): DocumentTail => ({
  frozen: false, schemaVersion: 1, snapshotVersion: 0, snapshot: null, rows: updates.map((payload) => ({ payload, ownerKey: 'p/o' })), owners: new Map(), xmin: '1',
});

/** Rooms of a node that knows of no other one, over a log that is read as `read` says. */
function roomsAlone(read: () => Promise<DocumentTail | null>, listen: () => Promise<void>): RoomRegistry {
  const parts = {
    log: { backlog: new Backlog(), enlist: () => undefined }, reader: { readWhole: read, readSince: read }, maxDocumentBytes: 1_000_000, neighbours: NO_NEIGHBOURS,
    gate: OPEN_GATE, diffs: { diff: async () => new Uint8Array() }, logger: createLogger({ level: 'silent' }), onCommitted: () => undefined, onGrown: () => undefined,
  };
  return new RoomRegistry(parts, { exist: false, listen, join: () => undefined, leave: () => undefined });
}

/** What somebody would read in a room. Its frames are short: WebSocket header, type, kind, length. */
function wordsIn(room: Room | null): string {
  const doc = new Y.Doc();
  for (const { frame } of room?.committedSince(0) ?? []) Y.applyUpdate(doc, frame.subarray(5));
  return doc.getText('words').toString();
}

it('what is written between the reading of a text and the opening of its room is not missed', async () => {
  const doc = new Y.Doc();
  const log: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void log.push(update));
  doc.getText('words').insert(0, 'Anfang');
  let isHeard: () => void = () => undefined;
  const rooms = roomsAlone(async () => tailOf([...log]), () => new Promise((resolve) => (isHeard = resolve)));
  const opening = rooms.enter('document');
  expect(rooms.ids()).toEqual(['document']);
  // It is read by now, and not yet open: somebody writes, and says so.
  await new Promise((resolve) => setImmediate(resolve));
  doc.getText('words').insert(6, ' und Ende');
  const hearing = rooms.hear('document');
  expect(rooms.find('document')).toBeUndefined();
  isHeard();
  const room = await opening;
  await hearing;
  expect(wordsIn(room)).toBe('Anfang und Ende');
});

it('a text that is made while somebody else is finding none is opened by who knows of it', async () => {
  const answers: ((tail: DocumentTail | null) => void)[] = [];
  const rooms = roomsAlone(() => new Promise((resolve) => answers.push(resolve)), async () => undefined);
  const early = rooms.enter('document');
  const knowing = rooms.enterExisting('document');
  answers[0]?.(null);
  expect(await early).toBeNull();
  await new Promise((resolve) => setImmediate(resolve));
  answers[1]?.(tailOf([]));
  expect(await knowing).not.toBeNull();
});

it('news of a text that cannot be opened, or that nobody has open, harm nobody', async () => {
  const rooms = roomsAlone(() => Promise.reject(new Error('away')), async () => undefined);
  const opening = rooms.enter('document');
  const hearing = rooms.hear('document');
  await expect(opening).rejects.toThrow('away');
  await expect(Promise.all([hearing, rooms.hear('another')])).resolves.toEqual([undefined, undefined]);
  expect(rooms.ids()).toEqual([]);
});

it('a room that cannot be looked after does not keep the others from it', async () => {
  const rooms = roomsAlone(async () => tailOf([]), async () => undefined);
  const [broken, sound] = [await rooms.enter('broken'), await rooms.enter('sound')];
  for (const room of [broken, sound]) room?.join({ canWrite: false, sendAll: () => undefined } as unknown as RoomMember);
  jest.spyOn(broken as Room, 'tick').mockRejectedValue(new Error('not to be read'));
  const tick = jest.spyOn(sound as Room, 'tick');
  await rooms.tick(1_000);
  expect(tick).toHaveBeenCalledTimes(1);
});

it('a room that nobody is in is not let go while somebody is at its door', async () => {
  const rooms = roomsAlone(async () => tailOf([]), async () => undefined);
  const room = await rooms.enter('document');
  await rooms.tick(0);
  await rooms.tick(29_000);
  expect(await rooms.enter('document')).toBe(room);
  await rooms.tick(30_000);
  await rooms.tick(35_000);
  expect(rooms.find('document')).toBe(room);
  // She was not let in.
  await rooms.tick(60_000);
  expect(rooms.find('document')).toBeUndefined();
});
