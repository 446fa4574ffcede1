import { Inject, Injectable } from '@nestjs/common';
import type { Actor, DatePrecision } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { SeriesPoint } from '../domain/series.policy.js';
import { SuppressionReader } from './suppression.reader.js';

/** A value of an indicator as it is shown, with its region in one piece. */
export interface ObservationRecord {
  readonly id: string;
  readonly municipalityId: string;
  readonly indicatorId: string;
  readonly definitionId: string;
  readonly regionId: string;
  readonly regionKey: string;
  readonly regionLabel: string;
  readonly regionKind: string;
  readonly regionAgs: string | null;
  /** Legal days, `YYYY-MM-DD`. */
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly periodPrecision: DatePrecision;
  /** Decimal text with all its decimals: the database keeps `7.0` as 7. */
  readonly value: string | null;
  readonly decimals: number;
  readonly missingReason: string | null;
  readonly qualifier: string;
  readonly status: string;
  readonly breakdown: string;
  readonly note: string | null;
  readonly source: string | null;
  readonly retrievedOn: string | null;
  readonly recordedAt: Date;
  /** When another value took its place; null while it stands. */
  readonly supersededAt: Date | null;
  /** Unit and sensitivity of its indicator: whether it counts people. */
  readonly unit: string;
  readonly sensitivity: string;
  /** Whether the value is withheld, because so few people can be recognised; there is none then. */
  readonly isSuppressed: boolean;
}

/** An earlier value, with the one that stands in its place by now. */
export type EarlierObservation = ObservationRecord & { readonly standingId: string };

/** A row of a list that was loaded for several indicators at once. */
export type OwnedObservation = ObservationRecord & { readonly total: number };

/** A value with the version of the definition it was counted by. */
export type SeriesRecord = ObservationRecord & { readonly version: number };

/** A value as series are made of it. */
export function toSeriesPoint({ version, periodFrom, periodTo, breakdown, value }: SeriesRecord): SeriesPoint {
  return { version, periodFrom: periodFrom ?? periodTo ?? '', periodTo: periodTo ?? '', breakdown, value: value === null ? null : Number(value) };
}

/** So many of the latest totals of a municipality stand beside those of others. */
const MAX_COMPARED_TOTALS = 200;

/** How many rows of a list, from where. */
export interface ObservationWindow {
  readonly offset: number;
  readonly limit: number;
}

const columns = Prisma.sql`
  o.id, o.municipality_id AS "municipalityId", o.indicator_id AS "indicatorId", o.definition_id AS "definitionId", o.region_id AS "regionId",
  r.key AS "regionKey", r.label AS "regionLabel", r.kind AS "regionKind", r.ags AS "regionAgs",
  o.period_from::text AS "periodFrom", o.period_to::text AS "periodTo", o.period_precision::text AS "periodPrecision", round(o.value, o.decimals)::text AS value, o.decimals,
  o.missing_reason AS "missingReason", o.qualifier, o.status::text AS status, o.breakdown, o.note, o.source, o.retrieved_on::text AS "retrievedOn", o.recorded_at AS "recordedAt",
  o.superseded_at AS "supersededAt", i.unit, i.sensitivity::text AS sensitivity, false AS "isSuppressed"`;
const fromObservations = Prisma.sql`FROM observations o JOIN regions r ON r.id = o.region_id JOIN indicators i ON i.id = o.indicator_id AND i.municipality_id = o.municipality_id`;

