import type { DecisionState, FundingState, MeasureStatus, MeasureType, Priority } from '@konzeptwerkstatt/document-model';
import { Prisma } from '@konzeptwerkstatt/platform-database';

/** A measure as readers get it: its row and the ids of everything it is linked to, in one piece. */
export interface MeasureRecord {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly sectionId: string;
  readonly blockId: string;
  readonly title: string;
  readonly description: string;
  readonly type: MeasureType | null;
  readonly status: MeasureStatus | null;
  readonly decisionState: DecisionState;
  readonly leadOrganisationId: string | null;
  readonly targetGroups: readonly string[];
  readonly period: string | null;
  /** Legal days, `YYYY-MM-DD`. */
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly resources: string | null;
  readonly budgetAmount: string | null;
  readonly budgetCurrency: string;
  readonly fundingSource: string | null;
  readonly staffPositions: string | null;
  readonly priority: Priority | null;
  readonly fundingState: FundingState | null;
  readonly contact: string | null;
  readonly district: string | null;
  /** The last day for which the money is there, `YYYY-MM-DD`. */
  readonly fundingUntil: string | null;
  readonly updatedAt: Date;
  readonly partnerIds: readonly string[];
  /** Goals in the order of the text. */
  readonly goalIds: readonly string[];
  readonly indicatorIds: readonly string[];
}

/** The columns of a MeasureRecord from `measures m`; links come as arrays, so that no list needs a statement of its own. */
export const measureColumns = Prisma.sql`
  m.id, m.municipality_id AS "municipalityId", m.edition_id AS "editionId", m.section_id AS "sectionId", m.block_id AS "blockId", m.title, m.description,
  m.type::text AS type, m.status::text AS status, m.decision_state::text AS "decisionState", m.lead_organisation_id AS "leadOrganisationId",
  m.target_groups AS "targetGroups", m.period, m.period_from::text AS "periodFrom", m.period_to::text AS "periodTo", m.resources,
  m.budget_amount::text AS "budgetAmount", m.budget_currency AS "budgetCurrency", m.funding_source AS "fundingSource",
  m.staff_positions::text AS "staffPositions", m.priority::text AS priority, m.funding_state::text AS "fundingState", m.contact, m.district, m.funding_until::text AS "fundingUntil", m.updated_at AS "updatedAt",
  ARRAY(SELECT l.organisation_id::text FROM measure_partners l WHERE l.measure_id = m.id ORDER BY 1) AS "partnerIds",
  ARRAY(SELECT l.goal_id::text FROM measure_goals l JOIN goals g ON g.id = l.goal_id WHERE l.measure_id = m.id AND g.removed_at IS NULL ORDER BY g.ordinal, 1) AS "goalIds",
  ARRAY(SELECT l.indicator_id::text FROM measure_indicators l WHERE l.measure_id = m.id ORDER BY 1) AS "indicatorIds"`;
