import { documentWords } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { z } from 'zod';
import { cellText, LIST_SEPARATOR, SHEET_FIELDS, sheetHeads, sheetValues, sheetWords } from '../domain/measure-sheet.fields.js';
import type { SheetField } from '../domain/measure-sheet.fields.js';
import { measureSheetWords, saidIn } from '../domain/measure-sheet.words.js';
import type { TableWording } from '../domain/measure-sheet.words.js';
import type { MeasureTableRow } from './measure-table.rows.js';

/** Heads of all columns in their order: those to read only stand before and behind those that come back, the hidden one is the last. */
export function columnHeads(wording: TableWording): { readonly leading: readonly string[]; readonly fields: readonly string[]; readonly trailing: readonly string[] } {
  const [{ language }, said] = [wording, saidIn(wording)];
  const [{ number, fields }, { section, description, answers, readOnly, technical }] = [documentWords(language), measureSheetWords[language]];
  const heads = sheetHeads(language);
  return {
    leading: [number, section].map(said),
    fields: SHEET_FIELDS.map((field) => said(heads[field])),
    trailing: [...[description, fields['goal'] ?? '', fields['indicator'] ?? '', answers].map((head) => said(readOnly(head))), technical],
  };
}

/** More characters no cell of a spreadsheet holds. */
export const MAX_CELL_LENGTH = 32_000;

const value = z.union([z.string(), z.null(), z.array(z.string())]);
/** The content of the hidden column: the measure, what its column is called where a municipality has a word of its own, and each value as it went out with its words. */
export const technicalSchema = z.object({ measure: z.uuid(), titleHead: z.string().optional(), values: z.partialRecord(z.enum(SHEET_FIELDS), z.tuple([value, z.string()])) });
export type TechnicalDetails = z.infer<typeof technicalSchema>;

/** The words of all cells of a measure by field. */
export function sheetCells({ measure, nameOf }: MeasureTableRow, language: DocumentLanguage): Readonly<Record<SheetField, string>> {
  const values = sheetValues(measure);
  return Object.fromEntries(SHEET_FIELDS.map((field) => [field, cellText(field, values[field], { language, nameOf })])) as Record<SheetField, string>;
}

/** What the hidden column of a measure says. @param cells the words of its cells @param titleHead what the column of titles is called */
export function technicalDetails(row: MeasureTableRow, cells: Readonly<Record<SheetField, string>>, titleHead: string): TechnicalDetails {
  const values = sheetValues(row.measure);
  const pairs = SHEET_FIELDS.map((field) => {
    const exported = values[field];
    return [field, [typeof exported === 'string' || exported === null ? exported : [...exported], cells[field]]] as const;
  });
  return { measure: row.measure.id, titleHead, values: Object.fromEntries(pairs) };
}

/** The second sheet: what to know before changing anything. */
export function sheetHints(language: DocumentLanguage, titleHead: string): (readonly [string, string])[] {
  const [heads, { guide, allowed }] = [sheetHeads(language), measureSheetWords[language]];
  const lists = SHEET_FIELDS.flatMap((field): (readonly [string, string])[] => {
    const words = sheetWords(field, language);
    return words === null ? [] : [[heads[field], Object.values(words).join(LIST_SEPARATOR)]];
  });
  return [...guide(titleHead, heads.staffPositions), ['', ''], [allowed, ''], ...lists];
}
