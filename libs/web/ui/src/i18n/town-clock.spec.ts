import { describe, expect, it } from '@jest/globals';
import { isEndOfTownDay, townTimeFormat } from './town-clock.js';

const [time, dayTime, day] = [townTimeFormat('de', { timeStyle: 'short' }), townTimeFormat('de', { dateStyle: 'long', timeStyle: 'short' }), townTimeFormat('de', { dateStyle: 'long' })];

describe('a time by the clock of the town', () => {
  it('is the end of a day in its last minute, in summer and in winter', () => {
    expect(['2026-12-31T22:59:00Z', '2026-06-30T21:59:00Z', '2026-12-31T22:58:00Z', '2026-12-31T23:59:00Z'].map(isEndOfTownDay)).toEqual([true, true, false, false]);
  });

  it('says which of the two is meant in the night the clock is set back', () => {
    expect([time('2027-10-31T00:30:00Z'), time('2027-10-31T01:30:00Z')]).toEqual(['02:30 (Mitteleuropäische Sommerzeit)', '02:30 (Mitteleuropäische Normalzeit)']);
    expect(dayTime('2027-10-31T01:30:00Z')).toBe('31. Oktober 2027 um 02:30 (Mitteleuropäische Normalzeit)');
    expect(townTimeFormat('en', { timeStyle: 'short' })('2027-10-31T01:30:00Z')).toContain('(Central European Standard Time)');
  });

  it('says no more than the time where that is clear, and nothing of it with a day', () => {
    expect(['2027-10-30T23:59:00Z', '2027-10-31T02:00:00Z', '2027-03-28T01:30:00Z', '2027-06-30T16:00:00Z'].map((instant) => time(instant))).toEqual(['01:59', '03:00', '03:30', '18:00']);
    expect(day('2027-10-31T01:30:00Z')).toBe('31. Oktober 2027');
  });
});
