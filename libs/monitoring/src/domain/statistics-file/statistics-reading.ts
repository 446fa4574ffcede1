import { DECIMAL_SIGNS } from './number-cell.js';
import type { DecimalSign } from './number-cell.js';
import type { SaidEncoding } from './said-encoding.js';
import { isEmptyCell, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell, StatisticsSheet } from './statistics-sheet.js';

/**
 * Where a file comes from, by its form: our own long table; a GENESIS flat file; a GENESIS table as it is printed; an export of the Wegweiser Kommune; one value in each row; years or other things side by side.
 */
export const STATISTICS_FORMS = ['own', 'genesis_flat', 'genesis_table', 'wegweiser', 'long', 'wide'] as const;
export type StatisticsForm = (typeof STATISTICS_FORMS)[number];

/** What a column can be taken for; columns that are not named are ignored. */
export const COLUMN_ROLES = [
  'region_key', 'region_name', 'period', 'period_part', 'indicator', 'value', 'missing_reason', 'unit', 'status', 'qualifier', 'note', 'source', 'retrieved_on', 'definition_version', 'breakdown',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What a column means. What a value column says itself goes before what stands in the row. */
export interface ColumnMeaning {
  /** From 0. */
  readonly column: number;
  readonly role: ColumnRole;
  /** Of a value column: its indicator, period and region, where it has one of its own. */
  readonly indicatorId?: string | null;
  readonly period?: string | null;
  /** Name or key. */
  readonly region?: string | null;
  /** Of a value column: the part of the population it is about (`Geschlecht=weiblich`). Of a breakdown column: the name of the breakdown; null when each cell says all of it. */
  readonly breakdown?: string | null;
  /** Of a value column: its unit, where the head says one. */
  readonly unit?: string | null;
}

/** Which indicator is meant by words in the indicator column; null: none of them, its rows stay out. */
export interface IndicatorAnswer {
  readonly words: string;
  readonly indicatorId: string | null;
}

/** What holds for rows and columns that say nothing of it. */
export interface ReadingDefaults {
  readonly indicatorId: string | null;
  readonly regionId: string | null;
  /** As `parseObservationPeriod` takes it. */
  readonly period: string | null;
  readonly source: string | null;
  /** `YYYY-MM-DD`. */
  readonly retrievedOn: string | null;
}

/** How a file is understood. */
export interface StatisticsReading {
  readonly form: StatisticsForm;
  readonly sheet: number;
  /** First row of the heads, from 0, and how many there are; none: 0. */
  readonly headRow: number;
  readonly headRows: number;
  /** Last row with values, from 0; null: the last one of the sheet. */
  readonly lastRow: number | null;
  readonly decimalSign: DecimalSign;
  /** How the text is written, where somebody has said so; null: as it was recognised. */
  readonly encoding: SaidEncoding | null;
  readonly columns: readonly ColumnMeaning[];
  readonly indicators: readonly IndicatorAnswer[];
  readonly defaults: ReadingDefaults;
}

export const NO_DEFAULTS: ReadingDefaults = { indicatorId: null, regionId: null, period: null, source: null, retrievedOn: null };

/** More rows of heads no table has. */
export const MAX_HEAD_ROWS = 6;

/** Whether a statistical office writes files of that form, with its symbols. */
export const isOfficialForm = (form: StatisticsForm): boolean => form === 'genesis_flat' || form === 'genesis_table';

/** Rows with values: below the heads, down to the last. */
export function dataRows({ rows }: StatisticsSheet, { headRow, headRows, lastRow }: Pick<StatisticsReading, 'headRow' | 'headRows' | 'lastRow'>): readonly (readonly StatisticsCell[])[] {
  return rows.slice(headRow + headRows, lastRow === null ? undefined : lastRow + 1);
}

/**
 * What each column is called. Of several rows of heads all that say something, from above; in all but the last a head counts for the empty cells on its right too, as a merged cell does.
 */
export function headsOf({ rows }: StatisticsSheet, { headRow, headRows }: Pick<StatisticsReading, 'headRow' | 'headRows'>): string[] {
  const heads = rows.slice(headRow, headRow + headRows);
  const width = Math.max(0, ...heads.map((row) => row.length));
  const filled = heads.map((row, index) => {
    let last = '';
    return Array.from({ length: width }, (_, column) => {
      if (!isEmptyCell(row[column])) last = wordsOf(row[column]);
      return index < heads.length - 1 ? last : wordsOf(row[column]);
    });
  });
  return Array.from({ length: width }, (_, column) => [...new Set(filled.map((row) => row[column] ?? '').filter((words) => words !== ''))].join(' · '));
}

/** Whether what somebody said of a file can be: rows and columns that are there, each column once. */
export function isPossibleReading(sheets: readonly StatisticsSheet[], { sheet, headRow, headRows, lastRow, decimalSign, columns }: StatisticsReading): boolean {
  const rows = sheets[sheet]?.rows;
  if (rows === undefined) return false;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const isWhole = [headRow, headRows, lastRow ?? 0, ...columns.map(({ column }) => column)].every((number) => Number.isInteger(number) && number >= 0);
  const isInside = headRows <= MAX_HEAD_ROWS && headRow + headRows <= rows.length && (lastRow === null || (lastRow >= headRow + headRows && lastRow < rows.length));
  return isWhole && isInside && DECIMAL_SIGNS.includes(decimalSign) && columns.every(({ column }) => column < width) && new Set(columns.map(({ column }) => column)).size === columns.length;
}
