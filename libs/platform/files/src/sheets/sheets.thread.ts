import type { SheetContent, SheetLimits, SheetProblem } from './sheet.js';
import { readSheets } from './sheets.reader.js';

/** A file to be read, and how much of it. */
export interface SheetTask {
  readonly content: Uint8Array;
  readonly limits: SheetLimits;
}

/** Runs in a thread of its own: a hostile workbook may take long or much memory, and then the thread is ended from outside. */
export default function read({ content, limits }: SheetTask): Promise<SheetContent | { readonly problem: SheetProblem }> {
  return readSheets(Buffer.from(content), limits);
}
