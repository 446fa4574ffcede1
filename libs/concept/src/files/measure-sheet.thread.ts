import { readMeasureList } from './measure-list.reader.js';
import type { ListContent } from './measure-list.reader.js';
import { readMeasureSheet } from './measure-sheet.reader.js';
import type { SheetReading } from './measure-sheet.reader.js';

/** A table that went out from here, or a list of somebody's own. */
export interface SheetTask {
  readonly kind: 'table' | 'list';
  readonly content: Uint8Array;
}

/** Runs in a thread of its own: a hostile workbook may take long or much memory, and then the thread is ended from outside. */
export default function read({ kind, content }: SheetTask): Promise<SheetReading | ListContent> {
  return kind === 'table' ? readMeasureSheet(Buffer.from(content)) : readMeasureList(Buffer.from(content));
}
