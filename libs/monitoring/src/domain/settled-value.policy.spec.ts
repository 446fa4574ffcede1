import { describe, expect, it } from '@jest/globals';
import { isFirstFigure, isSettledTooEarly } from './settled-value.policy.js';
import type { SettledClaim } from './settled-value.policy.js';

const today = '2026-11-28';
const year = (number: number) => ({ from: `${number}-01-01`, to: `${number}-12-31` });
const isTooEarly = (facts: Partial<SettledClaim>): boolean => isSettledTooEarly({ value: '7', period: year(2026), status: 'final', referenceDateType: null, ...facts }, today);

describe('a value that says it is settled', () => {
  it('is too early as long as its period goes on, whatever is called settled', () => {
    expect([isTooEarly({}), isTooEarly({ status: 'revised' }), isTooEarly({ period: year(2031) }), isTooEarly({ referenceDateType: 'end_of_year' }), isTooEarly({ referenceDateType: 'calendar_year' })]).toEqual([true, true, true, true, true]);
  });

  it('is in time from the last day of its period on', () => {
    expect([isTooEarly({ period: year(2025) }), isTooEarly({ period: { from: '2026-11-01', to: today } }), isTooEarly({ period: { from: today, to: today } }), isTooEarly({ period: { from: '2026-11-29', to: '2026-11-29' } })]).toEqual([false, false, false, true]);
  });

  it('is in time once its period has begun where one day, a school year or a wave within it is counted', () => {
    expect((['reference_day', 'school_year', 'survey_wave'] as const).flatMap((referenceDateType) => [isTooEarly({ referenceDateType }), isTooEarly({ referenceDateType, period: year(2027) })])).toEqual([false, true, false, true, false, true]);
  });
});

describe('what is not settled', () => {
  it('may be about any time: forecasts, first figures, and that there will be none', () => {
    expect([isTooEarly({ status: 'estimated', period: year(2040) }), isTooEarly({ status: 'provisional' }), isTooEarly({ value: null, period: year(2031) })]).toEqual([false, false, false]);
  });
});

describe('a value of which nobody says how settled it is', () => {
  const isFirst = (facts: Partial<SettledClaim>) => isFirstFigure({ value: '7', period: year(2026), referenceDateType: null, ...facts }, today);

  it('is a first figure while its period goes on, and none as soon as it can be settled', () => {
    expect([isFirst({}), isFirst({ period: { from: today, to: '2026-11-29' } }), isFirst({ period: year(2025) }), isFirst({ referenceDateType: 'reference_day' }), isFirst({ value: null })]).toEqual([true, true, false, false, false]);
  });

  it('is no first figure of a period that has not begun', () => {
    expect([isFirst({ period: year(2027) }), isFirst({ period: year(2027), referenceDateType: 'survey_wave' })]).toEqual([false, false]);
  });
});
