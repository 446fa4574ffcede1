import type { PartialDate } from '@konzeptwerkstatt/kernel';
import { parseObservationPeriod } from '../observation-period.policy.js';
import { breakdownPart, joinParts, readBreakdown } from './breakdown-words.js';
import { isYear, readPartOfYear, readPeriodCell } from './period-cell.js';
import { readRegionKey, regionOfKey, regionOfName } from './region-cell.js';
import type { KnownRegion } from './region-cell.js';
import type { ColumnMeaning, ColumnRole, StatisticsReading } from './statistics-reading.js';
import { isEmptyCell, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell } from './statistics-sheet.js';

/** A region that was found or not, or why the words are no key. */
type RegionFound = { readonly regionId: string | null; readonly hadLostZero: boolean };
type RowProblem = 'REGION_KEY_INVALID' | 'REGION_MISSING' | 'PERIOD_INVALID' | 'DATE_DOES_NOT_EXIST' | 'PERIOD_MISSING' | 'BREAKDOWN_INVALID' | 'RETRIEVED_ON_INVALID';
interface Failure {
  readonly problem: RowProblem;
  /** Where the fault stands; left out: in the value's own column. */
  readonly column?: number;
}

interface FoundCell {
  readonly cell: StatisticsCell;
  readonly column: number;
}

/** What a row says of all its values. */
export interface RowFacts {
  readonly regionWords: string;
  readonly region: RegionFound | Failure | null;
  readonly period: FoundCell | null;
  /** The month, quarter or half-year beside it. */
  readonly partOfYear: FoundCell | null;
  readonly breakdowns: readonly (string | null)[] | Failure;
}

const FILLED_DOWN: ReadonlySet<ColumnRole> = new Set(['region_key', 'region_name', 'period', 'period_part', 'breakdown']);

/** Reads what a row says beside its values: where, when, for whom. Remembers what it has looked up, and in tables with merged cells what stood above. */
export class RowReader {
  private readonly byKey = new Map<string, RegionFound | Failure>();
  private readonly byName = new Map<string, string | null>();
  private readonly periods = new Map<string, PartialDate | Failure>();
  private readonly above = new Map<number, StatisticsCell>();

  constructor(private readonly reading: StatisticsReading, private readonly regions: readonly KnownRegion[]) {}

  read(cells: readonly StatisticsCell[]): RowFacts {
    const filled = this.filledDown(cells);
    const [key, name, period, partOfYear] = (['region_key', 'region_name', 'period', 'period_part'] as const).map((role) => this.cell(filled, role));
    return {
      regionWords: [key, name].flatMap((found) => (found ? [wordsOf(found.cell)] : [])).join(' '),
      region: key ? this.regionOfKey(key) : name ? { regionId: this.regionOfName(wordsOf(name.cell)), hadLostZero: false } : null,
      period: period ?? null,
      partOfYear: partOfYear ?? null,
      breakdowns: this.readBreakdowns(filled),
    };
  }

  /** @returns a region without id when the installation does not know it */
  regionOf({ region }: RowFacts, meaning: ColumnMeaning): RegionFound | Failure {
    if (meaning.region) return { regionId: this.regionOfName(meaning.region), hadLostZero: false };
    if (region !== null) return region;
    const { regionId } = this.reading.defaults;
    return regionId === null ? { problem: 'REGION_MISSING' } : { regionId: this.regions.some(({ id }) => id === regionId) ? regionId : null, hadLostZero: false };
  }

  periodOf({ period, partOfYear }: RowFacts, meaning: ColumnMeaning): PartialDate | Failure {
    const said = meaning.period ? { words: meaning.period } : period !== null ? { words: wordsOf(period.cell), column: period.column } : this.reading.defaults.period !== null ? { words: this.reading.defaults.period } : null;
    if (said === null) return { problem: 'PERIOD_MISSING' };
    return partOfYear !== null && isYear(said.words) ? this.readPeriod(said.words, partOfYear.column, wordsOf(partOfYear.cell)) : this.readPeriod(said.words, said.column);
  }

