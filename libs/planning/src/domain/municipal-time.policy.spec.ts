import { describe, expect, it } from '@jest/globals';
import { daysBetween, firstDayOfMonth, isDay, municipalInstant, readMunicipalTime } from './municipal-time.policy.js';

const iso = (text: string, twice: 'earlier' | 'later' = 'earlier') => readMunicipalTime(text, twice).instant?.toISOString();

describe('a time by the town clock', () => {
  it('is another instant in winter than in summer', () => {
    expect(iso('2027-01-15T18:00')).toBe('2027-01-15T17:00:00.000Z');
    expect(iso('2027-07-15T18:00')).toBe('2027-07-15T16:00:00.000Z');
  });

  it('that the clock skips in spring is refused, and the hour after it is not', () => {
    expect(readMunicipalTime('2027-03-28T02:30', 'earlier')).toEqual({ problem: 'TIME_SKIPPED' });
    expect(iso('2027-03-28T01:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(iso('2027-03-28T03:00')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('that the clock shows twice in autumn opens at the earlier and closes at the later', () => {
    expect(iso('2027-10-31T02:30', 'earlier')).toBe('2027-10-31T00:30:00.000Z');
    expect(iso('2027-10-31T02:30', 'later')).toBe('2027-10-31T01:30:00.000Z');
    expect(iso('2027-10-31T03:00', 'later')).toBe('2027-10-31T02:00:00.000Z');
  });

  it('is refused when it is none', () => {
    for (const text of ['', '2027-02-30T10:00', '2027-02-28', '2027-02-28T24:00', '2027-02-28T10:60', '28.2.2027 10 Uhr', '1527-02-28T10:00']) {
      expect(readMunicipalTime(text, 'earlier')).toEqual({ problem: 'TIME_INVALID' });
    }
  });
});

describe('a planned time', () => {
  it('keeps its time of day across a change of the clock', () => {
    expect(municipalInstant('2027-04-10', -14, '18:00', 'later').toISOString()).toBe('2027-03-27T17:00:00.000Z');
    expect(municipalInstant('2027-04-10', -13, '18:00', 'later').toISOString()).toBe('2027-03-28T16:00:00.000Z');
  });

  it('that the clock skips comes an hour later', () => {
    expect(municipalInstant('2027-03-28', 0, '02:30', 'earlier').toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });
});

describe('days', () => {
  it('are counted as days of the calendar, whatever the clock does', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  it('and months are known when they exist', () => {
    expect([isDay('2028-02-29'), isDay('2027-02-29'), isDay('2027-2-1')]).toEqual([true, false, false]);
    expect([firstDayOfMonth('2027-09'), firstDayOfMonth('2027-13'), firstDayOfMonth('September')]).toEqual(['2027-09-01', null, null]);
  });
});
