import { inOwnWords, type OwnWord } from '@konzeptwerkstatt/kernel';
import { z } from 'zod';
import { cellText, SHEET_FIELDS, sheetHeads, sheetValues, sheetWords } from '../domain/measure-sheet.fields.js';
import type { SheetField } from '../domain/measure-sheet.fields.js';
import type { MeasureTableRow } from './measure-table.rows.js';

/** Columns to read only, before and behind those that come back. */
export const LEADING_HEADS = ['Nr.', 'Handlungsfeld'] as const;
export const TRAILING_HEADS = ['Beschreibung (nur zum Lesen)', 'Ziele (nur zum Lesen)', 'Indikatoren (nur zum Lesen)', 'Zusagen (nur zum Lesen)'] as const;
/** The hidden column by which a row is found again. */
export const TECHNICAL_HEAD = 'Technische Angaben (bitte nicht ändern)';

/** More characters no cell of a spreadsheet holds. */
export const MAX_CELL_LENGTH = 32_000;

const value = z.union([z.string(), z.null(), z.array(z.string())]);
/** The content of the hidden column: the measure, what its column is called where a municipality has a word of its own, and each value as it went out with its words. */
export const technicalSchema = z.object({ measure: z.uuid(), titleHead: z.string().optional(), values: z.partialRecord(z.enum(SHEET_FIELDS), z.tuple([value, z.string()])) });
export type TechnicalDetails = z.infer<typeof technicalSchema>;

/** The heads of all columns, as the municipality says them. */
export function headsOf(ownWords: readonly OwnWord[]): string[] {
  return [...LEADING_HEADS, ...SHEET_FIELDS.map((field) => sheetHeads[field]), ...TRAILING_HEADS].map(inOwnWords(ownWords)).concat(TECHNICAL_HEAD);
}

/** The words of all cells of a measure by field. */
export function sheetCells({ measure, nameOf }: MeasureTableRow): Readonly<Record<SheetField, string>> {
  const values = sheetValues(measure);
  return Object.fromEntries(SHEET_FIELDS.map((field) => [field, cellText(field, values[field], nameOf)])) as Record<SheetField, string>;
}

/** What the hidden column of a measure says. */
export function technicalDetails(row: MeasureTableRow, titleHead: string): TechnicalDetails {
  const [values, cells] = [sheetValues(row.measure), sheetCells(row)];
  const pairs = SHEET_FIELDS.map((field) => {
    const exported = values[field];
    return [field, [typeof exported === 'string' || exported === null ? exported : [...exported], cells[field]]] as const;
  });
  return { measure: row.measure.id, ...(titleHead === sheetHeads.title ? {} : { titleHead }), values: Object.fromEntries(pairs) };
}

/** The second sheet: what to know before changing anything. */
export function sheetHints(titleHead: string): string[][] {
  const lists = SHEET_FIELDS.flatMap((field) => {
    const words = sheetWords[field];
    return words === undefined ? [] : [[sheetHeads[field], Object.values(words).join(' | ')]];
  });
  return [
    ['So geht es', ''],
    ['Ändern', `Ändern Sie Zellen in den Spalten von „${titleHead}“ bis „Stellen (VZÄ)“ und lesen Sie die Datei bei der Maßnahmentabelle wieder ein. Vorher sehen Sie alle Änderungen.`],
    ['Mehrere Angaben', 'Mehrere Beteiligte oder Zielgruppen trennt ein senkrechter Strich: A | B'],
    ['Zeitraum', '2027 · 2027 bis 2029 · ab 1. Quartal 2027 · März 2027 bis Mai 2027'],
    ['Zeilen', 'Sortieren und Filtern ist möglich. Gelöschte Zeilen entfernen nichts, neue Zeilen legen nichts an.'],
    ['', ''],
    ['Erlaubte Angaben', ''],
    ...lists,
  ];
}
