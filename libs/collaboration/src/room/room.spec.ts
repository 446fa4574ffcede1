import { describe, expect, it, jest } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import * as Y from 'yjs';
import { Backlog } from '../log/backlog.js';
import type { DocumentTail } from '../log/document-tail.reader.js';
import type { LogSource, UpdateLog } from '../log/log-entry.js';
import { NO_NEIGHBOURS } from '../nodes/room-relay.js';
import { OPEN_GATE } from '../walk/structure-gate.js';
import { SyncType, type Frame } from './frames.js';
import { OpenedDocument } from './opened-document.js';
import type { RoomMember } from './room-member.js';
import { Room } from './room.js';

const nothing: DocumentTail = { frozen: false, schemaVersion: 1, snapshotVersion: 0, snapshot: null, rows: [], owners: new Map(), xmin: '1' };

/** A log that has everything on disk one turn later. */
function quickLog(stored: Uint8Array[]): UpdateLog {
  const commit = (source: LogSource): void => {
    const entries = source.collect(Number.MAX_SAFE_INTEGER);
    stored.push(...entries.map(({ payload }) => payload));
    if (entries.length > 0) source.settle(new Map(entries.map((entry) => [entry, 'committed'])), false);
  };
  return { backlog: new Backlog(), enlist: (source) => void setImmediate(() => commit(source)) };
}

function roomOf(tail: DocumentTail, stored: Uint8Array[] = [], onGrown: () => void = () => undefined, later = tail, logger = createLogger({ level: 'silent' }), readWhole = async (): Promise<DocumentTail | null> => later): Room {
  return new Room('document', new OpenedDocument(tail), {
    log: quickLog(stored), reader: { readWhole, readSince: async () => later }, maxDocumentBytes: 1_000_000, neighbours: NO_NEIGHBOURS,
    gate: OPEN_GATE, diffs: { diff: async () => new Uint8Array() }, logger, onCommitted: () => undefined, onGrown,
  });
}

const emptyRoom = (stored: Uint8Array[]): Room => roomOf(nothing, stored);

/** One of several windows of the same person. */
function windowOfOne(id: string, closed: string[]): RoomMember {
  const actor = { kind: 'person', personId: 'p', guestId: null, organisationId: 'o', gatheringId: null, municipalityId: 'm' } as const;
  return {
    id, visitor: { actor, credentialId: 'c', personName: '', organisationName: '' }, ownerKey: 'p/o', canWrite: true,
    sendAll: () => undefined, deliver: () => undefined, sendIfFast: () => undefined, close: (_code, reason) => void closed.push(reason), acknowledge: () => undefined,
  };
}

function keystrokes(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let number = 0; number < count; number++) doc.getText('words').insert(number, 'x');
  return updates;
}

