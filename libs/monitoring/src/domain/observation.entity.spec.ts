import { describe, expect, it } from '@jest/globals';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { observationOf, placeProblem } from './observation.entity.js';
import type { KnownObservation, ObservationDraft, RecordingRules } from './observation.entity.js';

const draft = (facts: Partial<ObservationDraft> = {}): ObservationDraft => ({ period: '2021', value: '7', missingReason: null, status: 'final', note: null, source: null, retrievedOn: null, breakdown: [], ...facts });
const rules = (facts: Partial<RecordingRules> = {}): RecordingRules => ({ decimals: 1, unit: 'count', mayExceedHundred: false, referenceDateType: null, ...facts });
const today = '2026-11-26';
const read = (facts: Partial<ObservationDraft>, decimals: number) => observationOf(draft(facts), rules({ decimals }), today);

function codesOf(facts: Partial<ObservationDraft>, more: Partial<RecordingRules> = {}): string[] {
  try {
    observationOf(draft(facts), rules(more), today);
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.details.map(({ code, path }) => `${code} at ${path.join('.')}`);
    throw error;
  }
}

describe('a value', () => {
  it('keeps every digit as text and gets the decimals of its indicator', () => {
    expect(read({ value: ' 7 ' }, 1).value).toBe('7.0');
    expect(read({ value: '-0.25' }, 3).value).toBe('-0.250');
    expect(read({ value: '123456789012345' }, 0).value).toBe('123456789012345');
  });

  it('may be the reason why there is none', () => {
    expect(read({ value: '', missingReason: ' Noch nicht erhoben ' }, 1)).toMatchObject({ value: null, missingReason: 'Noch nicht erhoben' });
  });

  it.each([
    ['2021', '2021-01-01', '2021-12-31', 'year'], ['2021-Q3', '2021-07-01', '2021-09-30', 'quarter'], ['2021-02', '2021-02-01', '2021-02-28', 'month'],
    ['2021-12-31', '2021-12-31', '2021-12-31', 'day'], ['2017/2018', '2017-01-01', '2018-12-31', 'range'],
  ])('is about %s', (period, from, to, precision) => {
    expect(read({ period }, 0).period).toEqual({ from, to, precision });
  });
});

describe('a value of a part', () => {
  it('is stored the same way, in whatever order its parts were typed', () => {
    const [district, group] = [{ dimension: 'district', value: ' Nord  stadt ' }, { dimension: 'group', value: 'Frauen' }];
    expect(read({ breakdown: [group, district] }, 1).breakdown).toBe('district=Nord stadt;group=Frauen');
    expect(read({ breakdown: [district, group] }, 1).breakdown).toBe('district=Nord stadt;group=Frauen');
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

  it('is refused when its unit cannot have it: a share of 172 percent, fewer people than none', () => {
    expect(codesOf({ value: '172' }, { unit: 'percent' })).toEqual(['VALUE_OUT_OF_RANGE at value']);
    expect(codesOf({ value: '-0.1' }, { unit: 'percent' })).toEqual(['VALUE_OUT_OF_RANGE at value']);
    expect(codesOf({ value: '-1' }, { unit: 'persons' })).toEqual(['VALUE_OUT_OF_RANGE at value']);
    expect(codesOf({ value: '104.2' }, { unit: 'percent', mayExceedHundred: true })).toEqual([]);
    expect(codesOf({ value: '-3' }, { unit: 'percentage_points' })).toEqual([]);
  });

  it.each(['2025-02-30', '2026-11-27', '2025', 'gestern'])('is refused when it was retrieved on no day by today: %p', (retrievedOn) => {
    expect(codesOf({ retrievedOn })).toEqual(['DATE_INVALID at retrievedOn']);
  });

  it('is refused as settled as long as its period goes on, unless what it counts is known within it', () => {
    expect([codesOf({ period: '2031' }), codesOf({ period: '2026', status: 'revised' })]).toEqual([['PERIOD_NOT_OVER at status'], ['PERIOD_NOT_OVER at status']]);
    expect([codesOf({ period: '2031', status: 'estimated' }), codesOf({ period: '2026', status: 'provisional' }), codesOf({ period: '2026' }, { referenceDateType: 'reference_day' })]).toEqual([[], [], []]);
  });

  it.each([['', 'BREAKDOWN_INVALID'], ['a=b', 'BREAKDOWN_INVALID'], ['a;b', 'BREAKDOWN_INVALID'], ['x'.repeat(101), 'BREAKDOWN_INVALID']])('is refused for the part %p', (value, code) => {
    expect(codesOf({ breakdown: [{ dimension: 'district', value }] })).toEqual([`${code} at breakdown`]);
  });

  it('is refused when one breakdown is named twice', () => {
    expect(codesOf({ breakdown: [{ dimension: 'group', value: 'a' }, { dimension: 'group', value: 'b' }] })).toEqual(['BREAKDOWN_TWICE at breakdown']);
  });

  it('is refused with decimals when the indicator has none', () => {
    expect(codesOf({ value: '7.0' }, { decimals: 0 })).toEqual(['VALUE_INVALID at value']);
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
  const { period } = read({}, 1);
  const place = { regionId: 'r', definitionId: 'd', period, breakdown: '' };
  const known = (facts: Partial<KnownObservation> = {}): KnownObservation => ({ id: 'one', ...place, isSuperseded: false, ...facts });

  it('is free when only other regions, periods, parts, ways of counting or corrected values are known', () => {
    const others = [
      known({ regionId: 'other' }), known({ id: 'two', isSuperseded: true }), known({ id: 'three', breakdown: 'age=under_6' }), known({ id: 'four', period: read({ period: '2020' }, 1).period }), known({ id: 'five', definitionId: 'e' }),
    ];
    expect(placeProblem(others, place, null)).toBeNull();
  });

  it('is taken by a value that stands, unless that one is corrected', () => {
    expect(placeProblem([known()], place, null)?.code).toBe('OBSERVATION_EXISTS');
    expect(placeProblem([known({ breakdown: 'group=a' })], { ...place, breakdown: 'group=a' }, null)?.code).toBe('OBSERVATION_EXISTS');
    expect(placeProblem([known()], place, 'one')).toBeNull();
  });

  it('cannot be that of an unknown or already corrected value', () => {
    expect(placeProblem([known()], place, 'unknown')?.code).toBe('UNKNOWN_OBSERVATION');
    expect(placeProblem([known({ isSuperseded: true })], place, 'one')?.code).toBe('OBSERVATION_SUPERSEDED');
  });
});
