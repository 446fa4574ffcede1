import { roleOfHead } from './column-words.js';
import { readPeriodCell } from './period-cell.js';
import { MAX_HEAD_ROWS } from './statistics-reading.js';
import { isEmptyCell, plainWords, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell, StatisticsSheet } from './statistics-sheet.js';
import { looksLikeValue } from './value-cell.js';

/** Where in a sheet the table stands, from 0. */
export interface TableShape {
  readonly headRow: number;
  readonly headRows: number;
  readonly lastRow: number | null;
}

type Row = readonly StatisticsCell[];

/** How far down a table is looked for. */
const SEARCHED_ROWS = 60;

const filled = (row: Row): number => row.filter((cell) => !isEmptyCell(cell)).length;
/** Below the table: the line that GENESIS draws, footnotes, who holds the rights, when it was made. */
const isEnd = (row: Row): boolean => /^(_{3,}|©|\(c\) )/.test(wordsOf(row[0]));
const isNote = (row: Row): boolean => filled(row) <= 1 || /^(quelle|stand|hinweis|anmerkung|erläuterung|fußnote|legende|\*|\d{1,2}\))/.test(plainWords(row[0]));

/** The row before the end of the table, without the notes under it. */
function lastRowOf(rows: readonly Row[], first: number): number | null {
  const end = rows.findIndex((row, index) => index > first && isEnd(row));
  const width = Math.max(0, ...rows.slice(first, first + 5).map(filled));
  let last = (end < 0 ? rows.length : end) - 1;
  while (last > first && (filled(rows[last] ?? []) === 0 || (width > 1 && isNote(rows[last] ?? [])))) last -= 1;
  return last === rows.length - 1 ? null : last;
}

/** A row with values other than years and days, and something that says what it is about. Years alone are heads of a table that has them side by side. */
const isDataRow = (row: Row): boolean => filled(row) >= 2 && row.some((cell, column) => column > 0 && looksLikeValue(cell) && !('period' in readPeriodCell(cell)));
const knownHeads = (row: Row): number => row.filter((cell) => roleOfHead(plainWords(cell)) !== null).length;

/** The row whose words are heads that are known, at least two of them; of several the one with most, and of those the upper one: tables that were printed repeat their heads. */
function knownHeadRow(rows: readonly Row[]): number {
  const counts = rows.slice(0, SEARCHED_ROWS).map(knownHeads);
  const most = Math.max(0, ...counts);
  return most < 2 ? -1 : counts.indexOf(most);
}

/** The first row below known heads, and below a second line of theirs, which leaves the first cell empty. */
function firstBelow(rows: readonly Row[], head: number): number {
  let first = head + 1;
  while (first - head < MAX_HEAD_ROWS && first < rows.length && isEmptyCell(rows[first]?.[0]) && !isDataRow(rows[first] ?? [])) first += 1;
  return first;
}

/**
 * Finds the table in a sheet: the heads below titles, by words that are known or as what stands above the first row of values, and its end above footnotes. Titles stand in the first cell alone.
 * Without heads and values: everything below the first row.
 */
export function findTable({ rows }: StatisticsSheet): TableShape {
  const known = knownHeadRow(rows);
  const first = known < 0 ? rows.slice(0, SEARCHED_ROWS).findIndex(isDataRow) : firstBelow(rows, known);
  if (first < 0) return { headRow: 0, headRows: Math.min(1, rows.length), lastRow: null };
  const isGroup = (row: Row): boolean => filled(row) >= 1 && isEmptyCell(row[0]);
  let headRow = known < 0 ? first : known;
  if (known < 0 && headRow > 0 && (filled(rows[headRow - 1] ?? []) >= 2 || isGroup(rows[headRow - 1] ?? []))) headRow -= 1;
  // A head whose first cell is empty has the head of its first column in the row above.
  const hasHeadAbove = (): boolean => headRow < first && isEmptyCell(rows[headRow]?.[0]) && filled(rows[headRow - 1] ?? []) >= 2;
  while (headRow > 0 && first - headRow < MAX_HEAD_ROWS && (isGroup(rows[headRow - 1] ?? []) || hasHeadAbove())) headRow -= 1;
  return { headRow, headRows: first - headRow, lastRow: lastRowOf(rows, first) };
}
