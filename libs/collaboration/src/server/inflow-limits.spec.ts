import { describe, expect, it } from '@jest/globals';
import { InflowLimits } from './inflow-limits.js';

const rates = { messagesPerSecond: 200, bytesPerSecond: 1_000_000 };

/** Somebody sends as much as she can in so many windows for a minute; one that is sent away is opened anew at once. @returns how many messages were taken */
function flood(windows: number): number {
  const limits = new InflowLimits(rates);
  const open = Array.from({ length: windows }, () => ({ take: limits.open('trudy', 0), until: 0 }));
  let taken = 0;
  for (let now = 0; now < 60_000; now++) {
    for (const window of open) {
      for (let pause: number | null = 0; now >= window.until && pause === 0;) {
        pause = window.take(1, now);
        if (pause !== null) taken++;
        else window.take = limits.open('trudy', now);
        window.until = now + (pause ?? 1);
      }
    }
  }
  return taken;
}

describe('what somebody may send', () => {
  it('is what five windows may together, however many she has and however often she was sent away and came back', () => {
    const taken = flood(20);
    expect(taken).toBeGreaterThan(5 * 10 * 200);
    expect(taken).toBeLessThan(5 * (10 + 60) * 200);
  });

  it('is no more in one window than that may by itself, until it is sent away', () => {
    const window = new InflowLimits(rates).open('trudy', 0);
    let taken = 0;
    for (let now = 0, until = 0; now < 10_000; now++) {
      for (let pause: number | null = 0; now >= until && pause === 0; taken++) {
        pause = window(1, now);
        until = now + (pause ?? 1);
      }
    }
    expect(taken).toBeLessThan((10 + 10 + 1) * 200);
  });

  it('does not bind a table that shares an account: forty people who write and move their cursors', () => {
    const limits = new InflowLimits({ ...rates, bytesPerSecond: 2_000_000 });
    const windows = Array.from({ length: 40 }, () => limits.open('table', 0));
    const pauses = Array.from({ length: 300 }, (_, tick) => windows.map((take) => take(150, tick * 100))).flat();
    expect(pauses.filter((pause) => pause !== 0)).toEqual([]);
  });

  it('takes nothing from anybody else', () => {
    const limits = new InflowLimits(rates);
    const [trudy, nora] = [limits.open('trudy', 0), limits.open('nora', 0)];
    for (let index = 0; index < 20_000; index++) trudy(1, 0);
    for (let index = 0; index < 2_000; index++) expect(nora(1, 0)).toBe(0);
  });

  it('is remembered until she has everything saved up again, and then no longer', () => {
    const limits = new InflowLimits(rates);
    const [trudy, nora] = [limits.open('trudy', 0), limits.open('nora', 0)];
    nora(1, 0);
    for (let index = 0; index < 6_000; index++) trudy(1, 0);
    limits.forget(5_000);
    expect(limits.size).toBe(1);
    limits.forget(6_500);
    expect(limits.size).toBe(0);
  });
});
