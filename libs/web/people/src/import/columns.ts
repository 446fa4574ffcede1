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
  /** Index of the lowest row with headers; data begins below it. */
  readonly headerRow: number;
  /** What each column is called, over all rows of the header. */
  readonly headers: readonly string[];
  readonly mapping: Mapping;
}

/** No known header is longer; the pattern below takes its time with a cell full of asterisks. */
const MAX_HEADER_LENGTH = 60;
const plain = (text: string): string => text.slice(0, MAX_HEADER_LENGTH).toLowerCase().replaceAll(/[\s_]+/g, ' ').replace(/[*:?]+$/, '').trim();
const fieldByWord = new Map(LIST_FIELDS.flatMap((field) => words[field].map((word): [string, ListField] => [word, field])));
const fieldOf = (header: string): ListField | null => fieldByWord.get(plain(header)) ?? null;

/** How far down a header is looked for: lists begin with a title, a date, a line about whom to ask. */
const HEADER_ROWS = 15;
/** Of how many rows a header is at most: "Vertretung" over "Name", "E-Mail" and "Telefon". */
const HEADER_DEPTH = 3;
/** Columns further to the right are taken for nothing; people can choose them. */
const HEADER_COLUMNS = 100;

/** What a column below the name of a person is about, by what it would be alone. */
const ofPerson = {
  contactName: { name: 'contactName', mailbox: 'contactEmail', contactPhone: 'contactPhone' },
  deputyName: { name: 'deputyName', mailbox: 'deputyEmail', contactPhone: 'deputyPhone' },
} as const satisfies Partial<Record<ListField, Partial<Record<ListField, ListField>>>>;

/** The field of a column that is called by these words from top to bottom. */
function fieldOfParts(parts: readonly string[]): ListField | null {
  const [group = '', own = ''] = parts.slice(-2);
  if (parts.length < 2) return fieldOf(group);
  const person = fieldOf(group);
  const alone = fieldOf(own);
  if (person === 'contactName' || person === 'deputyName') return alone && ((ofPerson[person] as Partial<Record<ListField, ListField>>)[alone] ?? alone);
  return fieldOf(`${group} ${own}`) ?? fieldOf(`${own} ${group}`) ?? alone;
}

/** What stands over each column in the rows of a header; a cell that is merged over columns holds for all of them. */
function partsOf(rows: readonly (readonly string[])[]): string[][] {
  const own = rows.at(-1) ?? [];
  const width = Math.min(HEADER_COLUMNS, Math.max(0, ...rows.map((row) => row.length)));
  const spread = rows.map((row) => {
    let last = '';
    return row.slice(0, width).map((cell) => (last = cell || last));
  });
  const part = (row: number, column: number): string => rows[row]?.[column] || (rows[row] !== own && own[column] ? (spread[row]?.[column] ?? spread[row]?.at(-1) ?? '') : '');
  return Array.from({ length: width }, (_, column) => rows.map((_row, row) => part(row, column)).filter((text) => text !== '').map((text) => text.slice(0, MAX_HEADER_LENGTH)));
}

function readHeader(rows: readonly (readonly string[])[], headerRow: number, depth: number): ListReading {
  const parts = partsOf(rows.slice(headerRow - depth + 1, headerRow + 1));
  const found = parts.map(fieldOfParts);
  const position = (field: ListField): number | null => (found.includes(field) ? found.indexOf(field) : null);
  return { headerRow, headers: parts.map((part) => part.join(' – ')), mapping: Object.fromEntries(LIST_FIELDS.map((field) => [field, position(field)])) as Record<ListField, number | null> };
}

const known = ({ mapping }: ListReading): number => Object.values(mapping).filter((column) => column !== null).length;
const best = (readings: readonly ListReading[]): ListReading | undefined => readings.find((reading) => known(reading) === Math.max(...readings.map(known)));

/** Takes the columns for what the header that ends in this row calls them; the first of two wins, and so does a header of fewer rows. */
export function readingAt({ rows }: Table, headerRow: number): ListReading {
  const depths = Array.from({ length: Math.min(HEADER_DEPTH, headerRow + 1) }, (_, index) => index + 1);
  return best(depths.map((depth) => readHeader(rows, headerRow, depth))) ?? readHeader(rows, 0, 1);
}

/** The first guess: the header is where most words are known. */
export function guessReading(table: Table): ListReading {
  return best(table.rows.slice(0, HEADER_ROWS).map((_, row) => readingAt(table, row))) ?? readHeader(table.rows, 0, 1);
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
  const header = rows.slice(Math.max(0, headerRow - HEADER_DEPTH + 1), headerRow + 1);
  const filled = rows.map((row, index) => ({ row, index })).slice(headerRow + 1).filter(({ row }) => !header.some((headings) => isHeaderAgain(row, headings)) && LIST_FIELDS.some((field) => cell(row, mapping[field]) !== null));
  const toListRow = ({ row, index }: (typeof filled)[number]): ListRow =>
    ({ ...(Object.fromEntries(LIST_FIELDS.map((field) => [field, cell(row, mapping[field])])) as Record<ListField, string | null>), line: index + 1 });
  return { rows: filled.filter(({ index }) => !mergedRows.has(index)).map(toListRow), mergedLines: filled.filter(({ index }) => mergedRows.has(index)).map(({ index }) => index + 1) };
}
