import { describe, expect, it } from '@jest/globals';
import { findGaps } from './gap.policy.js';

const measure = (id: string, lead: string | null, goalIds: string[], indicatorIds: string[]) => ({ id, title: id, sectionId: 's', blockId: `b-${id}`, leadOrganisationId: lead, goalIds, indicatorIds });
const goal = (id: string) => ({ id, title: id, sectionId: 's', blockId: `b-${id}` });

describe('gaps', () => {
  it('are measures without lead or indicator and goals that no measure serves, each with its place', () => {
    const gaps = findGaps([goal('g1'), goal('g2')], [measure('m1', null, ['g1'], []), measure('m2', 'o', [], ['i'])]);
    expect(gaps.map(({ kind, measureId, goalId, blockId }) => [kind, measureId ?? goalId, blockId])).toEqual([
      ['measure_without_lead', 'm1', 'b-m1'], ['goal_without_measure', 'g2', 'b-g2'], ['measure_without_indicator', 'm1', 'b-m1'],
    ]);
  });

  it('are none where nothing is missing', () => {
    expect(findGaps([goal('g1')], [measure('m1', 'o', ['g1'], ['i'])])).toEqual([]);
  });
});
