import type { TextEncoding } from '@konzeptwerkstatt/kernel';

/** What stands in a cell: words as they are, a number that a workbook holds as a number, a date in words (`31.12.2025`). Formulas are never run: what was saved of them is a cell like any other. */
export type SheetCell = string | number;

/** A sheet of a workbook, or a file of separated values; without the empty rows and columns at the end. */
export interface ReadSheet {
  /** Empty for a file of separated values. */
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** How much of somebody's file is read; beyond rows and characters it is refused, further columns are left out. */
export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  /** Of all sheets together. */
  readonly characters: number;
  /** Whether cells whose result the file does not hold say so (`UNCOMPUTED`); they are empty otherwise. */
  readonly marksUncomputed?: boolean;
}

/** What stands in somebody's file. */
export interface SheetContent {
  /** Those with something in them, at most twenty. */
  readonly sheets: readonly ReadSheet[];
  /** Null for a workbook. */
  readonly encoding: TextEncoding | null;
  /** What separates the values; null for a workbook. */
  readonly delimiter: string | null;
  readonly hasFormulas: boolean;
  readonly hasMacros: boolean;
}

/** Why somebody's file cannot be read. */
export type SheetProblem = 'not_readable' | 'too_many_rows' | 'empty';
