import type { SheetRow } from './measure-sheet.comparison.js';
import type { SheetField, SheetValue } from './measure-sheet.fields.js';

export const IMPORT_STATES = ['waiting', 'ready', 'applying', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Why a file could not be read, or taken over. */
export const IMPORT_PROBLEMS = ['not_readable', 'not_a_measure_table', 'too_many_rows', 'broke_off'] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

/** What became of a change. `conflict`: somebody was faster; `refused`: for another reason, see `code`. */
export const OUTCOME_RESULTS = ['pending', 'applied', 'conflict', 'refused'] as const;

/** A change that is to be taken over, or was. */
export interface PlannedChange {
  readonly row: number;
  readonly measureId: string;
  readonly title: string;
  readonly field: SheetField;
  readonly before: string;
  readonly after: string;
  readonly value: SheetValue;
  /** What must still be there. */
  readonly expected: SheetValue;
  readonly result: (typeof OUTCOME_RESULTS)[number];
  /** Of `refused`: the code of the error. */
  readonly code: string | null;
}

/** A measure table that came back. */
export interface MeasureTableImport {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: ImportState;
  /** 0 to 100. */
  readonly progress: number;
  readonly attempts: number;
  readonly problem: ImportProblem | null;
  readonly rows: readonly SheetRow[] | null;
  readonly outcomes: readonly PlannedChange[];
}
