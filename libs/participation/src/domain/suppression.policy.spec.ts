import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakDown, isBrokenDown, MIN_GROUP } from './suppression.policy.js';

const groups = fc.array(fc.nat({ max: 12 }), { maxLength: 9 }).map((counts) => counts.map((count, key) => ({ key, count })));
const sumOf = (all: readonly { key: number; count: number }[], keys: readonly number[]): number => keys.reduce((sum, key) => sum + (all[key]?.count ?? 0), 0);

describe('groups below five', () => {
  it('are never broken down alone', () => {
    fc.assert(fc.property(groups, (all) => {
      for (const key of breakDown(all).alone) expect(all[key]?.count).toBeGreaterThanOrEqual(MIN_GROUP);
    }));
  });

  it('are broken down together only where they are at least two and five in all, so that nobody finds one by subtracting', () => {
    fc.assert(fc.property(groups, (all) => {
      const { together } = breakDown(all);
      if (together.length > 0) expect([together.length >= 2, sumOf(all, together) >= MIN_GROUP]).toEqual([true, true]);
    }));
  });

  it('do not come out as the difference between all and what is shown', () => {
    fc.assert(fc.property(groups, (all) => {
      const { alone, together } = breakDown(all);
      const rest = all.filter(({ key, count }) => count > 0 && !alone.includes(key) && !together.includes(key));
      // What is left out altogether is everything, or nothing.
      if (rest.length > 0) expect([alone, together]).toEqual([[], []]);
    }));
  });

  it('leave every large group where no small one is', () => {
    fc.assert(fc.property(groups, (all) => {
      fc.pre(all.every(({ count }) => count === 0 || isBrokenDown(count)));
      expect(breakDown(all).alone.toSorted()).toEqual(all.filter(({ count }) => count > 0).map(({ key }) => key).toSorted());
    }));
  });

  it.each([
    [[5, 6], [0, 1], []], [[4, 6, 9], [2], [0, 1]], [[2, 3, 9], [2], [0, 1]], [[1, 1, 1, 9, 7], [3], [0, 1, 2, 4]], [[4], [], []], [[2, 1], [], []], [[], [], []], [[0, 0, 5], [2], []],
  ])('%j', (counts, alone, together) => {
    const found = breakDown(counts.map((count, key) => ({ key, count })));
    expect([found.alone.toSorted(), found.together.toSorted()]).toEqual([alone, together]);
  });
});
