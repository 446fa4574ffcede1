import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { AdoptedEdition, AdoptedGoal, AdoptedMeasure } from '../domain/adopted-content.js';

/** What adopted editions said, and the numbers that are fixed with them. */
@Injectable()
export class AdoptedEditionRepository {
  async insert(tx: Transaction, { editionId, municipalityId, content, hash }: AdoptedEdition): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO adopted_editions (edition_id, municipality_id, content, hash) VALUES (${editionId}::uuid, ${municipalityId}::uuid, ${JSON.stringify(content)}::jsonb, ${hash})`;
  }

  /** Gives sections, goals and measures their numbers for good. */
  async fixNumbers(tx: Transaction, municipalityId: string, numbers: ReadonlyMap<string, string>): Promise<void> {
    const [ids, values] = [[...numbers.keys()], [...numbers.values()]];
    await tx.$executeRaw`UPDATE sections s SET number = n.number FROM unnest(${ids}::uuid[], ${values}::text[]) AS n (id, number) WHERE s.id = n.id AND s.municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`UPDATE goals g SET number = n.number FROM unnest(${ids}::uuid[], ${values}::text[]) AS n (id, number) WHERE g.id = n.id AND g.municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`UPDATE measures m SET number = n.number FROM unnest(${ids}::uuid[], ${values}::text[]) AS n (id, number) WHERE m.id = n.id AND m.municipality_id = ${municipalityId}::uuid`;
  }

  /** The living goals of an edition in the order of its texts. */
  async findGoals(tx: Transaction, municipalityId: string, editionId: string): Promise<AdoptedGoal[]> {
    return tx.$queryRaw<AdoptedGoal[]>`
      SELECT g.id::text, g.lineage_id::text AS "lineageId", g.section_id::text AS "sectionId", coalesce(g.number, '') AS number, g.kind::text AS kind, g.title, g.description,
        ARRAY(SELECT l.indicator_id::text FROM goal_indicators l WHERE l.goal_id = g.id ORDER BY 1) AS "indicatorIds"
      FROM goals g JOIN sections s ON s.id = g.section_id AND s.removed_at IS NULL
      WHERE g.municipality_id = ${municipalityId}::uuid AND g.edition_id = ${editionId}::uuid AND g.removed_at IS NULL ORDER BY s.position, s.id, g.ordinal`;
  }

  /** The living measures of an edition in the order of its texts. */
  async findMeasures(tx: Transaction, municipalityId: string, editionId: string): Promise<AdoptedMeasure[]> {
    return tx.$queryRaw<AdoptedMeasure[]>`
      SELECT m.id::text, m.lineage_id::text AS "lineageId", m.section_id::text AS "sectionId", coalesce(m.number, '') AS number, m.title, m.description, m.type::text AS type,
        m.status::text AS status, m.decision_state::text AS "decisionState", m.lead_organisation_id::text AS "leadOrganisationId", m.target_groups AS "targetGroups", m.period,
        m.resources, m.budget_amount::text AS "budgetAmount", m.funding_source AS "fundingSource", m.staff_positions::text AS "staffPositions", m.priority::text AS priority,
        m.funding_state::text AS "fundingState", m.contact, m.district, m.funding_until::text AS "fundingUntil",
        ARRAY(SELECT l.organisation_id::text FROM measure_partners l WHERE l.measure_id = m.id ORDER BY 1) AS "partnerIds",
        ARRAY(SELECT l.goal_id::text FROM measure_goals l WHERE l.measure_id = m.id ORDER BY 1) AS "goalIds",
        ARRAY(SELECT l.indicator_id::text FROM measure_indicators l WHERE l.measure_id = m.id ORDER BY 1) AS "indicatorIds"
      FROM measures m JOIN sections s ON s.id = m.section_id AND s.removed_at IS NULL
      WHERE m.municipality_id = ${municipalityId}::uuid AND m.edition_id = ${editionId}::uuid AND m.removed_at IS NULL ORDER BY s.position, s.id, m.ordinal`;
  }

  /** What an adopted edition said; null when it is not adopted. */
  async find(tx: Transaction, editionId: string): Promise<AdoptedEdition | null> {
    const rows = await tx.$queryRaw<AdoptedEdition[]>`
      SELECT edition_id::text AS "editionId", municipality_id::text AS "municipalityId", content, hash FROM adopted_editions WHERE edition_id = ${editionId}::uuid`;
    return rows[0] ?? null;
  }
}
