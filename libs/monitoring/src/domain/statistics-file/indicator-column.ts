import { dataRows } from './statistics-reading.js';
import type { StatisticsReading } from './statistics-reading.js';
import { isEmptyCell, plainWords, wordsOf } from './statistics-sheet.js';
import type { StatisticsSheet } from './statistics-sheet.js';

/** More different words for indicators nobody answers one by one. */
const MAX_WORDS = 200;

/** The different words in the indicator column, in the order of the file, with how many rows have them. */
export function indicatorWordsOf(sheet: StatisticsSheet, reading: Pick<StatisticsReading, 'headRow' | 'headRows' | 'lastRow' | 'columns'>): readonly { readonly words: string; readonly count: number }[] {
  const column = reading.columns.find(({ role }) => role === 'indicator')?.column;
  if (column === undefined) return [];
  const found = new Map<string, { words: string; count: number }>();
  for (const row of dataRows(sheet, reading)) {
    if (isEmptyCell(row[column])) continue;
    const key = plainWords(row[column]);
    const known = found.get(key);
    if (known !== undefined) known.count += 1;
    else if (found.size < MAX_WORDS) found.set(key, { words: wordsOf(row[column]), count: 1 });
  }
  return [...found.values()];
}
