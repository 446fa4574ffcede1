import readXlsxFile from 'read-excel-file/node';
import { readSeparatedValues } from './separated-values.reader.js';
import type { ReadSheet, SheetCell, SheetContent, SheetLimits, SheetProblem } from './sheet.js';
import { markUncomputed } from './uncomputed-cells.js';
import { inspectWorkbook } from './workbook.guard.js';

/** More sheets than this nobody looks through. */
const MAX_SHEETS = 20;
/** More characters no cell of a spreadsheet holds. */
const MAX_CELL_LENGTH = 32_000;
/** Heads and notes around what is counted. */
const FURTHER_ROWS = 20;

/** What a cell says; what neither a text nor the database can hold is no word of anybody's. */
function cellOf(cell: unknown): SheetCell {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('.');
  // Floating point shows money as 12.300000000000001 otherwise.
  if (typeof cell === 'number') return Number(cell.toFixed(6));
  return String(cell).slice(0, MAX_CELL_LENGTH).replaceAll('\u0000', '').toWellFormed().replace(/\r\n?/g, '\n').replace(/\u00A0/g, ' ').trim();
}

/** Without the empty rows and columns at the end, which spreadsheets have by the thousands. */
function tidySheet(name: string, data: readonly (readonly unknown[])[], { columns }: SheetLimits): ReadSheet {
  const rows = data.map((row) => row.slice(0, columns).map(cellOf)).map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  return { name: name.slice(0, 100), rows: rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1) };
}

function contentOf(sheets: readonly ReadSheet[], limits: SheetLimits, how: Omit<SheetContent, 'sheets'>): SheetContent | { readonly problem: SheetProblem } {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return { problem: 'empty' };
  const characters = filled.reduce((sum, { rows }) => sum + rows.reduce((inner, row) => inner + row.join('').length, 0), 0);
  return filled.some(({ rows }) => rows.length > limits.rows + FURTHER_ROWS) || characters > limits.characters ? { problem: 'too_many_rows' } : { sheets: filled, ...how };
}

/** Reads all sheets of a workbook, or a file of separated values. The content is anybody's: nothing of it is trusted. */
export async function readSheets(content: Buffer, limits: SheetLimits): Promise<SheetContent | { readonly problem: SheetProblem }> {
  if (content[0] !== 0x50 || content[1] !== 0x4b) {
    const read = readSeparatedValues(content, limits.rows + FURTHER_ROWS + 1);
    if (read === null) return { problem: 'not_readable' };
    const { rows, ...how } = read;
    return contentOf([tidySheet('', rows, limits)], limits, { ...how, hasFormulas: false, hasMacros: false });
  }
  const facts = inspectWorkbook(content);
  if (facts === null) return { problem: 'not_readable' };
  try {
    const sheets = await readXlsxFile(limits.marksUncomputed ? markUncomputed(content) : content, { trim: false });
    return contentOf(sheets.slice(0, MAX_SHEETS).map(({ sheet, data }) => tidySheet(String(sheet), data, limits)), limits, { encoding: null, delimiter: null, ...facts });
  } catch {
    return { problem: 'not_readable' };
  }
}
