import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chartModel } from './chart-model.js';
import type { ChartObservation } from './chart-model.js';
import { drawnPathOf } from './drawn-path.js';
import type { DrawablePromise } from './drawn-path.js';

const year = fc.integer({ min: 1990, max: 2040 });
const amount = fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 10);
const observations = fc.array(fc.record({ version: fc.integer({ min: 1, max: 3 }), year, breakdown: fc.constantFrom('', 'group=a', 'group=b'), value: fc.option(amount, { nil: null }) }), { maxLength: 12 })
  .map((values) => values.map((value, index): ChartObservation => ({ id: String(index), periodTo: `${value.year}-12-31`, breakdown: value.breakdown, value: value.value === null ? null : String(value.value), isSuppressed: false, region: { id: 'own', label: '' }, definition: { version: value.version } })));
const dimension = fc.constantFrom(null, 'group');
const promise: fc.Arbitrary<DrawablePromise> = fc.record({
  baselineValue: fc.option(amount, { nil: null }), baselineYear: fc.option(year, { nil: null }), targetValue: fc.option(amount, { nil: null }), targetYear: fc.option(year, { nil: null }), pathVersion: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }), isOfGap: fc.boolean(),
});

describe('the way to the target', () => {
  it('is drawn exactly where all of it is said, for totals counted as it was meant', () => {
    fc.assert(fc.property(observations, dimension, promise, (values, by, promised) => {
      const { baselineValue, baselineYear, targetValue, targetYear, pathVersion, isOfGap } = promised;
      const isSaid = [baselineValue, baselineYear, targetValue, targetYear].every((part) => part !== null);
      const isMeant = by === null && values.some(({ breakdown, value, definition }) => breakdown === '' && value !== null && definition.version === pathVersion);
      const drawn = drawnPathOf(promised, chartModel(values, { regionId: 'own', dimension: by }, null));
      expect(drawn).toEqual(isSaid && isMeant && !isOfGap ? { baseline: { year: baselineYear, value: baselineValue }, target: { year: targetYear, value: targetValue } } : null);
    }));
  });

  it('is the same for numbers and for decimal texts', () => {
    const model = chartModel([{ id: '1', periodTo: '2020-12-31', breakdown: '', value: '1', isSuppressed: false, region: { id: 'own', label: '' }, definition: { version: 1 } }], { regionId: 'own', dimension: null }, null);
    fc.assert(fc.property(amount, amount, (from, to) => {
      const rest = { baselineYear: 2020, targetYear: 2030, pathVersion: 1, isOfGap: false };
      expect(drawnPathOf({ ...rest, baselineValue: String(from), targetValue: String(to) }, model)).toEqual(drawnPathOf({ ...rest, baselineValue: from, targetValue: to }, model));
    }));
  });
});
