import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
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
  readonly value: string | null;
  readonly supersededAt: Date | null;
  readonly unit: string;
  readonly sensitivity: string;
  readonly isSuppressed: boolean;
}

type CellRow = Pick<Withholdable, 'id' | 'indicatorId' | 'definitionId' | 'regionId' | 'periodFrom' | 'periodTo'> & { readonly breakdown: string; readonly value: number };

/** Cells that add up: what was counted the same way, in the same region, for the same period. */
const tableOf = ({ indicatorId, definitionId, regionId, periodFrom, periodTo }: Pick<Withholdable, 'indicatorId' | 'definitionId' | 'regionId' | 'periodFrom' | 'periodTo'>): string =>
  [indicatorId, definitionId, regionId, periodFrom, periodTo].join('/');

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
   * the table it stood in: the difference to today would tell.
   */
  async withhold<Row extends Withholdable>(municipalityId: string, rows: readonly Row[]): Promise<Row[]> {
    const people = rows.filter(countsPeople);
    if (people.length === 0) return [...rows];
    const threshold = await this.threshold(municipalityId);
    const cells = await this.cellsOf(municipalityId, [...new Set(people.map(({ indicatorId }) => indicatorId))]);
    const hidden = suppressedCells(cells, threshold);
    const tables = new Set(cells.filter(({ id }) => hidden.has(id)).map(({ table }) => table));
    const isHidden = (row: Row): boolean => countsPeople(row) && row.value !== null && (row.supersededAt === null ? hidden.has(row.id) : isTooSmall(Number(row.value), threshold) || tables.has(tableOf(row)));
    return rows.map((row) => (isHidden(row) ? { ...row, value: null, isSuppressed: true } : row));
  }

  private async cellsOf(municipalityId: string, indicatorIds: readonly string[]): Promise<Cell[]> {
    const rows = await this.database.client.$queryRaw<CellRow[]>`
      SELECT id, indicator_id AS "indicatorId", definition_id AS "definitionId", region_id AS "regionId", period_from::text AS "periodFrom", period_to::text AS "periodTo", breakdown, value::float8 AS value
      FROM observations WHERE municipality_id = ${municipalityId}::uuid AND indicator_id = ANY (${[...indicatorIds]}::uuid[]) AND superseded_at IS NULL AND value IS NOT NULL`;
    return rows.map((row) => ({ id: row.id, table: tableOf(row), breakdown: row.breakdown, value: row.value }));
  }
}
