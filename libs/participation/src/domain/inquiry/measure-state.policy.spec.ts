import { describe, expect, it } from '@jest/globals';
import { isDiffering, newestRound } from './measure-state.policy.js';

const report = (began: string, organisationId: string, status: string, reported = began) => ({ organisationId, status, roundBeganAt: new Date(began), reportedAt: new Date(reported) });

describe('what a measure is by its reports', () => {
  it('is what its lead says, also when a partner reports later in the same round', () => {
    const [lead, partner] = [report('2026-03-01', 'amt', 'done', '2026-03-10'), report('2026-03-01', 'verein', 'paused', '2026-03-20')];
    expect(newestRound([partner, lead, report('2025-03-01', 'amt', 'running')], 'amt')).toEqual([lead, partner]);
  });

  it('is what its lead says, also when partners are asked in an inquiry of their own some weeks later, or across the turn of the year', () => {
    const [lead, partner] = [report('2025-11-20', 'amt', 'done', '2025-12-10'), report('2026-01-15', 'verein', 'paused', '2026-02-01')];
    expect(newestRound([partner, lead], 'amt')).toEqual([lead, partner]);
  });

  it('is what its lead said last where it was asked twice in one round, and each stands there once', () => {
    const [first, corrected, partner] = [report('2026-01-15', 'amt', 'running', '2026-02-01'), report('2026-03-01', 'amt', 'done', '2026-03-20'), report('2026-03-01', 'verein', 'done', '2026-03-25')];
    expect(newestRound([corrected, partner, first], 'amt')).toEqual([corrected, partner]);
  });

  it('is what a partner says last where the lead has not reported in that round, or there is none', () => {
    const reports = [report('2026-03-01', 'verband', 'running', '2026-03-10'), report('2026-03-01', 'verein', 'paused', '2026-03-20'), report('2025-03-01', 'amt', 'running', '2026-04-01')];
    expect(newestRound(reports, 'amt').map(({ organisationId }) => organisationId)).toEqual(['verein', 'verband']);
    expect(newestRound(reports, null).map(({ organisationId }) => organisationId)).toEqual(['verein', 'verband']);
  });

  it('is nothing where nobody has reported', () => {
    expect(newestRound([], 'amt')).toEqual([]);
  });

  it('is told differently as soon as two say different things', () => {
    const say = (...statuses: string[]): boolean => isDiffering(statuses.map((status) => ({ status })));
    expect([say(), say('done'), say('done', 'done'), say('done', 'paused')]).toEqual([false, false, false, true]);
  });
});
