import type { CheckFacts } from '@konzeptwerkstatt/concept';
import { CRITERIA } from './check-criteria.js';
import type { Criterion } from './check-criteria.js';

/** What a program can see by itself. */
export const FINDING_KINDS = [
  'measure_without_lead', 'one_office_leads', 'goal_without_measure', 'measure_without_period', 'not_adopted', 'measure_without_partner', 'party_unconfirmed', 'open_contribution', 'kind_missing', 'no_measure_with_district',
  'field_without_measure', 'goal_without_indicator', 'measure_without_indicator', 'indicator_without_data', 'measure_without_target_group',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Where a finding leads to. */
export interface FindingPlace {
  readonly title: string;
  /** Of the title, BCP 47; null: that of the concept. */
  readonly language: string | null;
  readonly sectionId: string | null;
  readonly blockId: string | null;
  readonly contributionId: string | null;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly count: number;
  /** The first of them. */
  readonly places: readonly FindingPlace[];
  /** Of `kind_missing`. */
  readonly organisationKinds: readonly string[];
}

/** What is looked at beside the text. */
export interface CheckedSurroundings {
  readonly isAdopted: boolean;
  readonly openContributions: readonly { readonly id: string; readonly title: string; readonly language: string; readonly sectionId: string | null }[];
  readonly missingKinds: readonly string[];
}

/** Which findings say something about a criterion. Where there are none, only people can judge. */
export const FINDINGS_OF: Readonly<Record<Criterion, readonly FindingKind[]>> = {
  cross_cutting_task: ['measure_without_lead', 'one_office_leads'],
  strategy: ['goal_without_measure', 'measure_without_period'],
  political_commitment: ['not_adopted'],
  local_networks: ['measure_without_partner', 'party_unconfirmed'],
  engagement_participation: ['open_contribution', 'kind_missing'],
  against_xenophobia: [],
  neighbourhood_integration: ['no_measure_with_district'],
  intercultural_opening: [],
  fields_of_action: ['field_without_measure'],
  evaluation_controlling: ['goal_without_indicator', 'measure_without_indicator', 'indicator_without_data'],
  strategic: ['goal_without_measure'],
  consultative_networking: ['measure_without_partner', 'party_unconfirmed', 'open_contribution'],
  diversity_sensitive: [],
  participatory: ['open_contribution', 'kind_missing'],
  needs_target_group_neighbourhood: ['measure_without_target_group', 'no_measure_with_district'],
  impact_oriented: ['goal_without_indicator', 'indicator_without_data'],
};

const MAX_PLACES = 20;
/** With fewer measures it says nothing that one office leads them all. */
const MIN_MEASURES = 5;

type Place = { readonly title: string; readonly sectionId: string | null; readonly blockId: string | null };

function found(kind: FindingKind, places: readonly Place[]): Finding[] {
  return places.length === 0 ? [] : [{ kind, count: places.length, organisationKinds: [], places: places.slice(0, MAX_PLACES).map(({ title, sectionId, blockId }) => ({ title, language: null, sectionId, blockId, contributionId: null })) }];
}

/** A finding about the whole, without a place. */
const whole = (kind: FindingKind, isFound: boolean): Finding[] => (isFound ? [{ kind, count: 1, places: [], organisationKinds: [] }] : []);

/** Everything that can be seen by counting, by kind; what is as it should be is left out. */
export function findingsOf({ measures, goals, fields, indicatorsWithoutData }: CheckFacts, { isAdopted, openContributions, missingKinds }: CheckedSurroundings): Finding[] {
  const leads = new Set(measures.flatMap(({ leadOrganisationId }) => leadOrganisationId ?? []));
  return [
    ...found('measure_without_lead', measures.filter(({ leadOrganisationId }) => leadOrganisationId === null)),
    ...whole('one_office_leads', measures.length >= MIN_MEASURES && leads.size === 1),
    ...found('goal_without_measure', goals.filter(({ measureCount }) => measureCount === 0)),
    ...found('measure_without_period', measures.filter(({ hasPeriod }) => !hasPeriod)),
    ...whole('not_adopted', !isAdopted),
    ...found('measure_without_partner', measures.filter(({ partnerCount }) => partnerCount === 0)),
    ...found('party_unconfirmed', measures.filter(({ proposedCount }) => proposedCount > 0)),
    ...(openContributions.length === 0 ? [] : [{
      kind: 'open_contribution' as const, count: openContributions.length, organisationKinds: [],
      places: openContributions.slice(0, MAX_PLACES).map(({ id, title, language, sectionId }) => ({ title, language, sectionId, blockId: null, contributionId: id })),
    }]),
    ...(missingKinds.length === 0 ? [] : [{ kind: 'kind_missing' as const, count: missingKinds.length, places: [], organisationKinds: missingKinds }]),
    ...whole('no_measure_with_district', measures.length > 0 && measures.every(({ hasDistrict }) => !hasDistrict)),
    ...found('field_without_measure', fields.filter(({ measureCount }) => measureCount === 0)),
    ...found('goal_without_indicator', goals.filter(({ indicatorCount }) => indicatorCount === 0)),
    ...found('measure_without_indicator', measures.filter(({ indicatorCount }) => indicatorCount === 0)),
    ...found('indicator_without_data', indicatorsWithoutData),
    ...found('measure_without_target_group', measures.filter(({ targetGroupCount }) => targetGroupCount === 0)),
  ];
}

/** The findings of each criterion, in the order of the source. */
export function byCriterion(findings: readonly Finding[]): { readonly criterion: Criterion; readonly isVisible: boolean; readonly findings: readonly Finding[] }[] {
  return CRITERIA.map((criterion) => ({ criterion, isVisible: FINDINGS_OF[criterion].length > 0, findings: findings.filter(({ kind }) => FINDINGS_OF[criterion].includes(kind)) }));
}