/** Reads values as they may be shown: whatever would tell of too few people is withheld here, for everybody and everything that reads. */
@Injectable()
export class ObservationReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(SuppressionReader) private readonly suppression: SuppressionReader,
  ) {}

  /** The value, or null when it does not exist or the actor may not see it. Corrected ones are found too. */
  async find(actor: Actor | null, id: string): Promise<ObservationRecord | null> {
    const municipalityId = actor?.municipalityId ?? null;
    if (municipalityId === null) return null;
    const rows = await this.database.client.$queryRaw<ObservationRecord[]>`
      SELECT ${columns} ${fromObservations} WHERE o.municipality_id = ${municipalityId}::uuid AND o.id = ${id}::uuid`;
    if (!(await this.policy.can(actor, 'indicator.read', { municipalityId }))) return null;
    return (await this.suppression.withhold(municipalityId, rows))[0] ?? null;
  }

  /** The same window of the values of each of several indicators, newest first and by region, in one statement. */
  async findByIndicators(municipalityId: string, indicatorIds: readonly string[], { offset, limit }: ObservationWindow): Promise<OwnedObservation[]> {
    return this.suppression.withhold(municipalityId, await this.database.client.$queryRaw<OwnedObservation[]>`
      SELECT * FROM (
        SELECT ${columns}, (count(*) OVER (PARTITION BY o.indicator_id))::int AS total,
          row_number() OVER (PARTITION BY o.indicator_id ORDER BY o.period_to DESC NULLS LAST, r.label, o.breakdown, o.id) AS place
        ${fromObservations}
        WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[]) AND o.superseded_at IS NULL
      ) AS listed
      WHERE place > ${offset} AND place <= ${offset + limit} ORDER BY "indicatorId", place`);
  }

  /**
   * The latest total of each of several indicators in the region of their municipality, in one statement: of what ends on the same day the
   * one about the longest time, a year before its second half. The municipality's official key is read along, because this stands on every
   * page with measures.
   */
  async findLatest(municipalityId: string, indicatorIds: readonly string[]): Promise<ObservationRecord[]> {
    return this.suppression.withhold(municipalityId, await this.database.client.$queryRaw<ObservationRecord[]>`
      SELECT DISTINCT ON (o.indicator_id) ${columns} ${fromObservations}
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[])
        AND r.ags = (SELECT ags FROM municipalities WHERE id = ${municipalityId}::uuid) AND o.breakdown = '' AND o.superseded_at IS NULL
      ORDER BY o.indicator_id, o.period_to DESC NULLS LAST, o.period_from, o.recorded_at DESC, o.id`);
  }

  /**
   * The latest value of a part of the population of each of several indicators in the region of their municipality, in one statement:
   * what is only ever counted by groups has no total.
   */
  async findLatestParts(municipalityId: string, indicatorIds: readonly string[]): Promise<ObservationRecord[]> {
    return this.suppression.withhold(municipalityId, await this.database.client.$queryRaw<ObservationRecord[]>`
      SELECT DISTINCT ON (o.indicator_id) ${columns} ${fromObservations}
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[])
        AND r.ags = (SELECT ags FROM municipalities WHERE id = ${municipalityId}::uuid) AND o.breakdown <> '' AND o.superseded_at IS NULL
      ORDER BY o.indicator_id, o.period_to DESC NULLS LAST, o.period_from, o.breakdown, o.id`);
  }

  /** Values of several indicators that stand in some regions, in one statement. */
  async findStanding(municipalityId: string, indicatorIds: readonly string[], regionIds: readonly string[]): Promise<ObservationRecord[]> {
    return this.suppression.withhold(municipalityId, await this.database.client.$queryRaw<ObservationRecord[]>`
      SELECT ${columns} ${fromObservations}
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[]) AND o.region_id = ANY (${[...regionIds]}::uuid[]) AND o.superseded_at IS NULL`);
  }

  /**
   * Values of several indicators in the region of their municipality, as series are made of them: with the version of the definition, oldest
   * first. Of what ends on the same day the one about the longest time is last: it is the one that stands for its year.
   */
  async findSeries(municipalityId: string, indicatorIds: readonly string[]): Promise<SeriesRecord[]> {
    return this.suppression.withhold(municipalityId, await this.database.client.$queryRaw<SeriesRecord[]>`
      SELECT ${columns}, d.version ${fromObservations} JOIN indicator_definitions d ON d.id = o.definition_id AND d.municipality_id = o.municipality_id
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[])
        AND r.ags = (SELECT ags FROM municipalities WHERE id = ${municipalityId}::uuid) AND o.superseded_at IS NULL AND o.period_to IS NOT NULL
      ORDER BY o.indicator_id, o.period_to, o.breakdown, o.period_from DESC, o.id`);
  }

  /**
   * Totals of indicators of several municipalities, read in one statement: of each in the region of its municipality, otherwise in the first with
   * values; the latest of them, oldest first.
   */
  async findComparedTotals(owners: readonly { readonly municipalityId: string; readonly indicatorId: string }[]): Promise<SeriesRecord[]> {
    const rows = await this.database.client.$queryRaw<SeriesRecord[]>`
      WITH shown AS (
        SELECT w.municipality_id, w.indicator_id, nearest.region_id
        FROM unnest(${owners.map(({ municipalityId }) => municipalityId)}::uuid[], ${owners.map(({ indicatorId }) => indicatorId)}::uuid[]) AS w (municipality_id, indicator_id)
        CROSS JOIN LATERAL (
          SELECT o.region_id FROM observations o JOIN regions r ON r.id = o.region_id JOIN municipalities m ON m.id = o.municipality_id
          WHERE o.municipality_id = w.municipality_id AND o.indicator_id = w.indicator_id AND o.superseded_at IS NULL ORDER BY coalesce(r.ags = m.ags, false) DESC, r.label, r.id LIMIT 1
        ) AS nearest
      )
      SELECT * FROM (
        SELECT ${columns}, d.version, row_number() OVER (PARTITION BY o.indicator_id ORDER BY o.period_to DESC, o.id) AS place
        ${fromObservations} JOIN shown s ON s.municipality_id = o.municipality_id AND s.indicator_id = o.indicator_id AND s.region_id = o.region_id
        JOIN indicator_definitions d ON d.id = o.definition_id AND d.municipality_id = o.municipality_id
        WHERE o.superseded_at IS NULL AND o.breakdown = '' AND o.value IS NOT NULL AND o.period_to IS NOT NULL
      ) AS listed
      WHERE place <= ${MAX_COMPARED_TOTALS}::int ORDER BY "indicatorId", "periodTo", "periodFrom" DESC, id`;
    const shown: SeriesRecord[] = [];
    for (const [municipalityId, own] of Map.groupBy(rows, (row) => row.municipalityId)) shown.push(...(await this.suppression.withhold(municipalityId, own)));
    return shown;
  }

  /** All values of one indicator that stand, for files: by region, part of the population, version and time. */
  async findAll(municipalityId: string, indicatorId: string): Promise<SeriesRecord[]> {
    return this.suppression.withhold(municipalityId, await this.database.client.$queryRaw<SeriesRecord[]>`
      SELECT ${columns}, d.version ${fromObservations} JOIN indicator_definitions d ON d.id = o.definition_id AND d.municipality_id = o.municipality_id
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ${indicatorId}::uuid AND o.superseded_at IS NULL
      ORDER BY r.label, r.id, o.breakdown, d.version, o.period_to, o.period_from DESC, o.id`);
  }

  /** What stood before values that stand, newest first. */
  async findEarlier(municipalityId: string, standingIds: readonly string[]): Promise<EarlierObservation[]> {
    return this.suppression.withhold(municipalityId, await this.database.client.$queryRaw<EarlierObservation[]>`
      WITH RECURSIVE chain (standing_id, id) AS (
        SELECT id, supersedes_id FROM observations WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...standingIds]}::uuid[]) AND supersedes_id IS NOT NULL
        UNION ALL SELECT c.standing_id, b.supersedes_id FROM chain c JOIN observations b ON b.id = c.id AND b.municipality_id = ${municipalityId}::uuid AND b.supersedes_id IS NOT NULL
      )
      SELECT ${columns}, c.standing_id AS "standingId" ${fromObservations} JOIN chain c ON c.id = o.id
      WHERE o.municipality_id = ${municipalityId}::uuid ORDER BY o.recorded_at DESC, o.id`);
  }
}
