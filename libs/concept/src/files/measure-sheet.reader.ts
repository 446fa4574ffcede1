import { DOCUMENT_LANGUAGES } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { inspectWorkbook, markUncomputed, UNCOMPUTED } from '@konzeptwerkstatt/platform-files/sheets';
import readXlsxFile from 'read-excel-file/node';
import { plainDay, SHEET_FIELDS, sheetHeads, tidyCell } from '../domain/measure-sheet.fields.js';
import type { SheetField } from '../domain/measure-sheet.fields.js';
import type { ExportedValue, SheetRow } from '../domain/measure-sheet.comparison.js';
import { measureSheetWords } from '../domain/measure-sheet.words.js';
import { MAX_CELL_LENGTH, technicalSchema } from './measure-sheet.layout.js';

/** More rows than this no concept has. */
const MAX_ROWS = 5_000;

/** What came back, or why it is no measure table. */
export type SheetReading = { readonly rows: readonly SheetRow[] } | { readonly problem: 'not_readable' | 'not_a_measure_table' | 'too_many_rows' };

type Cell = unknown;

/** Of the hidden column, which holds every value twice. */
const MAX_TECHNICAL_LENGTH = 8 * MAX_CELL_LENGTH;

/** The words of a cell; a number as a program writes it, a date as people do. What is longer than a spreadsheet lets a cell be is cut: such a file comes from no spreadsheet. */
function textOf(cell: Cell, language: DocumentLanguage, maxLength = MAX_CELL_LENGTH): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return plainDay(cell.toISOString().slice(0, 10), language);
  // Floating point shows money as 12.300000000000001 otherwise. With more than two decimals a point would be taken for one that groups.
  if (typeof cell === 'number') return String(Number(cell.toFixed(6))).replace(/\.(?=\d{3,}$)/, ',');
  return tidyCell(String(cell).slice(0, maxLength));
}

interface Technical {
  readonly measureId: string;
  /** Head of the column with the titles; undefined in sheets that have the usual one. */
  readonly titleHead: string | undefined;
  readonly exported: Readonly<Partial<Record<SheetField, ExportedValue>>>;
}

/** What the hidden column says; null when somebody deleted or changed it beyond reading. */
function technicalOf(text: string): Technical | null {
  try {
    const { measure, titleHead, values } = technicalSchema.parse(JSON.parse(text));
    const exported = Object.entries(values).map(([field, pair]) => [field, { value: pair[0], text: pair[1] }]);
    return { measureId: measure, titleHead, exported: Object.fromEntries(exported) as Partial<Record<SheetField, ExportedValue>> };
  } catch {
    return null;
  }
}

/** Where each field stands. A municipality's own word may be the head of another column too, and stands before it: each field has the last column of its name that no later field has. */
function columnsOf(heads: readonly string[], fieldHeads: Readonly<Record<SheetField, string>>): (readonly [SheetField, number])[] {
  const taken = new Set<number>();
  return SHEET_FIELDS.toReversed().flatMap((field) => {
    const column = heads.findLastIndex((head, index) => head === fieldHeads[field] && !taken.has(index));
    taken.add(column);
    return column < 0 ? [] : [[field, column] as const];
  });
}

function rowsOf(data: readonly (readonly Cell[])[]): SheetReading {
  const heads = (data[0] ?? []).map((cell) => textOf(cell, 'de'));
  const language = DOCUMENT_LANGUAGES.find((known) => heads.includes(measureSheetWords[known].technical));
  if (language === undefined) return { problem: 'not_a_measure_table' };
  if (data.length > MAX_ROWS) return { problem: 'too_many_rows' };
  const [technicalColumn, usualHeads] = [heads.indexOf(measureSheetWords[language].technical), sheetHeads(language)];
  const technical = data.map((cells) => technicalOf(textOf(cells[technicalColumn], language, MAX_TECHNICAL_LENGTH)));
  // Rows that were pasted in name the head of the table they come from.
  const titleHead = technical.map((details) => details?.titleHead).find((head) => head !== undefined && heads.includes(head));
  const columns = columnsOf(heads, { ...usualHeads, title: titleHead ?? usualHeads.title });
  if (columns.length === 0) return { problem: 'not_a_measure_table' };
  const rows = data.slice(1).flatMap((cells, index): SheetRow[] => {
    if (cells.every((cell) => textOf(cell, language) === '')) return [];
    const words = Object.fromEntries(columns.map(([field, column]) => [field, cells[column] === UNCOMPUTED ? null : textOf(cells[column], language)])) as Partial<Record<SheetField, string | null>>;
    const details = technical[index + 1];
    return [{ row: index + 2, measureId: details?.measureId ?? null, title: words.title ?? '', cells: words, exported: details?.exported ?? {} }];
  });
  return { rows };
}

/** Reads the first sheet of a workbook. The content is anybody's: nothing of it is trusted. */
export async function readMeasureSheet(content: Buffer): Promise<SheetReading> {
  if (inspectWorkbook(content) === null) return { problem: 'not_readable' };
  try {
    const [first] = await readXlsxFile(markUncomputed(content), { trim: false });
    return first === undefined ? { problem: 'not_a_measure_table' } : rowsOf(first.data);
  } catch {
    return { problem: 'not_readable' };
  }
}
