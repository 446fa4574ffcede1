import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { GapReader } from './gap.reader.js';
import { MeasurePartyReader } from './measure-party.reader.js';

/** A place in a text. */
export interface CheckedPlace {
  readonly title: string;
  readonly sectionId: string;
  readonly blockId: string | null;
}

/** A measure, as far as a check looks at it. */
export interface CheckedMeasure extends CheckedPlace {
  readonly leadOrganisationId: string | null;
  readonly partnerCount: number;
  /** Organisations it names that have not said yes or no. */
  readonly proposedCount: number;
  readonly targetGroupCount: number;
  readonly indicatorCount: number;
  readonly hasPeriod: boolean;
  readonly hasDistrict: boolean;
}

export interface CheckedGoal extends CheckedPlace {
  readonly measureCount: number;
  readonly indicatorCount: number;
}

/** What a check of a concept looks at, in the order of the text. */
export interface CheckFacts {
  readonly measures: readonly CheckedMeasure[];
  readonly goals: readonly CheckedGoal[];
  /** Fields of action with how many measures stand in them. */
  readonly fields: readonly (CheckedPlace & { readonly measureCount: number })[];
  /** Places that name an indicator of which there is no value. */
  readonly indicatorsWithoutData: readonly CheckedPlace[];
}

/** Reads what of a concept can be checked by counting. Whoever calls it has asked the access policy. */
@Injectable()
export class CheckFactsReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly gaps: GapReader,
    private readonly parties: MeasurePartyReader,
  ) {}

  async find(municipalityId: string, editionId: string): Promise<CheckFacts> {
    const { client } = this.database;
    const [rows, goals, fields, gaps] = await Promise.all([
      client.$queryRaw<(Omit<CheckedMeasure, 'proposedCount' | 'partnerCount'> & { id: string; partnerIds: string[] })[]>`
        SELECT m.id::text, m.title, m.section_id::text AS "sectionId", m.block_id::text AS "blockId", m.lead_organisation_id::text AS "leadOrganisationId", m.period IS NOT NULL AS "hasPeriod",
          coalesce(m.district, '') <> '' AS "hasDistrict", cardinality(m.target_groups)::int AS "targetGroupCount",
          ARRAY(SELECT l.organisation_id::text FROM measure_partners l WHERE l.measure_id = m.id) AS "partnerIds", (SELECT count(*)::int FROM measure_indicators l WHERE l.measure_id = m.id) AS "indicatorCount"
        FROM measures m JOIN sections s ON s.id = m.section_id AND s.removed_at IS NULL
        WHERE m.municipality_id = ${municipalityId}::uuid AND m.edition_id = ${editionId}::uuid AND m.removed_at IS NULL ORDER BY s.position, m.ordinal`,
      client.$queryRaw<CheckedGoal[]>`
        SELECT g.title, g.section_id::text AS "sectionId", g.block_id::text AS "blockId", (SELECT count(*)::int FROM goal_indicators l WHERE l.goal_id = g.id) AS "indicatorCount",
          (SELECT count(*)::int FROM measure_goals l JOIN measures m ON m.id = l.measure_id AND m.removed_at IS NULL WHERE l.goal_id = g.id) AS "measureCount"
        FROM goals g JOIN sections s ON s.id = g.section_id AND s.removed_at IS NULL
        WHERE g.municipality_id = ${municipalityId}::uuid AND g.edition_id = ${editionId}::uuid AND g.removed_at IS NULL ORDER BY s.position, g.ordinal`,
      client.$queryRaw<CheckFacts['fields']>`
        SELECT s.title, s.id::text AS "sectionId", NULL AS "blockId", (SELECT count(*)::int FROM measures m WHERE m.section_id = s.id AND m.removed_at IS NULL) AS "measureCount"
        FROM sections s WHERE s.municipality_id = ${municipalityId}::uuid AND s.edition_id = ${editionId}::uuid AND s.removed_at IS NULL AND s.kind = 'field_of_action' ORDER BY s.position`,
      this.gaps.find({ municipalityId, editionId }),
    ]);
    const indicatorsWithoutData = gaps.flatMap(({ kind, title, sectionId, blockId }) => (kind === 'indicator_without_data' && sectionId !== null ? [{ title, sectionId, blockId }] : []));
    const parties = await this.parties.ofMeasures(rows);
    const measures = rows.map(({ id, partnerIds, ...measure }) => ({ ...measure, partnerCount: partnerIds.length, proposedCount: (parties.get(id) ?? []).filter(({ state }) => state === 'proposed').length }));
    return { measures, goals, fields, indicatorsWithoutData };
  }
}
