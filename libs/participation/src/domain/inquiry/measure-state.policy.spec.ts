import { describe, expect, it } from '@jest/globals';
import { isDiffering, newestRound } from './measure-state.policy.js';

const report = (inquiryId: string, organisationId: string, status: string) => ({ inquiryId, organisationId, status });

describe('what a measure is by its reports', () => {
  it('is what its lead says, also when a partner reports later in the same round', () => {
    const reports = [report('2026', 'verein', 'paused'), report('2026', 'amt', 'done'), report('2025', 'amt', 'running')];
    expect(newestRound(reports, 'amt')).toEqual([report('2026', 'amt', 'done'), report('2026', 'verein', 'paused')]);
  });

  it('is what a partner says last where the lead has not reported in that round, or there is none', () => {
    const reports = [report('2026', 'verein', 'paused'), report('2026', 'verband', 'running'), report('2025', 'amt', 'running')];
    expect(newestRound(reports, 'amt').map(({ organisationId }) => organisationId)).toEqual(['verein', 'verband']);
    expect(newestRound(reports, null).map(({ organisationId }) => organisationId)).toEqual(['verein', 'verband']);
  });

  it('is nothing where nobody has reported', () => {
    expect(newestRound([], 'amt')).toEqual([]);
  });

  it('is told differently as soon as two say different things', () => {
    expect([isDiffering([]), isDiffering([report('a', 'amt', 'done')]), isDiffering([report('a', 'amt', 'done'), report('a', 'verein', 'done')]), isDiffering([report('a', 'amt', 'done'), report('a', 'verein', 'paused')])]).toEqual([false, false, false, true]);
  });
});
