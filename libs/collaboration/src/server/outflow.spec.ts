import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import { Outflow } from './outflow.js';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** A socket that keeps what is written to it until it is told to drain. */
class StuckSocket {
  readonly written: Buffer[] = [];
  writableLength = 0;

  write(frame: Buffer): void {
    this.written.push(frame);
    this.writableLength += frame.length;
  }

  drain(): void {
    this.writableLength = 0;
  }

  /** Numbers of the commits that were written. */
  get sent(): (number | undefined)[] {
    return this.written.map(([number]) => number);
  }
}

let socket: StuckSocket;
let outflow: Outflow;
/** Commits that somebody else wrote, from number 1 on. */
let commits: Buffer[];
beforeEach(() => {
  socket = new StuckSocket();
  outflow = new Outflow(socket as unknown as Socket);
  commits = [];
});

function commit(size: number, now: number): void {
  commits.push(Buffer.alloc(size, commits.length + 1));
  outflow.deliver(commits.at(-1) as Buffer, commits.length, now);
}

function* since(sequence: number): Generator<{ frame: Buffer; last: number }> {
  for (const [index, frame] of commits.entries()) if (index + 1 > sequence) yield { frame, last: index + 1 };
}

describe('what goes out to somebody who reads too little', () => {
  it('does not pile up beyond a megabyte and a frame', () => {
    for (let count = 0; count < 40; count++) commit(100 * kilobyte, 0);
    expect(socket.writableLength).toBeLessThan(megabyte + 101 * kilobyte);
  });

  it('is the rest, in order and nothing twice, as soon as she reads on', () => {
    for (let count = 0; count < 40; count++) commit(100 * kilobyte, 0);
    for (let drains = 0; drains < 5; drains++) {
      socket.drain();
      outflow.catchUp(since);
    }
    commit(kilobyte, 1);
    expect(socket.sent).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
  });

  it('leaves cursors out, sooner than words', () => {
    commit(300 * kilobyte, 0);
    outflow.sendIfFast(Buffer.from('cursor'));
    commit(kilobyte, 0);
    expect(socket.sent).toEqual([1, 2]);
    socket.drain();
    outflow.sendIfFast(Buffer.from('cursor'));
    expect(socket.written.at(-1)?.toString()).toBe('cursor');
  });
});

describe('waiting for somebody who reads too little', () => {
  it('ends when she lacks more than eight megabytes', () => {
    for (let count = 0; count < 9; count++) commit(megabyte, 0);
    expect(outflow.isHopeless(0)).toBe(false);
    commit(megabyte, 0);
    commit(megabyte, 0);
    expect(outflow.isHopeless(0)).toBe(true);
  });

  it('ends when she has been behind for half a minute, however little she lacks', () => {
    commit(2 * megabyte, 0);
    commit(kilobyte, 1_000);
    expect(outflow.isHopeless(30_900)).toBe(false);
    expect(outflow.isHopeless(31_100)).toBe(true);
  });

  it('begins anew once she has everything', () => {
    commit(2 * megabyte, 0);
    commit(kilobyte, 1_000);
    socket.drain();
    outflow.catchUp(since);
    commit(kilobyte, 50_000);
    expect(outflow.isHopeless(60_000)).toBe(false);
  });

  it('does not count an answer that is large because she had nothing', () => {
    outflow.sendAll([Buffer.alloc(12 * megabyte)]);
    commit(kilobyte, 0);
    expect(outflow.isHopeless(120_000)).toBe(false);
  });
});
