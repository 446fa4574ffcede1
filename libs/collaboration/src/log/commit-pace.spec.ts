import { describe, expect, it } from '@jest/globals';
import { CommitPace, type CommitSize } from './commit-pace.js';

/** Commits of that size, so many a second for two seconds, each of which takes so long. @returns how long the next one waits for after the last began */
function windowAfter(size: CommitSize, perSecond: number, took = 5): number {
  const pace = new CommitPace();
  let now = 0;
  for (; now < 2_000; now += 1_000 / perSecond) {
    pace.begin(now);
    pace.count(size, now + took);
  }
  pace.begin(now);
  return pace.delay(now);
}

describe('how far apart commits are', () => {
  it('not at all with few people', () => {
    expect(windowAfter({ rows: 1, frames: 3, rooms: 1, isRelayed: false }, 5)).toBe(0);
  });

  it('some 30 ms with a full room, and further where other nodes hear of it', () => {
    expect(windowAfter({ rows: 2, frames: 200, rooms: 1, isRelayed: false }, 50)).toBeCloseTo(31.5);
    expect(windowAfter({ rows: 2, frames: 200, rooms: 1, isRelayed: true }, 50)).toBeCloseTo(119.5);
  });

  it('a little closer the longer a commit takes, so that the last one still has it in time', () => {
    const windows = [1, 4, 7, 20].map((took) => windowAfter({ rows: 2, frames: 200, rooms: 1, isRelayed: false }, 30, took));
    expect(windows.map(Math.round)).toEqual([34, 33, 30, 28]);
  });

  it('far already with half a room, where other nodes write to as many', () => {
    const size: CommitSize = { rows: 5, frames: 50, rooms: 1, isRelayed: false };
    const [alone, relayed] = [windowAfter(size, 10), windowAfter({ ...size, isRelayed: true }, 10)];
    expect(alone).toBeLessThan(8);
    expect(relayed).toBeGreaterThan(80);
  });

  it('further with hundreds of rooms', () => {
    expect(windowAfter({ rows: 30, frames: 60, rooms: 30, isRelayed: false }, 20)).toBeCloseTo(191.5);
  });

  it('nothing again after a quiet second', () => {
    const pace = new CommitPace();
    pace.begin(0);
    pace.count({ rows: 500, frames: 5_000, rooms: 100, isRelayed: true }, 5);
    expect(pace.delay(10)).toBeGreaterThan(0);
    pace.begin(3_000);
    expect(pace.delay(3_000)).toBe(0);
  });
});
