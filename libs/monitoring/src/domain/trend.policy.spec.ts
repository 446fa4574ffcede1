import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from './assessment.policy.js';
import type { Promised } from './assessment.policy.js';
import { groupGaps } from './gap.policy.js';
import { segmentsOf } from './series.policy.js';
import type { SeriesPoint } from './series.policy.js';
import { pathValue } from './target-path.policy.js';

const value = fc.integer({ min: -1000, max: 1000 });
const path = fc.record({ start: fc.integer({ min: 2000, max: 2020 }), length: fc.integer({ min: 1, max: 30 }), from: value, to: value })
  .map(({ start, length, from, to }) => ({ baseline: { year: start, value: from }, target: { year: start + length, value: to } }));

describe('the path to a target', () => {
  it('begins at the baseline, ends at the target and stays there', () => {
    fc.assert(fc.property(path, fc.integer({ min: 0, max: 20 }), (line, later) => {
      expect(pathValue(line, line.baseline.year)).toBe(line.baseline.value);
      expect(pathValue(line, line.target.year + later)).toBe(line.target.value);
      expect(pathValue(line, line.baseline.year - 1 - later)).toBeNull();
    }));
  });

  it('takes equal steps every year', () => {
    fc.assert(fc.property(path, (line) => {
      const step = (line.target.value - line.baseline.value) / (line.target.year - line.baseline.year);
      for (let year = line.baseline.year; year < line.target.year; year += 1) expect((pathValue(line, year + 1) ?? 0) - (pathValue(line, year) ?? 0)).toBeCloseTo(step, 6);
    }));
  });
});

const promised = (facts: Partial<Promised> = {}): Promised => ({
  direction: 'up', corridorLow: null, corridorHigh: null, baselineValue: 420, baselineYear: 2020, targetValue: 900, targetYear: 2028, pathVersion: 1, ...facts,
});
const point = (year: number, amount: number | null, facts: Partial<SeriesPoint> = {}): SeriesPoint => ({ version: 1, periodFrom: `${year}-01-01`, periodTo: `${year}-12-31`, breakdown: '', value: amount, ...facts });
const judgementOf = (facts: Partial<Promised>, ...points: SeriesPoint[]) => assess(promised(facts), points)?.judgement;

describe('a judgement', () => {
  it('is against the path where there is one', () => {
    expect(assess(promised(), [point(2020, 420), point(2025, 705)])).toEqual({ judgement: 'behind', latest: { year: 2025, value: 705 }, expected: 720, previous: null });
    expect(judgementOf({}, point(2025, 720))).toBe('on_path');
    expect(judgementOf({}, point(2025, 900))).toBe('reached');
    expect(judgementOf({}, point(2025, 419))).toBe('away');
  });

  it('is the mirror image where less is wanted', () => {
    fc.assert(fc.property(path, fc.integer({ min: 0, max: 30 }), value, (line, later, latest) => {
      const facts = (sign: 1 | -1): Partial<Promised> => ({ direction: sign === 1 ? 'up' : 'down', baselineValue: sign * line.baseline.value, baselineYear: line.baseline.year, targetValue: sign * line.target.value, targetYear: line.target.year });
      const year = line.baseline.year + later;
      expect(judgementOf(facts(1), point(year, latest))).toBe(judgementOf(facts(-1), point(year, -latest)));
    }));
  });

  it('is against the value before where there is no path', () => {
    const without = { targetValue: null, targetYear: null };
    expect(judgementOf(without, point(2020, 1), point(2021, 2))).toBe('improving');
    expect(judgementOf({ ...without, direction: 'down' }, point(2020, 1), point(2021, 2))).toBe('worsening');
    expect(judgementOf(without, point(2020, 2), point(2021, 2))).toBe('steady');
    expect(judgementOf(without, point(2020, 2))).toBeUndefined();
  });

  it('says on which side of a corridor a value lies', () => {
    const corridor = { direction: 'corridor', corridorLow: 10, corridorHigh: 20 } as const;
    expect([9, 10, 20, 21].map((amount) => judgementOf(corridor, point(2025, amount)))).toEqual(['below', 'within', 'within', 'above']);
  });

  it('never falls on what is neutral, whatever else is set', () => {
    fc.assert(fc.property(path, value, (line, latest) => {
      expect(judgementOf({ direction: 'neutral', baselineValue: line.baseline.value, baselineYear: line.baseline.year, targetValue: line.target.value, targetYear: line.target.year }, point(2025, latest))).toBeUndefined();
    }));
  });

  it('never compares two ways of counting', () => {
    const other = { version: 2 };
    expect(judgementOf({ targetValue: null, targetYear: null }, point(2024, 100), point(2025, 50, other))).toBeUndefined();
    expect(judgementOf({}, point(2024, 640), point(2025, 900, other))).toBeUndefined();
    expect(judgementOf({ pathVersion: 2 }, point(2024, 640), point(2025, 900, other))).toBe('reached');
  });

  it('sets no part of a year against the path of years', () => {
    const half = (year: number, amount: number, number: 1 | 2) => point(year, amount, number === 1 ? { periodTo: `${year}-06-30` } : { periodFrom: `${year}-07-01` });
    expect(assess(promised(), [point(2024, 640), half(2025, 350, 1)])?.latest).toEqual({ year: 2024, value: 640 });
    expect(assess(promised(), [half(2024, 300, 1), half(2024, 900, 2), half(2025, 350, 1)])).toEqual({ judgement: 'improving', latest: { year: 2025, value: 350 }, expected: null, previous: { year: 2024, value: 300 } });
    expect(judgementOf({}, half(2025, 350, 1))).toBeUndefined();
    expect(judgementOf({}, point(2025, 720, { periodFrom: '2025-12-31' }))).toBe('on_path');
    expect(judgementOf({}, point(2025, 720, { periodFrom: '2024-08-01', periodTo: '2025-07-31' }))).toBe('on_path');
  });

  it('looks at the gap between groups where that is to shrink, or at the size of a value that is a gap itself', () => {
    const shrink = { direction: 'reduce_gap', baselineValue: 14, targetValue: 4 } as const;
    const group = (name: string) => ({ breakdown: `group=${name}` });
    expect(assess(promised(shrink), [point(2025, 97, group('ohne')), point(2025, 89.6, group('mit'))])?.latest.value).toBeCloseTo(7.4);
    expect(judgementOf(shrink, point(2025, 97, group('ohne')), point(2025, 89.6, group('mit')))).toBe('on_path');
    expect(judgementOf(shrink, point(2025, -3))).toBe('reached');
  });
});