it('updates that come in the wrong order are all taken once the first is there', async () => {
  const [stored, closed] = [[] as Uint8Array[], [] as string[]];
  const room = emptyRoom(stored);
  const member = windowOfOne('1', closed);
  const [first, ...rest] = keystrokes(200) as [Uint8Array, ...Uint8Array[]];
  for (const update of rest.reverse()) room.receive(member, update, 1);
  room.receive(member, first, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const doc = new Y.Doc();
  for (const update of stored) Y.applyUpdate(doc, update);
  expect(doc.getText('words').length).toBe(200);
  expect(closed).toEqual([]);
});

it('endless updates without a beginning neither end the process nor hold it up', () => {
  const [stored, closed] = [[] as Uint8Array[], [] as string[]];
  const room = emptyRoom(stored);
  const [first, ...rest] = keystrokes(3_000) as [Uint8Array, ...Uint8Array[]];
  const members = Array.from({ length: 6 }, (_, index) => windowOfOne(String(index), closed));
  rest.reverse().forEach((update, index) => room.receive(members[index % members.length] as RoomMember, update, 1));
  const begun = performance.now();
  expect(() => room.receive(members[0] as RoomMember, first, 1)).not.toThrow();
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(closed).toContain('update refused');
});

it('what one window sent that builds on what another one no longer may is not stored without it, and is taken as a whole when it comes again', async () => {
  const [stored, closed] = [[] as Uint8Array[], [] as string[]];
  const room = emptyRoom(stored);
  const [one, other, another] = ['1', '2', '3'].map((id) => windowOfOne(id, closed)) as [RoomMember, RoomMember, RoomMember];
  const [first, second, third] = keystrokes(3) as [Uint8Array, Uint8Array, Uint8Array];
  room.receive(one, first, 1);
  room.receive(other, second, 1);
  room.receive(one, third, 2);
  room.discardWaiting(one);
  expect(closed).toEqual(['builds on what was not taken']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(stored).toEqual([]);
  for (const [index, update] of [first, second, third].entries()) room.receive(another, update, index + 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const doc = new Y.Doc();
  for (const update of stored) Y.applyUpdate(doc, update);
  expect(doc.getText('words').length).toBe(3);
});

describe('a text that nobody has open yet', () => {
  const [first, ...rest] = keystrokes(50) as [Uint8Array, ...Uint8Array[]];
  const tail: DocumentTail = { ...nothing, snapshot: first, rows: rest.map((payload) => ({ payload, ownerKey: 'p/o' })) };
  const emptyVector = Uint8Array.of(0);

  function listener(id: string, heard: Frame[]): RoomMember {
    return { ...windowOfOne(id, []), sendAll: (frames) => void heard.push(...frames.map((bytes) => Buffer.from(bytes))) };
  }

  /** Kind and content of a short synchronisation frame: WebSocket header, type, kind, length. */
  const kindOf = (frame: Frame): number | undefined => frame[3];
  const contentOf = (frame: Frame): Uint8Array => frame.subarray(5);

  it('is sent as it is stored, complete with the last frame, before anybody is asked for anything', async () => {
    const heard: Frame[] = [];
    const room = roomOf(tail);
    const member = listener('1', heard);
    room.join(member);
    await room.answer(member, emptyVector);
    expect(heard.map(kindOf)).toEqual([...Array.from({ length: 50 }, () => SyncType.update), SyncType.step2]);
    const doc = new Y.Doc();
    for (const frame of heard) Y.applyUpdate(doc, contentOf(frame));
    expect(doc.getText('words').length).toBe(50);
    await new Promise((resolve) => setImmediate(resolve));
    expect(kindOf(heard.at(-1) as Frame)).toBe(SyncType.step1);
    expect(Y.decodeStateVector(contentOf(heard.at(-1) as Frame))).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
  });

  it('is read at once when an update comes first', () => {
    const [stored, closed] = [[] as Uint8Array[], [] as string[]];
    const room = roomOf(tail, stored);
    const doc = new Y.Doc();
    for (const update of [first, ...rest]) Y.applyUpdate(doc, update);
    doc.on('update', (update: Uint8Array) => room.receive(windowOfOne('1', closed), update, 1));
    doc.getText('words').insert(50, 'y');
    expect([closed, room.hasWaiting]).toEqual([[], true]);
  });

  it('asks whoever came and asked for nothing after a moment', async () => {
    const heard: Frame[] = [];
    roomOf(tail).join(listener('1', heard));
    expect(heard).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(heard.map(kindOf)).toEqual([SyncType.step1]);
  });

  it('sends everybody away for another try when what is stored cannot be read', async () => {
    const closed: string[] = [];
    const room = roomOf({ ...nothing, snapshot: Uint8Array.of(255, 255, 1) });
    const member = windowOfOne('1', closed);
    room.join(member);
    room.receive(member, first, 1);
    await room.answer(member, Uint8Array.of(1, 5, 5));
    expect(new Set(closed)).toEqual(new Set(['not available']));
  });
});

it('a text that has grown by thousands of structs is compacted when the last has left, and not twice', async () => {
  let grown = 0;
  const room = roomOf(nothing, [], () => (grown += 1));
  const member = windowOfOne('1', []);
  for (const update of keystrokes(9_900)) room.receive(member, update, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  room.rest();
  expect(grown).toBe(0);
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => room.receive(member, update, 1));
  for (let number = 0; number < 200; number++) doc.getText('others').insert(number, 'z');
  await new Promise((resolve) => setTimeout(resolve, 20));
  room.rest();
  room.rest();
  expect(grown).toBe(1);
});

it('each part of a long tail goes out under its own number, so that who falls behind in the middle is sent the rest', async () => {
  const doc = new Y.Doc();
  const rows: DocumentTail['rows'][number][] = [];
  doc.on('update', (payload: Uint8Array) => void rows.push({ payload, ownerKey: 'p/o' }));
  for (const letter of ['a', 'b', 'c']) doc.getText('words').insert(0, letter.repeat(200_000));
  const room = roomOf(nothing, [], () => undefined, { ...nothing, rows });
  const numbers: number[] = [];
  room.join({ ...windowOfOne('1', []), deliver: (_frame, sequence) => void numbers.push(sequence) });
  await room.catchUp();
  expect(numbers).toEqual([1, 2, 3]);
  expect([...room.committedSince(1)]).toHaveLength(2);
});

it('who writes under the client id of somebody else is refused, and noted by id for who looks after security', () => {
  const logger = createLogger({ level: 'silent' });
  const noted = jest.spyOn(logger, 'warn');
  const closed: string[] = [];
  const [update] = keystrokes(1) as [Uint8Array];
  const [client] = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update)).keys();
  const room = roomOf({ ...nothing, owners: new Map([[client as number, 'somebody/else']]) }, [], () => undefined, nothing, logger);
  room.receive(windowOfOne('1', closed), update, 1);
  expect(closed).toEqual(['update refused']);
  expect(noted).toHaveBeenCalledWith({ security: 'update-refused', documentId: 'document', personId: 'p', guestId: null, organisationId: 'o', reason: 'foreign client id' }, 'update refused');
});

it.each<[string, () => Promise<DocumentTail | null>]>([
  ['is away', () => Promise.reject(new Error('away'))],
  ['makes no sense', async () => ({ ...nothing, snapshotVersion: 1, snapshot: Uint8Array.of(255, 255, 1) })],
])('where rows were folded away before they were seen and the whole log %s, that is noted, and the next reading finds it', async (_what, readWhole) => {
  const logger = createLogger({ level: 'silent' });
  const noted = jest.spyOn(logger, 'warn');
  const updates = keystrokes(2);
  let whole = readWhole;
  const room = roomOf(nothing, [], () => undefined, { ...nothing, rows: [{ payload: updates[1] as Uint8Array, ownerKey: 'p/o' }] }, logger, () => whole());
  await room.catchUp();
  await new Promise((resolve) => setImmediate(resolve));
  expect(noted).toHaveBeenCalledWith(expect.objectContaining({ documentId: 'document' }), 'log not read as a whole');
  whole = async () => ({ ...nothing, rows: updates.map((payload) => ({ payload, ownerKey: 'p/o' })) });
  await room.catchUp();
  await new Promise((resolve) => setImmediate(resolve));
  expect([...room.committedSince(0)]).toHaveLength(1);
});
