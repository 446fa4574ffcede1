import { expect, it, jest } from '@jest/globals';
import type { Frame } from '../room/frames.js';
import type { RoomMember } from '../room/room-member.js';
import { AwarenessBoard } from './awareness-board.js';
import { readAwareness, writeAwareness } from './awareness-message.js';

function member(personId: string, heard: Frame[] = []): RoomMember {
  const actor = { kind: 'person', personId, guestId: null, organisationId: 'o', gatheringId: null, municipalityId: 'm' } as const;
  return {
    id: personId, visitor: { actor, credentialId: 'c', personName: personId, organisationName: 'Verein' }, ownerKey: `${personId}/o`, canWrite: true,
    sendAll: () => undefined, deliver: () => undefined, sendIfFast: (frame) => void heard.push(frame), close: () => undefined, acknowledge: () => undefined,
  };
}

/** Client ids and what they show, of a short frame: WebSocket header, type, length. */
function shown([frame]: readonly Frame[]): Record<number, { at?: string } | null> {
  if (frame === undefined) return {};
  const header = frame[1] === 126 ? 4 : 2;
  const length = (frame[header + 1] as number) < 128 ? 1 : 2;
  return Object.fromEntries(readAwareness(frame.subarray(header + 1 + length), () => true).map(({ client, json }) => [client, JSON.parse(json) as { at?: string } | null]));
}

it('a newcomer is shown who is there now, also when others came, moved and left since the last one', () => {
  jest.useFakeTimers();
  try {
    const members = new Set<RoomMember>();
    const board = new AwarenessBoard(members, () => undefined);
    const [anna, bilal] = [member('Anna'), member('Bilal')];
    const show = (one: RoomMember, client: number, clock: number, at: string): void => {
      members.add(one);
      board.receive(one, writeAwareness([{ client, clock, json: JSON.stringify({ at }) }]));
      jest.runOnlyPendingTimers();
    };
    expect(board.greeting()).toEqual([]);
    show(anna, 1, 1, 'Kapitel 1');
    expect(shown(board.greeting())).toMatchObject({ 1: { at: 'Kapitel 1', user: { name: 'Anna' } } });
    show(bilal, 2, 1, 'Kapitel 2');
    show(anna, 1, 2, 'Kapitel 3');
    expect(shown(board.greeting())).toMatchObject({ 1: { at: 'Kapitel 3' }, 2: { at: 'Kapitel 2' } });
    expect(board.greeting()[0]).toBe(board.greeting()[0]);
    members.delete(anna);
    board.leave(anna);
    jest.runOnlyPendingTimers();
    expect(Object.keys(shown(board.greeting()))).toEqual(['2']);
    const bilalAgain = member('Bilal');
    members.add(bilalAgain);
    board.receive(bilalAgain, writeAwareness([{ client: 2, clock: 1, json: 'no state' }]));
    jest.runOnlyPendingTimers();
    expect(shown(board.greeting())).toEqual({});
  } finally {
    jest.useRealTimers();
  }
});

it('what somebody shows is measured in bytes, whatever the script', () => {
  const board = new AwarenessBoard(new Set(), () => undefined);
  const anna = member('Anna');
  jest.useFakeTimers();
  try {
    const show = (clock: number, at: string): void => {
      board.receive(anna, writeAwareness([{ client: 1, clock, json: JSON.stringify({ at }) }]));
      jest.runOnlyPendingTimers();
    };
    show(1, 'ق'.repeat(1_500));
    expect(shown(board.greeting())[1]?.at).toHaveLength(1_500);
    show(2, 'ق'.repeat(2_500));
    expect(shown(board.greeting())[1]?.at).toHaveLength(1_500);
  } finally {
    jest.useRealTimers();
  }
});

it('who was silent for so long that she was taken for gone is shown again as soon as she stirs', () => {
  jest.useFakeTimers();
  try {
    const board = new AwarenessBoard(new Set(), () => undefined);
    const anna = member('Anna');
    const show = (clock: number, at: string): void => {
      board.receive(anna, writeAwareness([{ client: 1, clock, json: JSON.stringify({ at }) }]));
      jest.runOnlyPendingTimers();
    };
    show(1, 'Kapitel 1');
    board.expire(Date.now() + 60_000);
    jest.runOnlyPendingTimers();
    expect(shown(board.greeting())).toEqual({});
    show(2, 'Kapitel 2');
    expect(shown(board.greeting())).toMatchObject({ 1: { at: 'Kapitel 2', user: { name: 'Anna' } } });
  } finally {
    jest.useRealTimers();
  }
});
