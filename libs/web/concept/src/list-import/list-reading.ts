import type { MeasureListField, MeasureListNowQuery } from '@konzeptwerkstatt/web-data';

export type MeasureList = NonNullable<MeasureListNowQuery['measureListImport']>;
export type Reading = NonNullable<MeasureList['reading']>;
export type PlannedRow = MeasureList['plan']['rows']['edges'][number]['node'];

/** What is said of a list, as the mutation takes it. */
export interface SaidReading {
  readonly sheet: number;
  readonly headerRow: number;
  readonly headerRows: number;
  /** Null: take the columns for what they are called. */
  readonly columns: { field: MeasureListField; column: number }[] | null;
  readonly targets: { words: string; sectionId: string | null; newTitle: string | null }[];
  readonly organisations: { words: string; organisationId: string | null }[];
  readonly withDuplicates: boolean;
}

/** A reading as it stands, to be sent with one thing changed. */
export function saidOf({ sheet, headerRow, headerRows, columns, targets, organisations, withDuplicates }: Reading): SaidReading {
  return {
    sheet, headerRow, headerRows, withDuplicates, columns: columns.map(({ field, column }) => ({ field, column })),
    targets: targets.map(({ words, sectionId, newTitle }) => ({ words, sectionId: sectionId ?? null, newTitle: newTitle ?? null })),
    organisations: organisations.map(({ words, organisationId }) => ({ words, organisationId: organisationId ?? null })),
  };
}

/** A list with the entry for some words replaced, or added. */
export function replaced<Entry extends { readonly words: string }>(entries: readonly Entry[], entry: Entry): Entry[] {
  return [...entries.filter(({ words }) => words !== entry.words), entry];
}
