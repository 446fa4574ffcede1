import { describe, expect, it } from '@jest/globals';
import { InflowLimits } from './inflow-limits.js';

const rates = { messagesPerSecond: 200, bytesPerSecond: 1_000_000 };

describe('what somebody may send', () => {
  it('is the same in all windows together, and after she was sent away and came back at once', () => {
    const limits = new InflowLimits(rates);
    let taken = 0;
    /** When each of her windows is read again, in milliseconds. */
    const windows = [0, 0, 0];
    for (let now = 0; now < 60_000; now++) {
      for (const [index, until] of windows.entries()) {
        // A window that was sent away is opened anew at once.
        for (let pause: number | null = 0; now >= until && pause === 0;) {
          pause = limits.take('trudy', 1, now);
          if (pause !== null) taken++;
          windows[index] = now + (pause ?? 1);
        }
      }
    }
    expect(taken).toBeGreaterThan(10 * 200);
    expect(taken).toBeLessThan((10 + 60) * 200);
  });

  it('takes nothing from anybody else', () => {
    const limits = new InflowLimits(rates);
    for (let index = 0; index < 5_000; index++) limits.take('trudy', 1, 0);
    for (let index = 0; index < 2_000; index++) expect(limits.take('nora', 1, 0)).toBe(0);
  });

  it('is remembered until she has everything saved up again, and then no longer', () => {
    const limits = new InflowLimits(rates);
    limits.take('nora', 1, 0);
    for (let index = 0; index < 2_100; index++) limits.take('trudy', 1, 0);
    limits.forget(5_000);
    expect(limits.size).toBe(1);
    expect(limits.take('trudy', 1, 5_000)).toBe(0);
    limits.forget(11_000);
    expect(limits.size).toBe(0);
  });
});
