import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { MAX_LIST_COLUMNS, MAX_LIST_ROWS } from '../domain/measure-list.js';
import type { ListSheet } from '../domain/measure-list.js';
import { tidyCell } from '../domain/measure-sheet.fields.js';
import { MAX_CELL_LENGTH } from './measure-sheet.layout.js';
import { isReasonableArchive } from './workbook.guard.js';

/** What stands in somebody's list, or why it cannot be read. */
export type ListContent = { readonly sheets: readonly ListSheet[] } | { readonly problem: 'not_readable' | 'too_many_rows' | 'empty' };

/** More sheets than this nobody looks through. */
const MAX_SHEETS = 20;
/** So many characters all sheets may have together. */
const MAX_CHARACTERS = 4_000_000;

/** The words of a cell; formulas are never run, what was saved of them is text like any other. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('.');
  if (typeof cell === 'number') return String(Number(cell.toFixed(6)));
  // What neither a text nor the database can hold is no word of anybody's.
  return tidyCell(String(cell).slice(0, MAX_CELL_LENGTH).replaceAll('\u0000', '').toWellFormed());
}

/** Without the empty rows and columns at the end, which spreadsheets have by the thousands. */
function tidySheet(name: string, data: readonly (readonly unknown[])[]): ListSheet {
  const rows = data.map((row) => row.slice(0, MAX_LIST_COLUMNS).map(textOf)).map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1));
  return { name: name.slice(0, 100), rows: rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1) };
}

function contentOf(sheets: readonly ListSheet[]): ListContent {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return { problem: 'empty' };
  const characters = filled.reduce((sum, { rows }) => sum + rows.reduce((inner, row) => inner + row.join('').length, 0), 0);
  // Heads and notes above them do not count.
  return filled.some(({ rows }) => rows.length > MAX_LIST_ROWS + 20) || characters > MAX_CHARACTERS ? { problem: 'too_many_rows' } : { sheets: filled };
}

/** UTF-8 with or without byte order mark, UTF-16 with one, otherwise what spreadsheets in Germany write: windows-1252. */
function decodeText(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** What separates the values: the sign that cuts most of the first lines into the same number of them, more than one. */
function delimiterOf(text: string): string {
  const evenness = (delimiter: string): number => {
    const sizes = Papa.parse<string[]>(text, { delimiter, preview: 30 }).data.map(({ length }) => length).filter((length) => length > 1);
    return Math.max(0, ...[...Map.groupBy(sizes, (size) => size).values()].map(({ length }) => length));
  };
  return [';', '\t', ','].reduce((best, delimiter) => (evenness(delimiter) > evenness(best) ? delimiter : best));
}

function readSeparated(content: Buffer): ListContent {
  const text = decodeText(content);
  if (text.includes('\u0000')) return { problem: 'not_readable' };
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), preview: MAX_LIST_ROWS + 21 });
  return contentOf([tidySheet('', data)]);
}

/** Reads all sheets of a workbook, or a file of separated values. The content is anybody's: nothing of it is trusted. */
export async function readMeasureList(content: Buffer): Promise<ListContent> {
  if (content[0] !== 0x50 || content[1] !== 0x4b) return readSeparated(content);
  if (!isReasonableArchive(content)) return { problem: 'not_readable' };
  try {
    const sheets = await readXlsxFile(content, { trim: false });
    return contentOf(sheets.slice(0, MAX_SHEETS).map(({ sheet, data }) => tidySheet(String(sheet), data)));
  } catch {
    return { problem: 'not_readable' };
  }
}
