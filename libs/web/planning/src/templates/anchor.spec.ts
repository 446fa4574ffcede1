import { describe, expect, it } from '@jest/globals';
import { anchorVariables } from './anchor.js';

describe('what a plan is counted from', () => {
  it('is a month however it is typed, or the day of the decision', () => {
    const month = (typed: string) => anchorVariables({ way: 'start', day: '2027-06-01', month: typed });
    for (const typed of ['2027-03', 'März 2027', '03/2027', '3.2027', 'March 2027']) expect(month(typed)).toEqual({ decisionDay: null, startMonth: '2027-03' });
    expect(anchorVariables({ way: 'decision', day: '2027-06-01', month: '2027-03' })).toEqual({ decisionDay: '2027-06-01', startMonth: null });
  });

  it('is nothing yet where nothing is typed, and what was typed where it is no month', () => {
    expect(anchorVariables({ way: 'start', day: '', month: '' })).toEqual({ decisionDay: null, startMonth: null });
    expect(anchorVariables({ way: 'start', day: '', month: 'bald' }).startMonth).toBe('bald');
  });
});
