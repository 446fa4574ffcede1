import { describe, expect, it } from '@jest/globals';
import type { CheckedMeasure, CheckFacts } from '@konzeptwerkstatt/concept';
import { byCriterion, FINDING_KINDS, findingsOf, FINDINGS_OF } from './check.policy.js';
import type { CheckedSurroundings } from './check.policy.js';

const measure = (facts: Partial<CheckedMeasure> = {}): CheckedMeasure => ({ title: 'Kurs', sectionId: 's', blockId: 'b', leadOrganisationId: 'amt', partnerCount: 1, proposedCount: 0, targetGroupCount: 1, indicatorCount: 1, hasPeriod: true, hasDistrict: true, ...facts });
const goal = { title: 'Ziel', sectionId: 's', blockId: 'g', measureCount: 1, indicatorCount: 1 };
const good: CheckFacts = { measures: [measure(), measure({ leadOrganisationId: 'verein' })], goals: [goal], fields: [{ title: 'Feld', sectionId: 's', blockId: null, measureCount: 2 }], indicatorsWithoutData: [] };
const around: CheckedSurroundings = { isAdopted: true, openContributions: [], missingKinds: [] };
const kinds = (facts: Partial<CheckFacts>, surroundings: Partial<CheckedSurroundings> = {}): string[] => findingsOf({ ...good, ...facts }, { ...around, ...surroundings }).map(({ kind }) => kind);

describe('a check of a concept', () => {
  it('finds nothing where nothing is missing', () => expect(kinds({})).toEqual([]));

  it.each<[Partial<CheckFacts>, Partial<CheckedSurroundings>, string]>([
    [{ measures: [measure({ leadOrganisationId: null })] }, {}, 'measure_without_lead'], [{ measures: Array.from({ length: 5 }, () => measure()) }, {}, 'one_office_leads'],
    [{ goals: [{ ...goal, measureCount: 0 }] }, {}, 'goal_without_measure'], [{ measures: [measure({ hasPeriod: false })] }, {}, 'measure_without_period'], [{}, { isAdopted: false }, 'not_adopted'],
    [{ measures: [measure({ partnerCount: 0 })] }, {}, 'measure_without_partner'], [{ measures: [measure({ proposedCount: 2 })] }, {}, 'party_unconfirmed'], [{}, { openContributions: [{ id: 'c', title: 'Wann?', language: 'de', sectionId: null }] }, 'open_contribution'],
    [{}, { missingKinds: ['business'] }, 'kind_missing'], [{ measures: [measure({ hasDistrict: false })] }, {}, 'no_measure_with_district'], [{ fields: [{ title: 'Leer', sectionId: 's', blockId: null, measureCount: 0 }] }, {}, 'field_without_measure'],
    [{ goals: [{ ...goal, indicatorCount: 0 }] }, {}, 'goal_without_indicator'], [{ measures: [measure({ indicatorCount: 0 })] }, {}, 'measure_without_indicator'],
    [{ indicatorsWithoutData: [{ title: 'Quote', sectionId: 's', blockId: null }] }, {}, 'indicator_without_data'], [{ measures: [measure({ targetGroupCount: 0 })] }, {}, 'measure_without_target_group'],
  ])('%j %j: %s', (facts, surroundings, kind) => expect(kinds(facts, surroundings)).toEqual([kind]));

  it('counts all and names the places of the first twenty', () => {
    const [finding] = findingsOf({ ...good, measures: [...good.measures, ...Array.from({ length: 30 }, () => measure({ leadOrganisationId: null, title: 'Offen' }))] }, around);
    expect([finding?.count, finding?.places.length, finding?.places[0]]).toEqual([30, 20, { title: 'Offen', language: null, sectionId: 's', blockId: 'b', contributionId: null }]);
  });

  it('tells each finding at a criterion of the source, and says where only people can judge', () => {
    expect(new Set(Object.values(FINDINGS_OF).flat())).toEqual(new Set(FINDING_KINDS));
    const shown = byCriterion(findingsOf(good, { ...around, missingKinds: ['business'] }));
    expect(shown.filter(({ findings }) => findings.length > 0).map(({ criterion }) => criterion)).toEqual(['engagement_participation', 'participatory']);
    expect(shown.filter(({ isVisible }) => !isVisible).map(({ criterion }) => criterion)).toEqual(['against_xenophobia', 'intercultural_opening', 'diversity_sensitive']);
  });
});
