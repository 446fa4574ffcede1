import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { ExistingRows, GoalRow, MeasureRow } from '../domain/projected-row.js';
import type { LinkDifference, ProjectionDifference } from '../domain/projection.policy.js';
import type { SectionPlace } from '../domain/section-place.js';

type Owner = Pick<SectionPlace, 'municipalityId' | 'editionId' | 'sectionId'>;
type Existing<Row> = Row & { readonly removed: boolean };

const owners = (link: LinkDifference): string[] => [...link.added, ...link.removed].map(([owner]) => owner);
const split = (pairs: LinkDifference['added']): [string[], string[]] => [pairs.map(([owner]) => owner), pairs.map(([, other]) => other)];

/** The rows that stand for a section's text. Nothing else writes them. */
@Injectable()
export class ProjectionRepository {
  /** All rows of a section, removed ones included. */
  async findRows(tx: Transaction, { municipalityId, sectionId }: Owner): Promise<ExistingRows> {
    const goals = await tx.$queryRaw<Existing<GoalRow>[]>`
      SELECT id, block_id AS "blockId", kind::text AS kind, title, description, ordinal, removed_at IS NOT NULL AS removed,
        ARRAY(SELECT indicator_id::text FROM goal_indicators WHERE goal_id = g.id ORDER BY 1) AS "indicatorIds"
      FROM goals g WHERE municipality_id = ${municipalityId}::uuid AND section_id = ${sectionId}::uuid`;
    const measures = await tx.$queryRaw<Existing<MeasureRow>[]>`
      SELECT id, block_id AS "blockId", title, description, type::text AS type, status::text AS status, decision_state::text AS "decisionState",
        lead_organisation_id AS "leadOrganisationId", target_groups AS "targetGroups", period, period_from::text AS "periodFrom", period_to::text AS "periodTo",
        resources, budget_amount::text AS "budgetAmount", funding_source AS "fundingSource", staff_positions::text AS "staffPositions",
        priority::text AS priority, funding_state::text AS "fundingState", contact, district, funding_until::text AS "fundingUntil", ordinal,
        removed_at IS NOT NULL AS removed,
        ARRAY(SELECT organisation_id::text FROM measure_partners WHERE measure_id = m.id ORDER BY 1) AS "partnerIds",
        ARRAY(SELECT goal_id::text FROM measure_goals WHERE measure_id = m.id ORDER BY 1) AS "goalIds",
        ARRAY(SELECT indicator_id::text FROM measure_indicators WHERE measure_id = m.id ORDER BY 1) AS "indicatorIds"
      FROM measures m WHERE municipality_id = ${municipalityId}::uuid AND section_id = ${sectionId}::uuid`;
    return { goals, measures };
  }

  /** Writes exactly the differences; a difference without content runs no statement. */
  async write(tx: Transaction, owner: Owner, difference: ProjectionDifference): Promise<void> {
    const { goals, measures, links } = difference;
    await this.saveGoals(tx, owner, [...goals.inserts, ...goals.updates]);
    await this.saveMeasures(tx, owner, [...measures.inserts, ...measures.updates]);
    await this.remove(tx, owner, goals.removals, measures.removals);
    await this.writePartners(tx, owner, links.partners);
    await this.writeMeasureGoals(tx, owner, links.measureGoals);
    await this.writeMeasureIndicators(tx, owner, links.measureIndicators);
    await this.writeGoalIndicators(tx, owner, links.goalIndicators);
    const saved = new Set([...goals.inserts, ...goals.updates, ...measures.inserts, ...measures.updates].map((row) => row.id));
    const relinked = [...owners(links.partners), ...owners(links.measureGoals), ...owners(links.measureIndicators), ...owners(links.goalIndicators)];
    await this.touch(tx, owner, [...new Set(relinked)].filter((id) => !saved.has(id)));
  }

