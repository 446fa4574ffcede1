import { describe, expect, it } from '@jest/globals';
import { comparePeriod, formatPeriod, InvalidPeriod, parsePeriod } from './period.policy.js';

function refusal(text: string): string | null {
  try {
    parsePeriod(text);
    return null;
  } catch (error) {
    return error instanceof InvalidPeriod ? error.code : 'another error';
  }
}

describe('a period', () => {
  it.each([
    ['2027/2028', '2027-01-01', '2028-12-31'],
    ['2027-Q2/2027-Q3', '2027-04-01', '2027-09-30'],
    ['2027-11/2028-02', '2027-11-01', '2028-02-29'],
    ['2027-11/2029-02', '2027-11-01', '2029-02-28'],
    ['2027-Q4/2027', '2027-10-01', '2027-12-31'],
    ['2027/2027-01', '2027-01-01', '2027-01-31'],
    ['2027-12/..', '2027-12-01', null],
  ])('%s covers whole years, quarters and months', (text, firstDay, lastDay) => {
    expect(parsePeriod(text)).toMatchObject({ firstDay, lastDay });
  });

  it.each(['2027/2028', '2027-Q2/2027-09', '2027-11/..'])('%s is written as it was read', (text) => {
    expect(formatPeriod(parsePeriod(text))).toBe(text);
  });

  it('comes before one that starts later, and before one that ends later or never', () => {
    const sorted = ['2027/..', '2028/2028', '2027/2028', '2027-Q2/2027', '2027/2027'].map(parsePeriod).sort(comparePeriod).map(formatPeriod);
    expect(sorted).toEqual(['2027/2027', '2027/2028', '2027/..', '2027-Q2/2027', '2028/2028']);
  });
});

describe('a period is refused', () => {
  it.each(['2028/2027', '2027-Q3/2027-Q2', '2027-10/2027-Q3', '2028/2027-12'])('%s because it ends before it begins', (text) => {
    expect(refusal(text)).toBe('PERIOD_ENDS_BEFORE_START');
  });

  it.each(['', '/', '2027', '2027/', '/2027', '../2027', '2027-Q5/2028', '2027-13/2028', '2027-1/2028', '27/28', '2027/2028/2029', '2027-01-01/2028', ' 2027/2028', '0000/0001', '٢٠٢٧/2028', '2027/2028\n'])(
    '%j because it is none',
    (text) => {
      expect(refusal(text)).toBe('PERIOD_MALFORMED');
    },
  );
});
