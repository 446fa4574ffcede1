import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import type { WebSocket } from 'ws';
import type { Room } from '../room/room.js';
import { Connection } from './connection.js';

const queryAwareness = Uint8Array.of(3);
const visitor: RoomVisitor = {
  actor: { kind: 'person', personId: 'p', guestId: null, organisationId: 'o', gatheringId: null, municipalityId: 'm' }, credentialId: 'c', personName: 'Anna', organisationName: 'Verein',
};

/** A line on which everything that is written stays. */
class StuckLine extends EventEmitter {
  readonly OPEN = 1;
  readonly readyState = 1;
  writableLength = 0;
  bytesWritten = 0;
  readonly endings: unknown[] = [];

  write(bytes: Uint8Array): void {
    this.writableLength += bytes.length;
    this.bytesWritten += bytes.length;
  }

  close(code: number, reason: string): void {
    this.endings.push({ code, reason });
  }

  terminate(): void {}

  resume(): void {}

  ping(): void {}
}

describe('a reader who takes nothing in of the text she asked for', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is sent away at last, however lively she is', () => {
    const line = new StuckLine();
    const room = { isCongested: false } as Room;
    const admission = { documentId: 'd', visitor, credentials: { cookie: undefined, authorization: undefined }, canWrite: true, wantsAcknowledgements: false };
    const connection = new Connection({ webSocket: line as unknown as WebSocket, socket: line as unknown as Socket }, admission, room, () => 0);
    connection.sendAll([new Uint8Array(4 * 1024 * 1024)]);
    const wait = (seconds: number): void => {
      for (let left = seconds; left > 0; left -= 10) {
        jest.advanceTimersByTime(10_000);
        connection.receive(queryAwareness, true);
        connection.ping();
      }
    };
    // So long it might take over a slow line.
    wait(250);
    expect(line.endings).toEqual([]);
    wait(60);
    expect(line.endings).toContainEqual({ code: 1013, reason: 'reader is too slow' });
  });
});
