import type { Table } from './table.js';

/** The fields a column can be taken for, with the words lists call them by. */
const words = {
  name: ['name', 'organisation', 'organisationsname', 'name der organisation', 'verein', 'institution', 'einrichtung', 'träger', 'bezeichnung'],
  shortName: ['kurzname', 'abkürzung', 'kürzel', 'kurzbezeichnung', 'short name'],
  kind: ['art', 'typ', 'kategorie', 'organisationsart', 'art der organisation', 'bereich', 'kind', 'type'],
  mailbox: ['postfach', 'funktionspostfach', 'e-mail', 'email', 'mail', 'e-mail-adresse', 'e-mail organisation', 'e-mail der organisation', 'zentrale e-mail', 'mailbox'],
  language: ['sprache', 'korrespondenzsprache', 'sprachen', 'language'],
  contactName: ['ansprechperson', 'ansprechpartner', 'ansprechpartnerin', 'ansprechpartner*in', 'ansprechpartner:in', 'ansprechpartner/in', 'kontakt', 'kontaktperson', 'vorsitz', 'contact person'],
  contactEmail: ['e-mail ansprechperson', 'e-mail der ansprechperson', 'e-mail ansprechpartner', 'e-mail kontakt', 'e-mail kontaktperson', 'mail ansprechperson'],
  contactPhone: ['telefon', 'tel', 'tel.', 'telefonnummer', 'telefon ansprechperson', 'telefon der ansprechperson', 'telefon kontakt', 'handy', 'phone'],
  deputyName: ['vertretung', 'stellvertretung', 'stellvertreter', 'stellvertreterin', 'stellvertretende ansprechperson', 'deputy'],
  deputyEmail: ['e-mail vertretung', 'e-mail der vertretung', 'e-mail stellvertretung'],
  deputyPhone: ['telefon vertretung', 'telefon der vertretung', 'telefon stellvertretung'],
} as const;

export type ListField = keyof typeof words;
export const LIST_FIELDS = Object.keys(words) as ListField[];

/** Which column (0-based) holds which field; null: the list does not have it. */
export type Mapping = Readonly<Record<ListField, number | null>>;

/** What people say of a list: where its header stands and what its columns are. */
export interface ListReading {
  /** Index of the row with the headers; data begins below it. */
  readonly headerRow: number;
  readonly mapping: Mapping;
}

/** No header is longer; the pattern below takes its time with a cell full of asterisks. */
const MAX_HEADER_LENGTH = 200;
const plain = (text: string): string => text.slice(0, MAX_HEADER_LENGTH).toLowerCase().replaceAll(/[\s_]+/g, ' ').replace(/[*:?]+$/, '').trim();
const fieldOf = (header: string): ListField | null => LIST_FIELDS.find((field) => (words[field] as readonly string[]).includes(plain(header))) ?? null;

/** How far down a header is looked for: lists begin with a title, a date, a line about whom to ask. */
const HEADER_ROWS = 15;

/** Takes the columns of a header row for what they are called; the first of two wins. */
export function mappingOf(header: readonly string[]): Mapping {
  const found = header.map(fieldOf);
  const position = (field: ListField): number | null => (found.includes(field) ? found.indexOf(field) : null);
  return Object.fromEntries(LIST_FIELDS.map((field) => [field, position(field)])) as Record<ListField, number | null>;
}

const known = (row: readonly string[]): number => Object.values(mappingOf(row)).filter((column) => column !== null).length;

/** The first guess: the header is the row of which most words are known. */
export function guessReading({ rows }: Table): ListReading {
  const counts = rows.slice(0, HEADER_ROWS).map(known);
  const headerRow = Math.max(0, counts.indexOf(Math.max(...counts, 0)));
  return { headerRow, mapping: mappingOf(rows[headerRow] ?? []) };
}

/** A row for the server; what the list does not say is null. */
export type ListRow = Readonly<Record<ListField, string | null>> & { readonly line: number };

/** What becomes of a list under a reading. */
export interface ListRows {
  readonly rows: readonly ListRow[];
  /** Lines (1-based) left out, because a merged cell runs through them. */
  readonly mergedLines: readonly number[];
}

/** Lists that were printed page by page repeat their header. */
const isHeaderAgain = (row: readonly string[], header: readonly string[]): boolean => row.some((cell) => cell !== '') && row.every((cell, index) => cell === (header[index] ?? ''));

/** The rows below the header; empty ones and repeated headers are passed over. */
export function rowsOf({ rows, mergedRows }: Table, { headerRow, mapping }: ListReading): ListRows {
  const cell = (row: readonly string[], column: number | null): string | null => (column === null ? null : row[column] || null);
  const filled = rows.map((row, index) => ({ row, index })).slice(headerRow + 1).filter(({ row }) => !isHeaderAgain(row, rows[headerRow] ?? []) && LIST_FIELDS.some((field) => cell(row, mapping[field]) !== null));
  const toListRow = ({ row, index }: (typeof filled)[number]): ListRow =>
    ({ ...(Object.fromEntries(LIST_FIELDS.map((field) => [field, cell(row, mapping[field])])) as Record<ListField, string | null>), line: index + 1 });
  return { rows: filled.filter(({ index }) => !mergedRows.has(index)).map(toListRow), mergedLines: filled.filter(({ index }) => mergedRows.has(index)).map(({ index }) => index + 1) };
}
