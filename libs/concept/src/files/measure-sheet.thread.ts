import { readMeasureSheet } from './measure-sheet.reader.js';
import type { SheetReading } from './measure-sheet.reader.js';

/** Runs in a thread of its own: a hostile workbook may take long or much memory, and then the thread is ended from outside. */
export default function read(content: Uint8Array): Promise<SheetReading> {
  return readMeasureSheet(Buffer.from(content));
}
