import { describe, expect, it } from '@jest/globals';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { observationOf, placeProblem } from './observation.entity.js';
import type { KnownObservation, ObservationDraft } from './observation.entity.js';

const draft = (facts: Partial<ObservationDraft> = {}): ObservationDraft => ({ period: '2021', value: '7', missingReason: null, status: 'final', note: null, source: null, ...facts });

function codesOf(facts: Partial<ObservationDraft>, decimals = 1): string[] {
  try {
    observationOf(draft(facts), decimals);
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.details.map(({ code, path }) => `${code} at ${path.join('.')}`);
    throw error;
  }
}

describe('a value', () => {
  it('keeps every digit as text and gets the decimals of its indicator', () => {
    expect(observationOf(draft({ value: ' 7 ' }), 1).value).toBe('7.0');
    expect(observationOf(draft({ value: '-0.25' }), 3).value).toBe('-0.250');
    expect(observationOf(draft({ value: '123456789012345' }), 0).value).toBe('123456789012345');
  });

  it('may be the reason why there is none', () => {
    expect(observationOf(draft({ value: '', missingReason: ' Noch nicht erhoben ' }), 1)).toMatchObject({ value: null, missingReason: 'Noch nicht erhoben' });
  });

  it.each([
    ['2021', '2021-01-01', '2021-12-31', 'year'], ['2021-Q3', '2021-07-01', '2021-09-30', 'quarter'], ['2021-02', '2021-02-01', '2021-02-28', 'month'],
    ['2021-12-31', '2021-12-31', '2021-12-31', 'day'], ['2017/2018', '2017-01-01', '2018-12-31', 'range'],
  ])('is about %s', (period, from, to, precision) => {
    expect(observationOf(draft({ period }), 0).period).toEqual({ from, to, precision });
  });
});

describe('a value with mistakes', () => {
  it('is refused with neither or both of value and reason', () => {
    expect(codesOf({ value: ' ', missingReason: null })).toEqual(['VALUE_OR_REASON_REQUIRED at value']);
    expect(codesOf({ value: '7', missingReason: 'keine Daten' })).toEqual(['VALUE_OR_REASON_REQUIRED at value']);
  });

  it.each(['7,2', '1e3', 'viel', '1.234', '.5', '5.', '--1', '1234567890123456'])('is refused when it is no number of its indicator: %p', (value) => {
    expect(codesOf({ value })).toEqual(['VALUE_INVALID at value']);
  });

  it('is refused with decimals when the indicator has none', () => {
    expect(codesOf({ value: '7.0' }, 0)).toEqual(['VALUE_INVALID at value']);
  });

  it.each([['2021-13', 'PERIOD_INVALID'], ['heute', 'PERIOD_INVALID'], ['', 'PERIOD_INVALID'], ['2021/', 'PERIOD_INVALID'], ['2021-02-30', 'PERIOD_INVALID'], ['2022/2021', 'PERIOD_ENDS_BEFORE_START'], ['1/2/3', 'PERIOD_INVALID']])(
    'is refused for the period %p', (period, code) => {
      expect(codesOf({ period })).toEqual([`${code} at period`]);
    },
  );

  it('is answered with all mistakes at once', () => {
    expect(codesOf({ value: 'x', period: 'y', status: 'z', note: 'n\u0000', source: 'q'.repeat(2001) })).toEqual([
      'VALUE_INVALID at value', 'PERIOD_INVALID at period', 'STATUS_INVALID at status', 'TEXT_NOT_STORABLE at note', 'TEXT_TOO_LONG at source',
    ]);
  });
});

describe('the place of a value', () => {
  const { period } = observationOf(draft(), 1);
  const known = (facts: Partial<KnownObservation> = {}): KnownObservation => ({ id: 'one', regionId: 'r', period, breakdown: '', isSuperseded: false, ...facts });

  it('is free when only other regions, periods, breakdowns or corrected values are known', () => {
    const others = [known({ regionId: 'other' }), known({ id: 'two', isSuperseded: true }), known({ id: 'three', breakdown: 'age=under_6' }), known({ id: 'four', period: observationOf(draft({ period: '2020' }), 1).period })];
    expect(placeProblem(others, 'r', period, null)).toBeNull();
  });

  it('is taken by a value that stands, unless that one is corrected', () => {
    expect(placeProblem([known()], 'r', period, null)?.code).toBe('OBSERVATION_EXISTS');
    expect(placeProblem([known()], 'r', period, 'one')).toBeNull();
  });

  it('cannot be that of an unknown or already corrected value', () => {
    expect(placeProblem([known()], 'r', period, 'unknown')?.code).toBe('UNKNOWN_OBSERVATION');
    expect(placeProblem([known({ isSuperseded: true })], 'r', period, 'one')?.code).toBe('OBSERVATION_SUPERSEDED');
  });
});
