import { describe, expect, it } from '@jest/globals';
import { compareMeasures } from './edition-comparison.policy.js';
import type { ComparableMeasure } from './edition-comparison.policy.js';

const measure = (lineageId: string, change: Partial<ComparableMeasure> = {}): ComparableMeasure => ({
  id: `${lineageId}-${JSON.stringify(change)}`, lineageId, number: 'M1.1', title: lineageId, description: '', type: null, status: null, leadOrganisationId: null, targetGroups: [], period: null, resources: null,
  budgetAmount: null, fundingSource: null, staffPositions: null, priority: null, fundingState: null, district: null, fundingUntil: null, partnerIds: [], indicatorIds: [], ...change,
});

describe('measures of two editions', () => {
  it('are taken over, changed, new or dropped, whatever their numbers and ids', () => {
    const before = [measure('a'), measure('b', { partnerIds: ['x'] }), measure('c')];
    const after = [measure('d'), measure('b', { partnerIds: ['x', 'y'], title: 'B' }), measure('a', { number: 'M9.9' })];
    expect(compareMeasures(before, after).map(({ fate, before: old, after: now, fields }) => [fate, old?.lineageId ?? null, now?.lineageId ?? null, fields])).toEqual([
      ['new', null, 'd', []], ['changed', 'b', 'b', ['title', 'partnerIds']], ['taken_over', 'a', 'a', []], ['dropped', 'c', null, []],
    ]);
  });
});
