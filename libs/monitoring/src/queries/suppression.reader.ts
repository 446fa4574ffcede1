import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { sameBreakdown } from '../domain/statistics-file/breakdown-words.js';
import { DEFAULT_SUPPRESSION_THRESHOLD, isTooSmall, suppressedCells } from '../domain/suppression.policy.js';
import type { Cell } from '../domain/suppression.policy.js';
import { RATE_UNITS } from '../domain/unit.policy.js';

/** What has to be known of a value to say whether it may be shown. */
interface Withholdable {
  readonly id: string;
  readonly indicatorId: string;
  readonly definitionId: string;
  readonly regionId: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly breakdown: string;
  readonly value: string | null;
  readonly supersededAt: Date | null;
  readonly unit: string;
  readonly sensitivity: string;
  readonly isSuppressed: boolean;
}

type CellRow = Pick<Withholdable, 'id' | 'indicatorId' | 'definitionId' | 'regionId' | 'periodFrom' | 'periodTo' | 'breakdown'> & { readonly value: number };

/** A share with the indicators whose counts it is made of. */
interface ShareLink {
  readonly id: string;
  readonly numeratorId: string;
  readonly denominatorId: string;
}

/** Cells that add up: what was counted the same way, in the same region, for the same period. */
const tableOf = ({ indicatorId, definitionId, regionId, periodFrom, periodTo }: Pick<Withholdable, 'indicatorId' | 'definitionId' | 'regionId' | 'periodFrom' | 'periodTo'>): string =>
  [indicatorId, definitionId, regionId, periodFrom, periodTo].join('/');

/** Where a share and its counts meet, however they were counted and written. */
const placeOf = (indicatorId: string, { regionId, periodFrom, periodTo, breakdown }: Withholdable): string => [indicatorId, regionId, periodFrom, periodTo, sameBreakdown(breakdown)].join('/');
const placesOf = (counts: readonly Withholdable[]): ReadonlySet<string> => new Set(counts.map((count) => placeOf(count.indicatorId, count)));

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

const countsPeople = ({ unit, sensitivity }: Withholdable): boolean => sensitivity !== 'open' && !RATE_UNITS.includes(unit);

/** Knows which values are withheld, because they tell of too few people. */
@Injectable()
export class SuppressionReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Counts of people above 0 and below this are not shown. */
  async threshold(municipalityId: string): Promise<number> {
    return (await this.database.client.monitoringSettings.findUnique({ where: { municipalityId } }))?.suppressionThreshold ?? DEFAULT_SUPPRESSION_THRESHOLD;
  }

  /**
   * The same rows, without the values that are withheld. An earlier value is withheld when it is too small itself, and when anything is withheld in
   * the table it stood in: the difference to today would tell. A share is withheld where a count it is made of is: the other count would tell.
   */
  async withhold<Row extends Withholdable>(municipalityId: string, rows: readonly Row[]): Promise<Row[]> {
    return this.withholdShares(municipalityId, await this.withholdCounts(municipalityId, rows));
  }

  private async withholdCounts<Row extends Withholdable>(municipalityId: string, rows: readonly Row[]): Promise<Row[]> {
    const people = rows.filter(countsPeople);
    if (people.length === 0) return [...rows];
    const threshold = await this.threshold(municipalityId);
    const cells = await this.cellsOf(municipalityId, distinct(people.map(({ indicatorId }) => indicatorId)), distinct(people.map(({ regionId }) => regionId)));
    const hidden = suppressedCells(cells, threshold);
    const tables = new Set(cells.filter(({ id }) => hidden.has(id)).map(({ table }) => table));
    const isHidden = (row: Row): boolean => countsPeople(row) && row.value !== null && (row.supersededAt === null ? hidden.has(row.id) : isTooSmall(Number(row.value), threshold) || tables.has(tableOf(row)));
    return rows.map((row) => (isHidden(row) ? { ...row, value: null, isSuppressed: true } : row));
  }

  /** An earlier share is withheld also where a count is that stood there before: it may have been made of that one. */
  private async withholdShares<Row extends Withholdable>(municipalityId: string, rows: Row[]): Promise<Row[]> {
    const shares = rows.filter(({ unit, value }) => unit === 'percent' && value !== null);
    const links = shares.length === 0 ? [] : await this.linksOf(municipalityId, distinct(shares.map(({ indicatorId }) => indicatorId)));
    if (links.length === 0) return rows;
    const counts = new Map(links.map(({ id, numeratorId, denominatorId }) => [id, [numeratorId, denominatorId]]));
    const linked = shares.filter(({ indicatorId }) => counts.has(indicatorId));
    const withheld = (await this.withholdCounts(municipalityId, await this.countsOf(municipalityId, [...counts.values()].flat(), linked))).filter(({ isSuppressed }) => isSuppressed);
    const [now, ever] = [placesOf(withheld.filter(({ supersededAt }) => supersededAt === null)), placesOf(withheld)];
    const isTold = (row: Row): boolean => row.value !== null && (counts.get(row.indicatorId) ?? []).some((indicatorId) => (row.supersededAt === null ? now : ever).has(placeOf(indicatorId, row)));
    return rows.map((row) => (isTold(row) ? { ...row, value: null, isSuppressed: true } : row));
  }

  private linksOf(municipalityId: string, indicatorIds: readonly string[]): Promise<ShareLink[]> {
    return this.database.client.$queryRaw<ShareLink[]>`
      SELECT id::text, numerator_id::text AS "numeratorId", denominator_id::text AS "denominatorId" FROM indicators
      WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...indicatorIds]}::uuid[]) AND numerator_id IS NOT NULL AND denominator_id IS NOT NULL`;
  }

  /** What counts people in the regions of shares; what stood before only where an earlier share is among them. */
  private countsOf(municipalityId: string, indicatorIds: readonly string[], shares: readonly Withholdable[]): Promise<Withholdable[]> {
    return this.database.client.$queryRaw<Withholdable[]>`
      SELECT o.id::text, o.indicator_id::text AS "indicatorId", o.definition_id::text AS "definitionId", o.region_id::text AS "regionId", o.period_from::text AS "periodFrom", o.period_to::text AS "periodTo", o.breakdown,
        o.value::text AS value, o.superseded_at AS "supersededAt", i.unit, i.sensitivity::text AS sensitivity, false AS "isSuppressed"
      FROM observations o JOIN indicators i ON i.id = o.indicator_id AND i.municipality_id = o.municipality_id
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[]) AND o.region_id = ANY (${distinct(shares.map(({ regionId }) => regionId))}::uuid[])
        AND o.value IS NOT NULL AND i.sensitivity <> 'open' AND (o.superseded_at IS NULL OR ${shares.some(({ supersededAt }) => supersededAt !== null)}::boolean)`;
  }

  /** Every cell of the regions: cells of different regions never add up. */
  private async cellsOf(municipalityId: string, indicatorIds: readonly string[], regionIds: readonly string[]): Promise<Cell[]> {
    const rows = await this.database.client.$queryRaw<CellRow[]>`
      SELECT id, indicator_id AS "indicatorId", definition_id AS "definitionId", region_id AS "regionId", period_from::text AS "periodFrom", period_to::text AS "periodTo", breakdown, value::float8 AS value
      FROM observations WHERE municipality_id = ${municipalityId}::uuid AND indicator_id = ANY (${[...indicatorIds]}::uuid[]) AND region_id = ANY (${[...regionIds]}::uuid[]) AND superseded_at IS NULL AND value IS NOT NULL`;
    return rows.map((row) => ({ id: row.id, table: tableOf(row), breakdown: row.breakdown, value: row.value }));
  }
}
