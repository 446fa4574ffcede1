/** Rows of a sheet as words; empty cells are ''. */
export type SheetRows = readonly (readonly string[])[];

/** Where the headers of a sheet stand, from 0, and what they say of its columns. */
export interface SheetHeader<Field extends string> {
  readonly row: number;
  /** Over how many rows they go; data begins below them. */
  readonly count: number;
  /** What each column is called, from top to bottom. */
  readonly parts: readonly (readonly string[])[];
  /** What each column is taken for. */
  readonly fields: readonly (Field | null)[];
}

/** What a column that is called so, from top to bottom, is taken for. */
export type FieldOfParts<Field extends string> = (parts: readonly string[]) => Field | null;

/** How far down headers are looked for: lists begin with a title, a date, a line about whom to ask. */
const SEARCHED_ROWS = 20;
/** Of how many rows headers are at most, as long as nobody says otherwise: "Vertretung" over "Name", "E-Mail" and "Telefon". */
export const MAX_HEADER_ROWS = 3;
/** Columns further to the right are taken for nothing; people can choose them. */
const MAX_COLUMNS = 100;
/** A longer header is text that went astray. */
const MAX_LENGTH = 200;

/** What stands over each column; a cell that is merged over columns holds for all of them that have a header of their own below it. */
function partsOf(rows: SheetRows): string[][] {
  const lowest = rows.length - 1;
  const width = Math.min(MAX_COLUMNS, Math.max(0, ...rows.map((row) => row.length)));
  const spread = rows.map((row) => {
    let last = '';
    return Array.from({ length: width }, (_, column) => (last = row[column] || last));
  });
  const part = (row: number, column: number): string => rows[row]?.[column] || (row < lowest && rows[lowest]?.[column] ? (spread[row]?.[column] ?? '') : '');
  return Array.from({ length: width }, (_, column) => rows.map((_row, row) => part(row, column).slice(0, MAX_LENGTH)).filter((text) => text !== ''));
}

/** The header in these rows. */
export function headerAt<Field extends string>(rows: SheetRows, { row, count }: { readonly row: number; readonly count: number }, fieldOf: FieldOfParts<Field>): SheetHeader<Field> {
  const parts = partsOf(rows.slice(row, row + count));
  return { row, count, parts, fields: parts.map((words) => (words.length === 0 ? null : fieldOf(words))) };
}

/** The header of which most fields, and then most columns, are known; of equal ones the first. */
export function bestHeader<Header extends SheetHeader<string>>(headers: readonly Header[]): Header | undefined {
  const known = ({ fields }: Header): number => {
    const columns = fields.filter((field) => field !== null);
    return new Set(columns).size * (MAX_COLUMNS + 1) + columns.length;
  };
  const scores = headers.map(known);
  return headers[scores.indexOf(scores.reduce((most, score) => Math.max(most, score), 0))];
}

/** The header that ends in this row; of equal ones that of fewer rows. */
export function headerEndingAt<Field extends string>(rows: SheetRows, lowest: number, fieldOf: FieldOfParts<Field>): SheetHeader<Field> {
  const depths = Array.from({ length: Math.min(MAX_HEADER_ROWS, lowest + 1) }, (_, index) => index + 1);
  return bestHeader(depths.map((count) => headerAt(rows, { row: lowest - count + 1, count }, fieldOf))) ?? headerAt(rows, { row: 0, count: 1 }, fieldOf);
}

/** The first guess: the header is where most words are known; of equal ones the uppermost, because lists that were printed repeat theirs. */
export function findHeader<Field extends string>(rows: SheetRows, fieldOf: FieldOfParts<Field>): SheetHeader<Field> {
  return bestHeader(rows.slice(0, SEARCHED_ROWS).map((_, lowest) => headerEndingAt(rows, lowest, fieldOf))) ?? headerAt(rows, { row: 0, count: 1 }, fieldOf);
}

/** What a column is by its lowest word, or by that and the word of the group above it, whichever comes first. */
export function fieldOfGrouped<Field extends string>(parts: readonly string[], fieldOf: (words: string) => Field | null): Field | null {
  const own = parts.at(-1) ?? '';
  const group = parts.at(-2);
  return (group === undefined ? null : fieldOf(`${group} ${own}`) ?? fieldOf(`${own} ${group}`)) ?? fieldOf(own);
}

/** What a column is called, over all rows of its header. */
export const headerWords = (parts: readonly string[]): string => parts.join(' – ');

/** Which column holds each field; the first of two wins. */
export function columnsByField<Field extends string>({ fields }: SheetHeader<Field>): Partial<Record<Field, number>> {
  return Object.fromEntries(fields.flatMap((field, column) => (field === null || fields.indexOf(field) < column ? [] : [[field, column]]))) as Partial<Record<Field, number>>;
}

/** Whether a row says the same as one of the rows of a header: lists that were printed page by page repeat it. */
export function isHeaderAgain(row: readonly string[], header: SheetRows): boolean {
  const same = (other: readonly string[]): boolean => Array.from({ length: Math.max(row.length, other.length) }, (_, column) => (row[column] ?? '') === (other[column] ?? '')).every(Boolean);
  return row.some((cell) => cell !== '') && header.some(same);
}