  breakdownOf({ breakdowns }: RowFacts, meaning: ColumnMeaning): string | Failure {
    return 'problem' in breakdowns ? breakdowns : joinParts([...breakdowns, ...(meaning.breakdown ? [meaning.breakdown] : [])]);
  }

  /** When the value was retrieved; the default without a cell. */
  retrievedOn(found: FoundCell | null): string | null | Failure {
    if (found === null) return this.reading.defaults.retrievedOn;
    const reading = readPeriodCell(found.cell);
    return 'period' in reading && /^\d{4}-\d{2}-\d{2}$/.test(reading.period) ? reading.period : { problem: 'RETRIEVED_ON_INVALID', column: found.column };
  }

  private regionOfKey({ cell, column }: FoundCell): RegionFound | Failure {
    const words = wordsOf(cell);
    const known = this.byKey.get(words);
    if (known !== undefined) return known;
    const key = readRegionKey(cell);
    // Our own files name a region without an official key by its short name.
    const own = key === null && this.reading.form === 'own' ? this.regions.find((region) => region.key === words) : undefined;
    const found = own ? { regionId: own.id, hadLostZero: false } : key === null ? { problem: 'REGION_KEY_INVALID' as const, column } : { regionId: regionOfKey(key.key, this.regions)?.id ?? null, hadLostZero: key.hadLostZero };
    this.byKey.set(words, found);
    return found;
  }

  private regionOfName(words: string): string | null {
    const known = this.byName.get(words);
    if (known !== undefined) return known;
    const id = regionOfName(words, this.regions)?.id ?? null;
    this.byName.set(words, id);
    return id;
  }

  private readPeriod(words: string, column?: number, partOfYear?: string): PartialDate | Failure {
    const key = `${words} ${partOfYear ?? ''}`;
    const known = this.periods.get(key);
    if (known !== undefined) return known;
    const reading = partOfYear === undefined ? readPeriodCell(words) : readPartOfYear(partOfYear, words);
    const period = 'period' in reading ? parseObservationPeriod(reading.period) : null;
    const found = period === null || typeof period === 'string' ? { problem: 'problem' in reading ? reading.problem : ('PERIOD_INVALID' as const), ...(column === undefined ? {} : { column }) } : period;
    this.periods.set(key, found);
    return found;
  }

  private readBreakdowns(cells: readonly StatisticsCell[]): (string | null)[] | Failure {
    const parts: (string | null)[] = [];
    for (const { role, column, breakdown } of this.reading.columns) {
      if (role !== 'breakdown' || isEmptyCell(cells[column])) continue;
      const part = breakdown ? breakdownPart(breakdown, cells[column]) : readBreakdown(cells[column] ?? '');
      if (part === null && !breakdown) return { problem: 'BREAKDOWN_INVALID', column };
      parts.push(part);
    }
    return parts;
  }

  /** Where GENESIS tables leave a cell empty below another, the one above counts. */
  private filledDown(cells: readonly StatisticsCell[]): readonly StatisticsCell[] {
    if (this.reading.form !== 'genesis_table') return cells;
    const filled = [...cells];
    for (const { role, column } of this.reading.columns) {
      if (!FILLED_DOWN.has(role)) continue;
      if (isEmptyCell(cells[column])) filled[column] = this.above.get(column) ?? '';
      else this.above.set(column, cells[column] ?? '');
    }
    return filled;
  }

  private cell(cells: readonly StatisticsCell[], role: ColumnRole): FoundCell | null {
    // Our own files have two columns of keys: the official one, and a short one for regions without it.
    const meaning = this.reading.columns.find((column) => column.role === role && !isEmptyCell(cells[column.column]));
    return meaning === undefined ? null : { cell: cells[meaning.column] ?? '', column: meaning.column };
  }
}