const points = fc.array(fc.record({
  version: fc.integer({ min: 1, max: 3 }), year: fc.integer({ min: 2000, max: 2026 }), breakdown: fc.constantFrom('', 'group=a', 'group=b', 'group=c', 'district=x'), value: fc.option(value),
}).map(({ year, ...facts }): SeriesPoint => ({ ...facts, periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` })), { maxLength: 30 });

describe('series', () => {
  it('are cut where the counting changes, and lose nothing', () => {
    fc.assert(fc.property(points, (all) => {
      const pieces = segmentsOf(all);
      for (const piece of pieces) {
        expect(piece.points.every(({ version, breakdown }) => version === piece.version && breakdown === piece.breakdown)).toBe(true);
        expect(piece.points.map(({ periodTo }) => periodTo)).toEqual(piece.points.map(({ periodTo }) => periodTo).toSorted());
      }
      expect(pieces.flatMap((piece) => piece.points)).toHaveLength(all.length);
    }));
  });
});

describe('the gap between groups', () => {
  it('is never negative, lies within one way of counting, and is not there where a group is withheld', () => {
    fc.assert(fc.property(points, (all) => {
      for (const { version, periodTo, value: gap, higher, lower } of groupGaps(all)) {
        expect(gap).toBeGreaterThanOrEqual(0);
        for (const name of [higher, lower]) {
          const own = all.filter((other) => other.version === version && other.periodTo === periodTo && other.breakdown === `group=${name}`);
          expect(own.length).toBeGreaterThan(0);
          expect(own.every((other) => other.value !== null)).toBe(true);
        }
      }
    }));
  });

  it('is taken between the same groups in every period', () => {
    const at = (year: number, name: string, amount: number | null) => point(year, amount, { breakdown: `group=${name}` });
    expect(groupGaps([at(2024, 'a', 10), at(2024, 'b', 4), at(2025, 'a', 9), at(2025, 'b', 6), at(2025, 'c', 0)])).toEqual([
      { version: 1, periodFrom: '2024-01-01', periodTo: '2024-12-31', value: 6, higher: 'a', lower: 'b' }, { version: 1, periodFrom: '2025-01-01', periodTo: '2025-12-31', value: 3, higher: 'a', lower: 'b' },
    ]);
    expect(groupGaps([at(2025, 'a', 9), at(2025, 'b', null)])).toEqual([]);
  });
});
