import type { SheetContent, SheetLimits, SheetProblem } from '@konzeptwerkstatt/platform-files';
import { MAX_LIST_COLUMNS, MAX_LIST_ROWS } from '../domain/measure-list.js';
import type { ListSheet } from '../domain/measure-list.js';

/** What stands in somebody's list, or why it cannot be read. */
export type ListContent = { readonly sheets: readonly ListSheet[] } | { readonly problem: SheetProblem };

/** How much of somebody's list is read. */
export const LIST_LIMITS: SheetLimits = { rows: MAX_LIST_ROWS, columns: MAX_LIST_COLUMNS, characters: 4_000_000 };

/** A list as words, cell by cell. */
export function toListContent(read: SheetContent | { readonly problem: SheetProblem }): ListContent {
  return 'problem' in read ? read : { sheets: read.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(String)) })) };
}
