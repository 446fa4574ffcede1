import { Inject, Injectable } from '@nestjs/common';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { IndicatorTable } from '../files/indicator-table.js';
import type { IndicatorRelease } from '../domain/release.policy.js';
import { IndicatorReader } from './indicator.reader.js';
import type { DefinitionRow, IndicatorRow } from './indicator.reader.js';
import { ObservationReader } from './observation.reader.js';
import type { SeriesRecord } from './observation.reader.js';
import { IndicatorReleaseRepository } from '../persistence/indicator-release.repository.js';

/** With so many other municipalities an indicator is compared at most. */
export const MAX_COMPARED = 30;

/** An indicator that everybody may read. */
export interface ReleasedIndicator {
  readonly row: IndicatorRow;
  readonly place: string;
  readonly releasedAt: Date;
  /** When something of it was changed last: its values, its definition, what else is said of it, or its release. */
  readonly modifiedAt: Date;
  /** First and last day its values are about, `YYYY-MM-DD`; null without values. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A released indicator of another municipality, as far as it is compared. */
export interface ComparableIndicator extends Pick<DefinitionRow, 'numerator' | 'denominator' | 'populationConcept'> {
  readonly municipalityId: string;
  readonly indicatorId: string;
  readonly key: string;
  readonly place: string;
  /** In the region that its own page shows first, oldest first. */
  readonly totals: readonly SeriesRecord[];
}

interface ReleaseFacts {
  readonly indicatorId: string;
  readonly place: string;
  readonly releasedAt: Date;
  readonly modifiedAt: Date;
  readonly from: string | null;
  readonly to: string | null;
}

/** Reads what everybody may read of indicators. Special figures are never among it, whatever was released; withheld values are withheld here too. */
@Injectable()
export class ReleasedIndicatorReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(ObservationReader) private readonly observations: ObservationReader,
    @Inject(IndicatorReleaseRepository) private readonly releases: IndicatorReleaseRepository,
  ) {}

  /** Releases of indicators, for those who may see them anyway. */
  findReleases(municipalityId: string, indicatorIds: readonly string[]): Promise<IndicatorRelease[]> {
    return this.releases.findMany(this.database.client, municipalityId, indicatorIds);
  }

  /** The municipality with released indicators below this place; null when there is none. */
  async findMunicipality(place: string): Promise<string | null> {
    const rows = await this.database.client.$queryRaw<{ id: string }[]>`SELECT municipality_id::text AS id FROM indicator_releases WHERE place = ${place} LIMIT 1`;
    return rows[0]?.id ?? null;
  }

  /** All released indicators of a municipality by name. */
  findByMunicipality(municipalityId: string): Promise<ReleasedIndicator[]> {
    return this.find(municipalityId, Prisma.sql`i.municipality_id = ${municipalityId}::uuid`);
  }

  /** One released indicator by its key; null when there is none, or it is not for everybody. */
  async findByKey(municipalityId: string, key: string): Promise<ReleasedIndicator | null> {
    return (await this.find(municipalityId, Prisma.sql`i.municipality_id = ${municipalityId}::uuid AND i.key = ${key}`))[0] ?? null;
  }

  /** Released indicators of at most `MAX_COMPARED` other municipalities that go by the same key and unit, by the municipality's place. */
  async findComparable({ municipalityId, key, unit }: Pick<IndicatorRow, 'municipalityId' | 'key' | 'unit'>): Promise<ComparableIndicator[]> {
    // Example municipalities are compared with one another only: nobody lives there.
    const found = await this.database.client.$queryRaw<Omit<ComparableIndicator, 'totals'>[]>`
      SELECT i.municipality_id::text AS "municipalityId", i.id::text AS "indicatorId", i.key, l.place, d.numerator, d.denominator, d.population_concept AS "populationConcept"
      FROM indicators i JOIN indicator_releases l ON l.indicator_id = i.id AND l.municipality_id = i.municipality_id JOIN municipalities m ON m.id = i.municipality_id
      LEFT JOIN LATERAL (SELECT * FROM indicator_definitions v WHERE v.indicator_id = i.id AND v.municipality_id = i.municipality_id ORDER BY v.version DESC LIMIT 1) d ON true
      WHERE i.key = ${key} AND i.unit = ${unit} AND m.is_example = (SELECT is_example FROM municipalities WHERE id = ${municipalityId}::uuid) AND i.municipality_id <> ${municipalityId}::uuid AND i.removed_at IS NULL AND i.sensitivity <> 'special'
      ORDER BY l.place, i.id LIMIT ${MAX_COMPARED}::int`;
    const readable = await Promise.all(found.map((other) => this.policy.can(null, 'indicator.read', { municipalityId: other.municipalityId, isPublished: true })));
    const open = found.filter((_, index) => readable[index] === true);
    const totals = Map.groupBy(await this.observations.findComparedTotals(open), ({ indicatorId }) => indicatorId);
    return open.map((other) => ({ ...other, totals: totals.get(other.indicatorId) ?? [] }));
  }

  /** The indicator with all versions of its definition and all values that stand. */
  async table({ row }: ReleasedIndicator): Promise<IndicatorTable> {
    const { id, municipalityId } = row;
    const [definitions, values] = await Promise.all([this.indicators.findVersions(municipalityId, [id]), this.observations.findAll(municipalityId, id)]);
    return { indicator: row, definitions, values };
  }

  private async find(municipalityId: string, which: Prisma.Sql): Promise<ReleasedIndicator[]> {
    const facts = await this.database.client.$queryRaw<ReleaseFacts[]>`
      SELECT i.id::text AS "indicatorId", l.place, l.released_at AS "releasedAt",
        (min(o.period_from) FILTER (WHERE o.superseded_at IS NULL))::text AS "from", (max(o.period_to) FILTER (WHERE o.superseded_at IS NULL))::text AS "to",
        greatest(l.released_at, i.edited_at, max(o.recorded_at), max(o.superseded_at), (SELECT max(d.created_at) FROM indicator_definitions d WHERE d.indicator_id = i.id AND d.municipality_id = i.municipality_id)) AS "modifiedAt"
      FROM indicators i JOIN indicator_releases l ON l.indicator_id = i.id AND l.municipality_id = i.municipality_id
      LEFT JOIN observations o ON o.indicator_id = i.id AND o.municipality_id = i.municipality_id
      WHERE ${which} AND i.removed_at IS NULL AND i.sensitivity <> 'special' GROUP BY i.id, i.municipality_id, l.place, l.released_at`;
    if (facts.length === 0 || !(await this.policy.can(null, 'indicator.read', { municipalityId, isPublished: true }))) return [];
    const rows = await this.indicators.findManyByIds(municipalityId, facts.map(({ indicatorId }) => indicatorId));
    return rows.flatMap((row) => {
      const found = facts.find(({ indicatorId }) => indicatorId === row.id);
      return found === undefined ? [] : [{ ...found, row }];
    }).toSorted((one, other) => one.row.name.localeCompare(other.row.name, 'de'));
  }
}
