import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Audience } from './audience.js';
import type { RoomMember } from './room-member.js';

interface Write {
  readonly text: string;
  readonly sequence: number;
}

/** Somebody who keeps what is written to her. */
function reader(id: number): RoomMember & { readonly writes: Write[] } {
  const actor = { kind: 'person', personId: 'p', guestId: null, organisationId: 'o', gatheringId: null, municipalityId: 'm' } as const;
  const writes: Write[] = [];
  return {
    id: String(id), visitor: { actor, credentialId: 'c', personName: '', organisationName: '' }, ownerKey: 'p/o', canWrite: true, writes,
    sendAll: () => undefined, sendIfFast: () => undefined, close: () => undefined, acknowledge: () => undefined,
    deliver: (frame, sequence) => void writes.push({ text: frame.toString(), sequence }),
  };
}

const readers = (count: number): ReturnType<typeof reader>[] => Array.from({ length: count }, (_, index) => reader(index));

describe('commits of another node', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('go out at once to a few people', () => {
    const few = readers(3);
    const audience = new Audience(new Set(few));
    audience.send(Buffer.from('own'), 1);
    audience.sendSoon(Buffer.from('theirs'), 2);
    expect(few[0]?.writes).toEqual([{ text: 'own', sequence: 1 }, { text: 'theirs', sequence: 2 }]);
  });

  it('go along with the next commit of this node in a full room, in one write and in order', () => {
    const many = readers(20);
    const author = many[0] as RoomMember & { readonly writes: Write[] };
    const audience = new Audience(new Set(many));
    audience.send(Buffer.from('a'), 1);
    audience.sendSoon(Buffer.from('b'), 2);
    audience.sendSoon(Buffer.from('c'), 3);
    jest.advanceTimersByTime(25);
    expect(many[1]?.writes).toHaveLength(1);
    audience.send(Buffer.from('d'), 4, author);
    jest.advanceTimersByTime(1_000);
    expect(many[1]?.writes.slice(1)).toEqual([{ text: 'bcd', sequence: 2 }]);
    expect(author.writes.slice(1)).toEqual([{ text: 'bc', sequence: 2 }]);
  });

  it('wait 90 ms at most', () => {
    const many = readers(20);
    const audience = new Audience(new Set(many));
    audience.send(Buffer.from('a'), 1);
    audience.sendSoon(Buffer.from('b'), 2);
    jest.advanceTimersByTime(90);
    expect(many[1]?.writes.slice(1)).toEqual([{ text: 'b', sequence: 2 }]);
  });

  it('do not wait where nobody writes', () => {
    const many = readers(20);
    const audience = new Audience(new Set(many));
    audience.sendSoon(Buffer.from('a'), 1);
    audience.send(Buffer.from('b'), 2);
    jest.advanceTimersByTime(181);
    audience.sendSoon(Buffer.from('c'), 3);
    expect(many[1]?.writes.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });
});
