import { expect, it } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import * as Y from 'yjs';
import { Backlog } from '../log/backlog.js';
import type { LogSource, UpdateLog } from '../log/log-entry.js';
import { NO_NEIGHBOURS } from '../nodes/room-relay.js';
import { OPEN_GATE } from '../walk/structure-gate.js';
import { OpenedDocument } from './opened-document.js';
import type { RoomMember } from './room-member.js';
import { Room } from './room.js';

const nothing = { frozen: false, schemaVersion: 1, snapshotVersion: 0, snapshot: null, rows: [], owners: new Map(), xmin: '1' };

/** A log that has everything on disk one turn later. */
function quickLog(stored: Uint8Array[]): UpdateLog {
  const commit = (source: LogSource): void => {
    const entries = source.collect(Number.MAX_SAFE_INTEGER);
    stored.push(...entries.map(({ payload }) => payload));
    if (entries.length > 0) source.settle(new Map(entries.map((entry) => [entry, 'committed'])));
  };
  return { backlog: new Backlog(), enlist: (source) => void setImmediate(() => commit(source)) };
}

function emptyRoom(stored: Uint8Array[]): Room {
  return new Room('document', new OpenedDocument(nothing), {
    log: quickLog(stored), reader: { read: async () => nothing }, maxDocumentBytes: 1_000_000, neighbours: NO_NEIGHBOURS,
    gate: OPEN_GATE, diffs: { diff: async () => new Uint8Array() }, logger: createLogger({ level: 'silent' }), onCommitted: () => undefined, onGrown: () => undefined,
  });
}

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
