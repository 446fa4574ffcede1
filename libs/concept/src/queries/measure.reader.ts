import { Injectable } from '@nestjs/common';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { editionInScope } from './edition.reader.js';
import type { EditionScope } from './edition.reader.js';
import { measureColumns } from './measure.record.js';
import type { MeasureRecord } from './measure.record.js';
import { measureConditions, measureOrdering } from './measure-filter.js';
import type { MeasureFilter, MeasureOrder } from './measure-filter.js';
import type { Window } from './window.js';


/** A row of a list that was loaded for several owners at once. */
export type OwnedMeasure = MeasureRecord & { readonly ownerId: string; readonly total: number };

const living = Prisma.sql`m.removed_at IS NULL AND s.removed_at IS NULL`;
const fromMeasures = Prisma.sql`FROM measures m JOIN sections s ON s.id = m.section_id AND s.municipality_id = m.municipality_id`;

/** Reads measures. Whoever calls it has asked the access policy. */
@Injectable()
export class MeasureReader {
  constructor(private readonly database: PrismaDatabase) {}

  /** Living measures by id, in any order. */
  findByIds(ids: readonly string[]): Promise<MeasureRecord[]> {
    return this.database.client.$queryRaw<MeasureRecord[]>`SELECT ${measureColumns} ${fromMeasures} WHERE m.id = ANY (${[...ids]}::uuid[]) AND ${living}`;
  }

  /** A window of an edition's measures; filter and order run in the database. */
  findByEdition(edition: { readonly municipalityId: string; readonly editionId: string }, filter: MeasureFilter, order: MeasureOrder | null, { offset, limit }: Window): Promise<MeasureRecord[]> {
    return this.database.client.$queryRaw<MeasureRecord[]>`
      SELECT ${measureColumns} ${fromMeasures}
      WHERE m.municipality_id = ${edition.municipalityId}::uuid AND m.edition_id = ${edition.editionId}::uuid AND ${living} AND ${measureConditions(filter)}
      ORDER BY ${measureOrdering(order)} LIMIT ${limit} OFFSET ${offset}`;
  }

  /** How many measures of an edition the filter leaves. */
  async countByEdition(edition: { readonly municipalityId: string; readonly editionId: string }, filter: MeasureFilter): Promise<number> {
    const rows = await this.database.client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count ${fromMeasures}
      WHERE m.municipality_id = ${edition.municipalityId}::uuid AND m.edition_id = ${edition.editionId}::uuid AND ${living} AND ${measureConditions(filter)}`;
    return rows[0]?.count ?? 0;
  }

  /** The same window of each of several sections, in one statement. */
  findBySections(sectionIds: readonly string[], window: Window): Promise<OwnedMeasure[]> {
    return this.owned(Prisma.sql`FROM measures m JOIN sections s ON s.id = m.section_id`, Prisma.sql`m.section_id`, sectionIds, window);
  }

  /** The same window of the measures that serve each of several goals, in one statement. */
  findByGoals(goalIds: readonly string[], window: Window): Promise<OwnedMeasure[]> {
    return this.owned(Prisma.sql`FROM measure_goals owner JOIN measures m ON m.id = owner.measure_id JOIN sections s ON s.id = m.section_id`, Prisma.sql`owner.goal_id`, goalIds, window);
  }

  /** The same window of the measures linked to each of several indicators, within the editions of a scope, in one statement. */
  findByIndicators(indicatorIds: readonly string[], window: Window, scope: EditionScope): Promise<OwnedMeasure[]> {
    const from = Prisma.sql`FROM measure_indicators owner JOIN measures m ON m.id = owner.measure_id JOIN sections s ON s.id = m.section_id
      JOIN editions e ON e.id = m.edition_id AND ${editionInScope(scope)}`;
    return this.owned(from, Prisma.sql`owner.indicator_id`, indicatorIds, window);
  }

  /** Measures of the given editions that an organisation leads or takes part in, as they stand in the texts. */
  findProposedTo(municipalityId: string, organisationId: string, editionIds: readonly string[], { offset, limit }: Window): Promise<OwnedMeasure[]> {
    return this.database.client.$queryRaw<OwnedMeasure[]>`
      SELECT ${measureColumns}, ${organisationId} AS "ownerId", (count(*) OVER ())::int AS total ${fromMeasures} JOIN editions e ON e.id = m.edition_id
      WHERE m.municipality_id = ${municipalityId}::uuid AND m.edition_id = ANY (${[...editionIds]}::uuid[]) AND ${living}
        AND ${measureConditions({ organisationIds: [organisationId] })}
        -- As "partyStateOf" has it: whoever is to lead and only takes part has not answered that.
        AND NOT EXISTS (SELECT 1 FROM measure_parties p WHERE p.measure_id = m.id AND p.organisation_id = ${organisationId}::uuid AND (p.role <> 'partner' OR m.lead_organisation_id IS DISTINCT FROM p.organisation_id))
      ORDER BY e.year DESC, e.id, s.position, m.ordinal LIMIT ${limit} OFFSET ${offset}`;
  }

  /** Measures of a section that were written after an instant, for telling tables of changed text. */
  findChangedInSection(sectionId: string, since: Date): Promise<MeasureRecord[]> {
    return this.database.client.$queryRaw<MeasureRecord[]>`
      SELECT ${measureColumns} ${fromMeasures} WHERE m.section_id = ${sectionId}::uuid AND m.updated_at > ${since} AND ${living} ORDER BY m.ordinal LIMIT 1000`;
  }

  private owned(from: Prisma.Sql, owner: Prisma.Sql, ownerIds: readonly string[], { offset, limit }: Window): Promise<OwnedMeasure[]> {
    return this.database.client.$queryRaw<OwnedMeasure[]>`
      WITH place AS (
        SELECT m.id, ${owner} AS owner_id, row_number() OVER (PARTITION BY ${owner} ORDER BY s.position, m.ordinal, m.id) AS place, count(*) OVER (PARTITION BY ${owner}) AS total
        ${from} WHERE ${owner} = ANY (${[...ownerIds]}::uuid[]) AND ${living}
      )
      SELECT ${measureColumns}, place.owner_id AS "ownerId", place.total::int AS total
      FROM place JOIN measures m ON m.id = place.id
      WHERE place.place > ${offset} AND place.place <= ${offset + limit} ORDER BY place.owner_id, place.place`;
  }
}
