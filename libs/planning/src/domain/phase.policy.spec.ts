import { describe, expect, it } from '@jest/globals';
import { phaseStateAt, phaseTimeProblems } from './phase.policy.js';
import type { PhaseTimes } from './phase.policy.js';

const day = (number: number): Date => new Date(Date.UTC(2027, 0, number));
const phase = (id: string, from: number, to: number | null, more: Partial<PhaseTimes> = {}): PhaseTimes =>
  ({ id, trackId: null, isExclusive: true, opensAt: day(from), closesAt: to === null ? null : day(to), ...more });
const codes = (of: PhaseTimes, others: readonly PhaseTimes[] = []): string[] => phaseTimeProblems(of, others).map(({ code, path }) => `${code} at ${path.join('.')}`);

describe('the state of a phase', () => {
  it('is open from the instant it opens and closed from the instant it closes', () => {
    const times = { opensAt: day(2), closesAt: day(4) };
    expect([day(1), day(2), day(3), day(4), day(5)].map((now) => phaseStateAt(times, now))).toEqual(['planned', 'open', 'open', 'closed', 'closed']);
  });

  it('stays open without an end', () => {
    expect(phaseStateAt({ opensAt: day(2), closesAt: null }, day(9999))).toBe('open');
  });
});

describe('the times of a phase', () => {
  it('must not close before it opens, nor at the same instant', () => {
    expect(codes(phase('a', 4, 2))).toEqual(['CLOSES_BEFORE_OPENING at closesAt']);
    expect(codes(phase('a', 4, 4))).toEqual(['CLOSES_BEFORE_OPENING at closesAt']);
  });

  it('of two that want to be alone must not overlap; one may begin where the other ends', () => {
    const known = phase('a', 2, 6);
    for (const other of [phase('b', 1, 3), phase('b', 5, 8), phase('b', 3, 4), phase('b', 1, null)]) expect(codes(other, [known])).toEqual(['PHASES_OVERLAP at opensAt']);
    expect(codes(phase('b', 6, 8), [known])).toEqual([]);
    expect(codes(phase('a', 3, 8), [known])).toEqual([]);
  });

  it('of others, and on other tracks, may overlap', () => {
    const known = phase('a', 2, 6, { trackId: 'network' });
    expect(codes(phase('b', 3, 4, { trackId: 'administration' }), [known])).toEqual([]);
    expect(codes(phase('b', 3, 4, { trackId: 'network' }), [known])).toEqual(['PHASES_OVERLAP at opensAt']);
    expect(codes(phase('b', 3, 4), [known])).toEqual(['PHASES_OVERLAP at opensAt']);
    expect(codes(phase('b', 3, 4, { isExclusive: false }), [phase('a', 2, 6)])).toEqual([]);
  });
});
