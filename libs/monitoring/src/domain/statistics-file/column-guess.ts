import { breakdownPart, isTotal } from './breakdown-words.js';
import { ownHeads, roleOfHead } from './column-words.js';
import { indicatorOfWords } from './indicator-words.js';
import type { KnownIndicator } from './indicator-words.js';
import { periodInWords, readPeriodCell } from './period-cell.js';
import { readRegionKey, regionOfName } from './region-cell.js';
import type { KnownRegion } from './region-cell.js';
import { dataRows, headsOf } from './statistics-reading.js';
import type { ColumnMeaning, ColumnRole, StatisticsReading } from './statistics-reading.js';
import { isEmptyCell, plainWords, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell, StatisticsSheet } from './statistics-sheet.js';
import type { TableShape } from './table-shape.js';
import { looksLikeValue } from './value-cell.js';

/** What was said of columns and of words for indicators before, by their plain words. */
export interface RememberedWords {
  readonly columns: ReadonlyMap<string, Omit<ColumnMeaning, 'column'> | null>;
  readonly indicators: ReadonlyMap<string, string | null>;
}

/** What a guess is held against. */
export interface GuessSurroundings {
  readonly indicators: readonly KnownIndicator[];
  readonly regions: readonly KnownRegion[];
  readonly remembered: RememberedWords;
  /** The region of the own municipality, for files that name none. */
  readonly ownRegionId: string | null;
}

/** So many rows tell what a column is. */
const LOOKED_AT = 300;

interface Column {
  readonly column: number;
  readonly head: string;
  readonly cells: readonly StatisticsCell[];
  /** Whether words stand in the column on its right. */
  readonly isBesideWords: boolean;
}

/** How much of what stands in a column is something. */
const share = ({ cells }: Column, is: (cell: StatisticsCell) => boolean): number => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length);
const isPeriod = (cell: StatisticsCell): boolean => 'period' in readPeriodCell(cell);
/** A key that only a key looks like: with a leading zero, of eight digits, of five beside a name, `DG`. */
const isSurelyKey = (cell: StatisticsCell, isBesideWords: boolean): boolean => readRegionKey(cell) !== null && (/^(0\d|DG$)/.test(wordsOf(cell)) || wordsOf(cell).length === 8 || (isBesideWords && wordsOf(cell).length === 5));

/** What a column is by what stands in it, when its head says nothing. */
function roleOfContent(found: Column, surroundings: GuessSurroundings): ColumnRole | null {
  if (found.cells.length === 0) return null;
  if (share(found, (cell) => readRegionKey(cell) !== null) > 0.9 && share(found, (cell) => isSurelyKey(cell, found.isBesideWords)) > 0.2) return 'region_key';
  if (share(found, isPeriod) > 0.9 && found.column < 4) return 'period';
  if (share(found, looksLikeValue) > 0.5) return 'value';
  if (share(found, (cell) => regionOfName(wordsOf(cell), surroundings.regions) !== null) > 0.5) return 'region_name';
  return share(found, (cell) => indicatorOfWords(wordsOf(cell), surroundings.indicators) !== null) > 0.5 ? 'indicator' : null;
}

/** What the head of a value column says itself: its indicator, period, region, and for whom it is. */
function valueOfHead({ column, head }: Column, { indicators, regions }: GuessSurroundings): ColumnMeaning {
  const inHead = periodInWords(head);
  const rest = inHead === null ? head : inHead.rest;
  const indicator = indicatorOfWords(rest, indicators) ?? rest.split(' · ').map((part) => indicatorOfWords(part, indicators)).find((found) => found !== null) ?? null;
  const region = indicator === null ? regionOfName(rest, regions) : null;
  return { column, role: 'value', indicatorId: indicator?.id ?? null, period: inHead?.period ?? null, region: region === null ? null : rest };
}

function meaningOf(found: Column, surroundings: GuessSurroundings): ColumnMeaning | null {
  const plain = plainWords(found.head);
  const said = surroundings.remembered.columns.get(plain);
  if (plain !== '' && said !== undefined) return said === null ? null : { ...said, column: found.column };
  const head = roleOfHead(plain);
  // A month with its year is all of the period.
  const byHead = head === 'period_part' && share(found, isPeriod) > 0.5 ? 'period' : head;
  const role = byHead ?? roleOfContent(found, surroundings);
  // What is called „Name“ or „Stand“ may hold figures, and figures are never names.
  if (role === 'value' || (byHead !== null && byHead !== 'period' && byHead !== 'period_part' && byHead !== 'region_key' && byHead !== 'definition_version' && share(found, (cell) => looksLikeValue(cell) && !isPeriod(cell)) > 0.8)) return valueOfHead(found, surroundings);
  if (role === null) return null;
  return role === 'breakdown' ? { column: found.column, role, breakdown: plain === 'breakdown' || ownHeads('whom').includes(plain) ? null : found.head } : { column: found.column, role };
}

