/** What stands in a cell: words as they are, or a number that a workbook holds as a number. */
export type StatisticsCell = string | number;

/** A sheet of a statistics file, row by row. */
export interface StatisticsSheet {
  /** Empty for a file of separated values. */
  readonly name: string;
  readonly rows: readonly (readonly StatisticsCell[])[];
}

/** So much of a statistics file is read: rows and columns of a sheet, characters of all of them, and values that a plan holds. A formula without its result is told from an empty cell. */
export const STATISTICS_LIMITS = { rows: 20_000, columns: 300, characters: 8_000_000, values: 50_000, marksUncomputed: true } as const;

/** No head and no name that is compared is longer; bounds the patterns. */
const MAX_WORDS_LENGTH = 300;

/** Whether the file holds a formula there and not what came out of it: never computed, or computed to an error. */
export const isUncomputed = (cell: StatisticsCell | undefined): boolean => cell === '\uE000';

/** Words as they are compared and remembered. */
export function plainWords(cell: StatisticsCell | undefined): string {
  return wordsOf(cell).slice(0, MAX_WORDS_LENGTH).toLocaleLowerCase('de').replace(/[\s\u00a0]+/g, ' ').replace(/ ?[:?]$/, '').trim();
}

/** The words of a cell without blanks around them; a formula without its result has none. */
export function wordsOf(cell: StatisticsCell | undefined): string {
  return isUncomputed(cell) ? '' : String(cell ?? '').trim();
}

/** Whether nothing stands in it. */
export const isEmptyCell = (cell: StatisticsCell | undefined): boolean => cell === undefined || wordsOf(cell) === '';
