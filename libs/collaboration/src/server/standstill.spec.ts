import { beforeEach, describe, expect, it } from '@jest/globals';
import { Standstill } from './standstill.js';

const megabyte = 1024 * 1024;
let standstill: Standstill;
beforeEach(() => {
  standstill = new Standstill();
});

/** When waiting for her ends, looked at every ten seconds; null when it does not within half an hour. */
function end(at: (second: number) => { waiting: number; flushed: number }): number | null {
  for (let second = 0; second <= 1_800; second += 10) if (standstill.isHopeless(at(second), second * 1000)) return second;
  return null;
}

describe('waiting for a reader to whom nothing leaves', () => {
  it('ends after half a minute, and the time that what waits would take over a slow line', () => {
    expect(end(() => ({ waiting: 1, flushed: 0 }))).toBe(40);
    standstill = new Standstill();
    expect(end(() => ({ waiting: 4 * megabyte, flushed: 0 }))).toBe(290);
  });

  it('does not end while something leaves, however little', () => {
    expect(end((second) => ({ waiting: 4 * megabyte, flushed: second }))).toBeNull();
  });

  it('does not end for who has everything, and begins anew with what comes next', () => {
    expect(end(() => ({ waiting: 0, flushed: megabyte }))).toBeNull();
    expect(standstill.isHopeless({ waiting: 1, flushed: megabyte }, 2_000_000)).toBe(false);
    expect(standstill.isHopeless({ waiting: 1, flushed: megabyte }, 2_020_000)).toBe(false);
    expect(standstill.isHopeless({ waiting: 1, flushed: megabyte }, 2_040_000)).toBe(true);
  });
});