  private async saveGoals(tx: Transaction, { municipalityId, editionId, sectionId }: Owner, rows: readonly GoalRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO goals (id, municipality_id, edition_id, section_id, block_id, lineage_id, kind, title, description, ordinal)
      SELECT r.id, ${municipalityId}::uuid, ${editionId}::uuid, ${sectionId}::uuid, r."blockId", r.id, r.kind::"GoalKind", r.title, r.description, r.ordinal
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "blockId" uuid, kind text, title text, description text, ordinal int)
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, description = excluded.description, ordinal = excluded.ordinal,
        removed_at = NULL, updated_at = now()`;
  }

  private async saveMeasures(tx: Transaction, { municipalityId, editionId, sectionId }: Owner, rows: readonly MeasureRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO measures (id, municipality_id, edition_id, section_id, block_id, lineage_id, title, description, type, status, decision_state,
        lead_organisation_id, target_groups, period, period_from, period_to, resources, budget_amount, funding_source, staff_positions, priority,
        funding_state, contact, district, funding_until, ordinal)
      SELECT r.id, ${municipalityId}::uuid, ${editionId}::uuid, ${sectionId}::uuid, r."blockId", r.id, r.title, r.description, r.type::"MeasureType",
        r.status::"MeasureStatus", r."decisionState"::"DecisionState", r."leadOrganisationId",
        ARRAY(SELECT jsonb_array_elements_text(r."targetGroups")), r.period, r."periodFrom", r."periodTo", r.resources, r."budgetAmount", r."fundingSource",
        r."staffPositions", r.priority::"Priority", r."fundingState"::"FundingState", r.contact, r.district, r."fundingUntil", r.ordinal
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "blockId" uuid, title text, description text, type text, status text,
        "decisionState" text, "leadOrganisationId" uuid, "targetGroups" jsonb, period text, "periodFrom" date, "periodTo" date, resources text,
        "budgetAmount" numeric, "fundingSource" text, "staffPositions" numeric, priority text, "fundingState" text,
        contact text, district text, "fundingUntil" date, ordinal int)
      ON CONFLICT (id) DO UPDATE SET title = excluded.title, description = excluded.description, type = excluded.type, status = excluded.status,
        decision_state = excluded.decision_state, lead_organisation_id = excluded.lead_organisation_id, target_groups = excluded.target_groups,
        period = excluded.period, period_from = excluded.period_from, period_to = excluded.period_to, resources = excluded.resources,
        budget_amount = excluded.budget_amount, funding_source = excluded.funding_source, staff_positions = excluded.staff_positions,
        priority = excluded.priority, funding_state = excluded.funding_state, contact = excluded.contact, district = excluded.district, funding_until = excluded.funding_until,
        ordinal = excluded.ordinal, removed_at = NULL, updated_at = now()`;
  }

  private async remove(tx: Transaction, { municipalityId }: Owner, goals: readonly string[], measures: readonly string[]): Promise<void> {
    if (goals.length > 0) {
      await tx.$executeRaw`UPDATE goals SET removed_at = now(), updated_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...goals]}::uuid[])`;
    }
    if (measures.length > 0) {
      await tx.$executeRaw`UPDATE measures SET removed_at = now(), updated_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...measures]}::uuid[])`;
    }
  }

  private async touch(tx: Transaction, { municipalityId }: Owner, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.$executeRaw`UPDATE goals SET updated_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[])`;
    await tx.$executeRaw`UPDATE measures SET updated_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[])`;
  }

  private async writePartners(tx: Transaction, { municipalityId }: Owner, link: LinkDifference): Promise<void> {
    const [measures, organisations] = split(link.added);
    if (measures.length > 0) {
      await tx.$executeRaw`
        INSERT INTO measure_partners (municipality_id, measure_id, organisation_id)
        SELECT ${municipalityId}::uuid, * FROM unnest(${measures}::uuid[], ${organisations}::uuid[]) ON CONFLICT DO NOTHING`;
    }
    const [oldMeasures, oldOrganisations] = split(link.removed);
    if (oldMeasures.length > 0) {
      await tx.$executeRaw`
        DELETE FROM measure_partners WHERE municipality_id = ${municipalityId}::uuid
          AND (measure_id, organisation_id) IN (SELECT * FROM unnest(${oldMeasures}::uuid[], ${oldOrganisations}::uuid[]))`;
    }
  }

  private async writeMeasureGoals(tx: Transaction, { municipalityId }: Owner, link: LinkDifference): Promise<void> {
    const [measures, goals] = split(link.added);
    if (measures.length > 0) {
      await tx.$executeRaw`
        INSERT INTO measure_goals (municipality_id, measure_id, goal_id)
        SELECT ${municipalityId}::uuid, * FROM unnest(${measures}::uuid[], ${goals}::uuid[]) ON CONFLICT DO NOTHING`;
    }
    const [oldMeasures, oldGoals] = split(link.removed);
    if (oldMeasures.length > 0) {
      await tx.$executeRaw`
        DELETE FROM measure_goals WHERE municipality_id = ${municipalityId}::uuid
          AND (measure_id, goal_id) IN (SELECT * FROM unnest(${oldMeasures}::uuid[], ${oldGoals}::uuid[]))`;
    }
  }

  private async writeMeasureIndicators(tx: Transaction, { municipalityId }: Owner, link: LinkDifference): Promise<void> {
    const [measures, indicators] = split(link.added);
    if (measures.length > 0) {
      await tx.$executeRaw`
        INSERT INTO measure_indicators (municipality_id, measure_id, indicator_id)
        SELECT ${municipalityId}::uuid, * FROM unnest(${measures}::uuid[], ${indicators}::uuid[]) ON CONFLICT DO NOTHING`;
    }
    const [oldMeasures, oldIndicators] = split(link.removed);
    if (oldMeasures.length > 0) {
      await tx.$executeRaw`
        DELETE FROM measure_indicators WHERE municipality_id = ${municipalityId}::uuid
          AND (measure_id, indicator_id) IN (SELECT * FROM unnest(${oldMeasures}::uuid[], ${oldIndicators}::uuid[]))`;
    }
  }

  private async writeGoalIndicators(tx: Transaction, { municipalityId }: Owner, link: LinkDifference): Promise<void> {
    const [goals, indicators] = split(link.added);
    if (goals.length > 0) {
      await tx.$executeRaw`
        INSERT INTO goal_indicators (municipality_id, goal_id, indicator_id)
        SELECT ${municipalityId}::uuid, * FROM unnest(${goals}::uuid[], ${indicators}::uuid[]) ON CONFLICT DO NOTHING`;
    }
    const [oldGoals, oldIndicators] = split(link.removed);
    if (oldGoals.length > 0) {
      await tx.$executeRaw`
        DELETE FROM goal_indicators WHERE municipality_id = ${municipalityId}::uuid
          AND (goal_id, indicator_id) IN (SELECT * FROM unnest(${oldGoals}::uuid[], ${oldIndicators}::uuid[]))`;
    }
  }
}