/** One meaning of each kind only where two cannot be: the first column of it wins, and a further one is nothing. */
function eachOnce(meanings: readonly ColumnMeaning[]): ColumnMeaning[] {
  const seen = new Set<ColumnRole>();
  return meanings.filter(({ role }) => {
    if (role === 'value' || role === 'breakdown' || role === 'region_key') return true;
    const isNew = !seen.has(role);
    seen.add(role);
    return isNew;
  });
}

/** Words left of the values that nobody knows are parts of the population, when there are several of them; the same goes for value columns that differ in nothing else. */
function withBreakdowns(columns: readonly Column[], meanings: readonly ColumnMeaning[], { indicators }: GuessSurroundings): ColumnMeaning[] {
  const known = new Set(meanings.map(({ column }) => column));
  const firstValue = Math.min(...meanings.filter(({ role }) => role === 'value').map(({ column }) => column));
  const further = columns.filter((found) => !known.has(found.column) && found.column < firstValue && share(found, (cell) => !looksLikeValue(cell) && !isPeriod(cell)) > 0.8 && new Set(found.cells.map(plainWords)).size > 1);
  const values = meanings.filter(({ role }) => role === 'value');
  const aboutTheSame = (one: ColumnMeaning, other: ColumnMeaning): boolean => (['indicatorId', 'period', 'region'] as const).every((fact) => (one[fact] ?? null) === (other[fact] ?? null));
  const isForSome = (meaning: ColumnMeaning, head: string): boolean => !isTotal(head) && indicatorOfWords(head, indicators) === null && values.includes(meaning) && values.some((other) => other !== meaning && aboutTheSame(meaning, other));
  const heads = new Map(columns.map(({ column, head }) => [column, head.split(' · ').at(-1) ?? '']));
  const withSides = meanings.map((meaning) => (isForSome(meaning, heads.get(meaning.column) ?? '') ? { ...meaning, breakdown: breakdownPart('Gruppe', heads.get(meaning.column)) } : meaning));
  return [...withSides, ...further.map(({ column, head }): ColumnMeaning => ({ column, role: 'breakdown', breakdown: head || 'Gruppe' }))].sort((one, other) => one.column - other.column);
}

/** What the columns of a table mean, by their heads, by what was said before, and by what stands in them; and whether values stand side by side. */
export function guessColumns(sheet: StatisticsSheet, shape: TableShape, surroundings: GuessSurroundings): { readonly columns: readonly ColumnMeaning[]; readonly isWide: boolean } {
  const heads = headsOf(sheet, shape);
  const rows = dataRows(sheet, shape).slice(0, LOOKED_AT);
  const width = Math.max(heads.length, ...rows.map((row) => row.length));
  const cells = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '').filter((cell) => !isEmptyCell(cell)));
  const isWords = (column: readonly StatisticsCell[] = []): boolean => column.length > 0 && column.filter((cell) => !looksLikeValue(cell)).length > 0.8 * column.length;
  const columns = cells.map((found, column): Column => ({ column, head: heads[column] ?? '', cells: found, isBesideWords: isWords(cells[column + 1]) }));
  const meanings = eachOnce(columns.flatMap((found) => meaningOf(found, surroundings) ?? []));
  const values = meanings.filter(({ role }) => role === 'value');
  return { columns: values.length === 0 ? meanings : withBreakdowns(columns, meanings, surroundings), isWide: values.length > 1 };
}

/** How much of a guess is more than a guess: for choosing between sheets. */
export function isConfirmed({ columns, form }: StatisticsReading): number {
  const has = (role: ColumnRole): boolean => columns.some((meaning) => meaning.role === role);
  const points = [has('value'), has('period') || columns.some(({ period }) => (period ?? null) !== null), has('region_key') || has('region_name'), has('indicator') || columns.some(({ indicatorId }) => (indicatorId ?? null) !== null), form !== 'long' && form !== 'wide'];
  return points.filter(Boolean).length;
}
