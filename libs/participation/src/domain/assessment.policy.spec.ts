import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ratingProblems, resultsOf } from './assessment.policy.js';
import type { HandedInRating, Rating } from './assessment.policy.js';
import { CRITERIA } from './check-criteria.js';

const rating = (facts: Partial<Rating> = {}): Rating => ({ criterion: 'strategy', rating: 3, comment: '', ...facts });
const told = (ratings: readonly Rating[], isHandedIn = false): string[] => ratingProblems(ratings, isHandedIn).map(({ code }) => code);

describe('an assessment', () => {
  it.each<[readonly Rating[], boolean, string[]]>([
    [[], false, []], [[rating()], true, []], [[rating({ rating: null, comment: 'Weiß nicht.' })], false, []],
    [[rating({ rating: 5 })], false, ['RATING_INVALID']], [[rating({ rating: 2.5 })], false, ['RATING_INVALID']], [[rating({ criterion: 'luck' })], false, ['RATING_INVALID']], [[rating(), rating()], false, ['RATING_INVALID']],
    [[rating({ comment: 'x'.repeat(2001) })], false, ['COMMENT_TOO_LONG']], [[rating({ comment: 'a\u0000' })], false, ['TEXT_NOT_STORABLE']], [[], true, ['RATING_REQUIRED']], [[rating({ rating: null })], true, ['RATING_REQUIRED']],
  ])('%j, handed in: %s', (ratings, isHandedIn, codes) => expect(told(ratings, isHandedIn)).toEqual(codes));
});

describe('assessments together', () => {
  const people = fc.array(fc.record({ rating: fc.constantFrom(1, 2, 3, 4, null), comment: fc.constantFrom('', 'Gut.') }), { maxLength: 12 });

  it('say nothing about fewer than five people, and nothing about fewer than five ratings', () => {
    fc.assert(fc.property(people, (given) => {
      const ratings = given.map((one): HandedInRating => ({ ...one, criterion: 'strategy', personId: null }));
      const results = resultsOf(ratings, given.length);
      if (given.length < 5) return expect(results).toBeNull();
      const [strategy, ...others] = [...(results ?? [])].sort((one, other) => Number(other.criterion === 'strategy') - Number(one.criterion === 'strategy'));
      const rated = given.filter((one) => one.rating !== null).length;
      expect(strategy?.ratedCount).toBe(rated);
      expect((strategy?.counts ?? []).reduce((sum, count) => sum + count, 0)).toBe(rated < 5 ? 0 : rated);
      if (rated < 5) expect([strategy?.counts, strategy?.comments]).toEqual([null, []]);
      expect(others.every(({ counts, comments }) => counts === null && comments.length === 0)).toBe(true);
    }));
  });

  it('are shown for every criterion in the order of the source', () => {
    const ratings = Array.from({ length: 5 }, (_, index): HandedInRating => ({ criterion: 'strategy', rating: index === 0 ? 1 : 4, comment: index === 0 ? 'Noch nicht.' : '', personId: null }));
    const results = resultsOf(ratings, 5) ?? [];
    expect(results.map(({ criterion }) => criterion)).toEqual([...CRITERIA]);
    expect(results[1]).toEqual({ criterion: 'strategy', ratedCount: 5, counts: [1, 0, 0, 4], comments: [{ text: 'Noch nicht.', personId: null }] });
  });
});
