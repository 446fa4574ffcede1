import { beforeEach, describe, expect, it } from '@jest/globals';
import { PendingUpdates, type PendingUpdate } from './pending-updates.js';
import type { RoomMember } from './room-member.js';

const [mallory, anna] = [{ id: 'mallory' }, { id: 'anna' }] as RoomMember[] as [RoomMember, RoomMember];

let pending: PendingUpdates;
beforeEach(() => { pending = new PendingUpdates(); });

/** An update of so many bytes with a gap before it. */
function update({ member = mallory, bytes = 1, since = 0, from = 0 } = {}): PendingUpdate {
  const section = { client: 1, from, to: from + 1, skips: [], needs: [], count: 1, start: 0, end: bytes, placed: null };
  return { member, message: 1, since, outline: { bytes: new Uint8Array(bytes), sections: [section], deletes: [], isPlaced: false } };
}

describe('what waits for something before it', () => {
  it('may be 64 kilobytes of one sender, and as many of each other', () => {
    expect(pending.add(update({ bytes: 40 * 1024 }))).toBe(true);
    expect(pending.add(update({ bytes: 24 * 1024 + 1 }))).toBe(false);
    expect(pending.add(update({ bytes: 24 * 1024 }))).toBe(true);
    expect(pending.add(update())).toBe(false);
    expect(pending.add(update({ member: anna, bytes: 64 * 1024 }))).toBe(true);
  });

  it('may be 256 updates of one sender, however small', () => {
    for (let index = 0; index < 256; index++) expect(pending.add(update())).toBe(true);
    expect(pending.add(update())).toBe(false);
    expect(pending.add(update({ member: anna }))).toBe(true);
  });

  it('waits two seconds', () => {
    pending.add(update({ since: 1_000 }));
    pending.add(update({ member: anna, since: 2_000 }));
    expect(pending.expired(2_999)).toEqual([]);
    expect(pending.expired(3_000).map(({ member }) => member)).toEqual([mallory]);
  });

  it('goes with its sender, and nobody else’s does', () => {
    pending.add(update());
    pending.add(update({ member: anna }));
    pending.drop(mallory);
    expect(pending.takeAll().map(({ member }) => member)).toEqual([anna]);
    expect(pending.isEmpty).toBe(true);
  });

  it('is tried again from the earliest on', () => {
    for (const from of [7, 3, 5]) pending.add(update({ from }));
    expect(pending.takeAll().map(({ outline }) => outline.sections[0]?.from)).toEqual([3, 5, 7]);
  });
});
