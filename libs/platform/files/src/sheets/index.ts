export type { ReadSheet, SheetCell, SheetContent, SheetLimits, SheetProblem } from './sheet.js';
export { readSheets } from './sheets.reader.js';
export { markUncomputed, UNCOMPUTED } from './uncomputed-cells.js';
export { inspectWorkbook } from './workbook.guard.js';
