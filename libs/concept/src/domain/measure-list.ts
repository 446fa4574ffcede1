import type { SheetField } from './measure-sheet.fields.js';

/**
 * So many rows a list may have, and so many cells a row. The bound is what can be looked at before it is decided: each answer about a name or a column plans all rows anew and shows
 * them on one page. It is said before a file is chosen.
 */
export const MAX_LIST_ROWS = 1_000;
export const MAX_LIST_COLUMNS = 60;

/** `ready`: read, waits for what people say of it; `applying`, `done`: its measures are being, or are, written; `undone`: they were taken out again. */
export const LIST_STATES = ['waiting', 'ready', 'applying', 'done', 'undone', 'failed'] as const;
export type ListState = (typeof LIST_STATES)[number];

export const LIST_PROBLEMS = ['not_readable', 'too_many_rows', 'empty', 'not_allowed', 'frozen', 'broke_off', 'changed_meanwhile'] as const;
export type ListProblem = (typeof LIST_PROBLEMS)[number];

/** What a column of somebody's list can be taken for. */
export const LIST_FIELDS = [
  'title', 'description', 'section', 'goal', 'number', 'lead', 'partner', 'contact', 'targetGroup', 'district', 'period', 'periodEnd', 'status', 'type', 'priority', 'resources', 'budgetAmount', 'fundingSource',
  'fundingState', 'fundingUntil', 'staffPositions', 'decisionState',
] as const satisfies readonly (SheetField | 'description' | 'section' | 'goal' | 'number' | 'periodEnd')[];
export type ListField = (typeof LIST_FIELDS)[number];

/** A sheet of a workbook as text, row by row. */
export interface ListSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Where rows with certain words in their section column go: into a section that is there, into a new one, or nowhere when both are null. */
export interface SectionTarget {
  /** As they stand in the list; empty: rows without. */
  readonly words: string;
  readonly sectionId: string | null;
  readonly newTitle: string | null;
}

/** What people said of words that name no organisation exactly: the one that is meant, or null to keep the words as text. */
export interface OrganisationAnswer {
  readonly words: string;
  readonly organisationId: string | null;
}

/** How a list is to be understood. */
export interface ListReading {
  readonly sheet: number;
  /** First and last row of the heads, from 0; with several, a column is called by all of them. */
  readonly headerRow: number;
  readonly headerRows: number;
  /** Field by column index. */
  readonly columns: Readonly<Partial<Record<ListField, number>>>;
  readonly targets: readonly SectionTarget[];
  readonly organisations: readonly OrganisationAnswer[];
  /** Also rows whose title is there already. */
  readonly withDuplicates: boolean;
}

/** A measure that was written, and what it said then. */
export interface WrittenMeasure {
  readonly sectionId: string;
  readonly blockId: string;
  readonly title: string;
  readonly version: string;
}

/** A section that was added for rows of a list. */
export interface AddedSection {
  readonly sectionId: string;
  readonly title: string;
}

/** A measure list of somebody's own, brought to become measures. */
export interface MeasureListImport {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: ListState;
  readonly attempts: number;
  readonly problem: ListProblem | null;
  readonly sheets: readonly ListSheet[] | null;
  readonly reading: ListReading | null;
  /** How many rows it was decided to take over. */
  readonly decided: number;
  readonly written: readonly WrittenMeasure[];
  readonly addedSections: readonly AddedSection[];
}
