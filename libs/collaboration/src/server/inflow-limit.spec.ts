import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '../collaboration.limits.js';
import { InflowLimit } from './inflow-limit.js';

const rates = { messagesPerSecond: 200, bytesPerSecond: 1_000_000 };

/** Somebody who sends the next message as soon as she is read again. @returns when she was sent away, and how many of hers were taken by then; milliseconds */
function flood(size: number, untilMs: number): { sentAwayAt: number | null; taken: number } {
  const limit = new InflowLimit(rates, 0);
  for (let now = 0, taken = 0; ;) {
    const pause = limit.take(size, now);
    if (pause === null) return { sentAwayAt: now, taken };
    taken += 1;
    now += pause;
    if (now > untilMs) return { sentAwayAt: null, taken };
  }
}

describe('who sends more than she may', () => {
  it.each([['messages', 1, 200], ['bytes', 100_000, 10]])('(%s) may send what ten seconds allow at once, is then read at that pace, and sent away after ten more of it', (_what, size, perSecond) => {
    const { sentAwayAt, taken } = flood(size, 60_000);
    expect(sentAwayAt).toBeGreaterThan(10_000);
    expect(sentAwayAt).toBeLessThan(12_000);
    expect(taken).toBeGreaterThanOrEqual(10 * perSecond);
    expect(taken).toBeLessThanOrEqual((10 + 12) * perSecond);
  });

  it('is not sent away when she pauses, however often', () => {
    const limit = new InflowLimit(rates, 0);
    for (let round = 0, now = 0; round < 20; round++, now += 10_000) {
      for (let index = 0; index < 1_990; index++) expect(limit.take(1, now)).toBe(0);
    }
  });

  it('and is slowed down now and then has her ten seconds anew after a second’s rest', () => {
    const limit = new InflowLimit(rates, 0);
    for (let round = 0, now = 0; round < 10; round++, now += 12_000) {
      let pause: number | null = 0;
      for (let index = 0; index < 2_500 && pause === 0; index++) pause = limit.take(1, now);
      expect(pause).toBeGreaterThan(0);
    }
  });
});

describe('never slowed down is who', () => {
  it('writes as people do', () => {
    const limit = new InflowLimit(rates, 0);
    for (let now = 0; now < 60_000; now += 50) expect(limit.take(60, now)).toBe(0);
  });

  it('brings the largest text along at once, written offline, and goes on writing', () => {
    const limit = new InflowLimit(DEFAULT_LIMITS, 0);
    for (let brought = 0; brought < DEFAULT_LIMITS.documentBytes; brought += 1024 * 1024) expect(limit.take(1024 * 1024, 0)).toBe(0);
    for (let now = 50; now < 30_000; now += 50) expect(limit.take(60, now)).toBe(0);
  });
});
