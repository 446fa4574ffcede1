import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { cellText, readCell, sameSheetValue, SHEET_FIELDS, tidyCell } from './measure-sheet.fields.js';
import type { CellProblem, NamedOrganisation, SheetField, SheetValue, SheetValues } from './measure-sheet.fields.js';

/** A value as it went out: what it was, and the words that stood in the cell. */
export interface ExportedValue {
  readonly value: SheetValue;
  readonly text: string;
}

/** A row of a sheet that came back. */
export interface SheetRow {
  /** Number of the row in the spreadsheet, the heads being row 1. */
  readonly row: number;
  /** Null when the row carries no technical details: somebody added it, or deleted them. */
  readonly measureId: string | null;
  readonly title: string;
  /** The words of the cells by field; columns that are missing count as unchanged. Null: the file does not hold the result of its formula. */
  readonly cells: Readonly<Partial<Record<SheetField, string | null>>>;
  readonly exported: Readonly<Partial<Record<SheetField, ExportedValue>>>;
}

/** What became of a measure meanwhile. */
export interface CurrentMeasure {
  readonly values: SheetValues;
  readonly mayEdit: boolean;
}

/** One cell that was changed in the sheet. */
export interface SheetChange {
  readonly field: SheetField;
  /** `ready` to be taken over; `conflict`: somebody changed it here meanwhile; `problem`: the cell was not understood. */
  readonly state: 'ready' | 'conflict' | 'problem';
  /** Words before, as they went out, and in the sheet now. */
  readonly before: string;
  readonly after: string;
  /** Only of a conflict: the words here now. */
  readonly current: string | null;
  readonly problem: CellProblem | null;
  /** Only of what is ready: what to set, and what must still be there. */
  readonly value: SheetValue;
  readonly expected: SheetValue;
}

/** `unchanged` rows are not shown; `unknown`: no measure of this concept; `removed`: no longer in the text; `duplicate`: came before; `locked`: not hers to write. */
export const ROW_STATES = ['changed', 'unknown', 'removed', 'duplicate', 'locked'] as const;

export interface ComparedRow {
  readonly row: number;
  readonly measureId: string | null;
  readonly title: string;
  readonly state: (typeof ROW_STATES)[number] | 'unchanged';
  readonly changes: readonly SheetChange[];
}

/** What comparing needs to know of the concept. */
export interface SheetSurroundings {
  /** Living measures by id. */
  readonly current: ReadonlyMap<string, CurrentMeasure>;
  /** Ids of measures that were in the concept once. */
  readonly removed: ReadonlySet<string>;
  readonly organisations: readonly NamedOrganisation[];
  /** Of the edition, in which it is said what is there now. */
  readonly language: DocumentLanguage;
}

function compareCell(field: SheetField, row: SheetRow, now: SheetValue, { organisations, language }: SheetSurroundings): SheetChange | null {
  const [cell, exported] = [row.cells[field], row.exported[field]];
  if (cell === undefined || exported === undefined || (cell !== null && tidyCell(cell) === tidyCell(exported.text))) return null;
  const nameOf = (id: string): string | null => organisations.find((organisation) => organisation.id === id)?.name ?? null;
  const base = { field, before: exported.text, after: tidyCell(cell ?? ''), current: null, problem: null, value: null, expected: null };
  if (cell === null) return { ...base, state: 'problem', problem: 'not_computed' };
  const reading = readCell(field, cell, organisations);
  if ('problem' in reading) return { ...base, state: 'problem', problem: reading.problem };
  if (sameSheetValue(field, reading.value, exported.value) || sameSheetValue(field, reading.value, now)) return null;
  if (!sameSheetValue(field, exported.value, now)) return { ...base, state: 'conflict', current: cellText(field, now, { language, nameOf }) };
  return { ...base, state: 'ready', value: reading.value, expected: exported.value };
}

/**
 * What of a sheet differs from what went out, cell by cell. A cell counts as changed only when its words differ from those that
 * went out; what somebody changed here meanwhile is a conflict, unless both say the same by now.
 */
export function compareSheet(rows: readonly SheetRow[], surroundings: SheetSurroundings): ComparedRow[] {
  const seen = new Set<string>();
  return rows.map((row): ComparedRow => {
    // A row whose title was deleted is called as it was when it went out.
    const base = { row: row.row, measureId: row.measureId, title: row.title || (row.exported.title?.text ?? ''), changes: [] };
    if (row.measureId === null) return { ...base, state: 'unknown' };
    if (seen.has(row.measureId)) return { ...base, state: 'duplicate' };
    seen.add(row.measureId);
    const now = surroundings.current.get(row.measureId);
    if (now === undefined) return { ...base, state: surroundings.removed.has(row.measureId) ? 'removed' : 'unknown' };
    const changes = SHEET_FIELDS.map((field) => compareCell(field, row, now.values[field], surroundings)).filter((change) => change !== null);
    if (changes.length === 0) return { ...base, state: 'unchanged' };
    return now.mayEdit ? { ...base, state: 'changed', changes } : { ...base, state: 'locked', changes };
  });
}
