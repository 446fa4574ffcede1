import { Inject, Injectable } from '@nestjs/common';
import type { Actor, DatePrecision } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';

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
  readonly recordedAt: Date;
}

/** A row of a list that was loaded for several indicators at once. */
export type OwnedObservation = ObservationRecord & { readonly total: number };

/** How many rows of a list, from where. */
export interface ObservationWindow {
  readonly offset: number;
  readonly limit: number;
}

const columns = Prisma.sql`
  o.id, o.municipality_id AS "municipalityId", o.indicator_id AS "indicatorId", o.definition_id AS "definitionId", o.region_id AS "regionId",
  r.key AS "regionKey", r.label AS "regionLabel", r.kind AS "regionKind", r.ags AS "regionAgs",
  o.period_from::text AS "periodFrom", o.period_to::text AS "periodTo", o.period_precision::text AS "periodPrecision", round(o.value, o.decimals)::text AS value, o.decimals,
  o.missing_reason AS "missingReason", o.qualifier, o.status::text AS status, o.breakdown, o.note, o.source, o.recorded_at AS "recordedAt"`;
const fromObservations = Prisma.sql`FROM observations o JOIN regions r ON r.id = o.region_id`;

/** Reads the values that stand; corrected ones stay in the table only. */
@Injectable()
export class ObservationReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** The value, or null when it does not exist or the actor may not see it. Corrected ones are found too. */
  async find(actor: Actor | null, id: string): Promise<ObservationRecord | null> {
    const municipalityId = actor?.municipalityId ?? null;
    if (municipalityId === null) return null;
    const rows = await this.database.client.$queryRaw<ObservationRecord[]>`
      SELECT ${columns} ${fromObservations} WHERE o.municipality_id = ${municipalityId}::uuid AND o.id = ${id}::uuid`;
    return rows[0] !== undefined && (await this.policy.can(actor, 'indicator.read', { municipalityId })) ? rows[0] : null;
  }

  /** The same window of the values of each of several indicators, newest first and by region, in one statement. */
  findByIndicators(municipalityId: string, indicatorIds: readonly string[], { offset, limit }: ObservationWindow): Promise<OwnedObservation[]> {
    return this.database.client.$queryRaw<OwnedObservation[]>`
      SELECT * FROM (
        SELECT ${columns}, (count(*) OVER (PARTITION BY o.indicator_id))::int AS total,
          row_number() OVER (PARTITION BY o.indicator_id ORDER BY o.period_to DESC NULLS LAST, r.label, o.breakdown, o.id) AS place
        ${fromObservations}
        WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[]) AND o.superseded_at IS NULL
      ) AS listed
      WHERE place > ${offset} AND place <= ${offset + limit} ORDER BY "indicatorId", place`;
  }

  /**
   * The latest total of each of several indicators in the region of their municipality, in one statement. The municipality's
   * official key is read along, because this stands on every page with measures.
   */
  findLatest(municipalityId: string, indicatorIds: readonly string[]): Promise<ObservationRecord[]> {
    return this.database.client.$queryRaw<ObservationRecord[]>`
      SELECT DISTINCT ON (o.indicator_id) ${columns} ${fromObservations}
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[])
        AND r.ags = (SELECT ags FROM municipalities WHERE id = ${municipalityId}::uuid) AND o.breakdown = '' AND o.superseded_at IS NULL
      ORDER BY o.indicator_id, o.period_to DESC NULLS LAST, o.recorded_at DESC, o.id`;
  }
}
