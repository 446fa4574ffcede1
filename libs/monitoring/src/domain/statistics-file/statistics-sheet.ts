/** What stands in a cell: words as they are, or a number that a workbook holds as a number. */
export type StatisticsCell = string | number;

/** A sheet of a statistics file, row by row. */
export interface StatisticsSheet {
  /** Empty for a file of separated values. */
  readonly name: string;
  readonly rows: readonly (readonly StatisticsCell[])[];
}

/** So much of a statistics file is read: rows and columns of a sheet, characters of all of them, and values that a plan holds. */
export const STATISTICS_LIMITS = { rows: 20_000, columns: 300, characters: 8_000_000, values: 50_000 } as const;

/** No head and no name that is compared is longer; bounds the patterns. */
const MAX_WORDS_LENGTH = 300;

/** Words as they are compared and remembered. */
export function plainWords(cell: StatisticsCell | undefined): string {
  return String(cell ?? '').slice(0, MAX_WORDS_LENGTH).toLocaleLowerCase('de').replace(/[\s\u00a0]+/g, ' ').replace(/ ?[:?]$/, '').trim();
}

/** The words of a cell without blanks around them. */
export function wordsOf(cell: StatisticsCell | undefined): string {
  return String(cell ?? '').trim();
}

/** Whether nothing stands in it. */
export const isEmptyCell = (cell: StatisticsCell | undefined): boolean => cell === undefined || wordsOf(cell) === '';
