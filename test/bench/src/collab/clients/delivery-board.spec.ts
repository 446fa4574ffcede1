import { beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { DeliveryBoard, type Receiver } from './delivery-board.js';
import { Typist } from './typist.js';

describe('counting deliveries', () => {
  const first = 1_000;
  let board: DeliveryBoard;
  let receiver: Receiver;
  let updates: Uint8Array[];

  beforeEach(() => {
    board = new DeliveryBoard(first, 2);
    receiver = board.receiver(true);
    const typist = new Typist(first);
    updates = Array.from({ length: 6 }, () => typist.next());
  });

  it('counts each clock once, however the server cuts and repeats it', () => {
    board.arrived(receiver, updates[0]!, 0, 1);
    board.arrived(receiver, Y.mergeUpdates(updates.slice(0, 4)), 0, 2);
    board.arrived(receiver, updates[2]!, 0, 3);
    expect(board.delivered).toBe(6);
    expect(receiver.next[0]).toBe(6);
  });

  it('does not count what lies behind a gap before the gap is closed', () => {
    board.arrived(receiver, updates[0]!, 0, 1);
    board.arrived(receiver, updates[3]!, 0, 2);
    board.arrived(receiver, updates[2]!, 0, 3);
    expect(board.delivered).toBe(3);
    board.arrived(receiver, updates[1]!, 0, 4);
    expect(board.delivered).toBe(6);
  });

  it('counts nobody but the typists', () => {
    board.arrived(receiver, new Typist(first + 2).next(), 0, 1);
    board.arrived(receiver, new Typist(first - 1).next(), 0, 1);
    expect(board.delivered).toBe(0);
  });

  it('times from sending to arrival, and only at sampled receivers', () => {
    const other = board.receiver(false);
    board.sent(0, 3, 100);
    board.sent(0, 4, 110);
    for (const one of [receiver, other]) board.arrived(one, Y.mergeUpdates(updates.slice(0, 3)), 0, 125);
    expect(board.latencies).toEqual([25, 15]);
  });

  it('begins anew without forgetting what was delivered', () => {
    board.arrived(receiver, updates[0]!, 0, 1);
    board.restart();
    board.arrived(receiver, updates[0]!, 0, 2);
    board.arrived(receiver, updates[1]!, 0, 2);
    expect(board.delivered).toBe(1);
  });

  it('reads an update in the middle of a message', () => {
    board.arrived(receiver, Buffer.concat([Buffer.of(9, 9, 9), updates[0]!]), 3, 1);
    expect(board.delivered).toBe(3);
  });
});
