import { describe, expect, it } from '@jest/globals';
import { troublesOf } from './troubles.js';

const well: Parameters<typeof troublesOf>[0] = {
  events: { isRelayed: true, position: '7', waiting: 3, oldestSeconds: 2, open: 1, textsWaiting: 1, textsOldestSeconds: 20 }, parkedCount: 0, queues: [{ name: 'NOW', waiting: 2, active: 1, delayed: 3, failed: 0 }], mails: { waiting: 4, failedThisWeek: 0 },
};

describe('what is worth a look', () => {
  it('is nothing while things only wait for a moment', () => expect(troublesOf(well)).toEqual([]));

  it('is what was left behind, what stands still, what waits too long and what did not arrive', () => {
    const events = { ...well.events, isRelayed: false, oldestSeconds: 61, textsOldestSeconds: 61 };
    expect(troublesOf({ events, parkedCount: 2, queues: [{ name: 'NOW', waiting: 0, active: 0, delayed: 1, failed: 1 }, { name: 'HEAVY', waiting: 0, active: 0, delayed: 1, failed: 2 }], mails: { waiting: 0, failedThisWeek: 5 } })).toEqual([
      { kind: 'not-relayed', count: 0 }, { kind: 'parked', count: 2 }, { kind: 'repeats-failed', count: 3 }, { kind: 'events-late', count: 3 }, { kind: 'texts-late', count: 1 }, { kind: 'mails-failed', count: 5 },
    ]);
  });
});
