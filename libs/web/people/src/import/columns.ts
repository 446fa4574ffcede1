import { columnsByField, fieldOfGrouped, findHeader, headerEndingAt, headerWords, isHeaderAgain, MAX_HEADER_ROWS, type SheetHeader } from '@konzeptwerkstatt/kernel';
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

/** What a column below the name of a person is about, by what it would be alone. */
const ofPerson = {
  contactName: { name: 'contactName', mailbox: 'contactEmail', contactPhone: 'contactPhone' },
  deputyName: { name: 'deputyName', mailbox: 'deputyEmail', contactPhone: 'deputyPhone' },
} as const satisfies Partial<Record<ListField, Partial<Record<ListField, ListField>>>>;

/** The field of a column that is called by these words from top to bottom. */
function fieldOfParts(parts: readonly string[]): ListField | null {
  const person = fieldOf(parts.at(-2) ?? '');
  const alone = fieldOf(parts.at(-1) ?? '');
  if (person === 'contactName' || person === 'deputyName') return alone && ((ofPerson[person] as Partial<Record<ListField, ListField>>)[alone] ?? alone);
  return fieldOfGrouped(parts, fieldOf);
}

function readingOf(header: SheetHeader<ListField>): ListReading {
  const columns = columnsByField(header);
  const mapping = Object.fromEntries(LIST_FIELDS.map((field) => [field, columns[field] ?? null])) as Record<ListField, number | null>;
  return { headerRow: header.row + header.count - 1, headers: header.parts.map(headerWords), mapping };
}

/** Takes the columns for what the header that ends in this row calls them. */
export function readingAt({ rows }: Table, headerRow: number): ListReading {
  return readingOf(headerEndingAt(rows, headerRow, fieldOfParts));
}

/** The first guess. */
export function guessReading({ rows }: Table): ListReading {
  return readingOf(findHeader(rows, fieldOfParts));
}

/** A row for the server; what the list does not say is null. */
export type ListRow = Readonly<Record<ListField, string | null>> & { readonly line: number };

/** What becomes of a list under a reading. */
export interface ListRows {
  readonly rows: readonly ListRow[];
  /** Lines (1-based) left out, because a merged cell runs through them. */
  readonly mergedLines: readonly number[];
}

/** The rows below the header; empty ones and repeated headers are passed over. */
export function rowsOf({ rows, mergedRows }: Table, { headerRow, mapping }: ListReading): ListRows {
  const cell = (row: readonly string[], column: number | null): string | null => (column === null ? null : row[column] || null);
  const header = rows.slice(Math.max(0, headerRow - MAX_HEADER_ROWS + 1), headerRow + 1);
  const filled = rows.map((row, index) => ({ row, index })).slice(headerRow + 1).filter(({ row }) => !isHeaderAgain(row, header) && LIST_FIELDS.some((field) => cell(row, mapping[field]) !== null));
  const toListRow = ({ row, index }: (typeof filled)[number]): ListRow =>
    ({ ...(Object.fromEntries(LIST_FIELDS.map((field) => [field, cell(row, mapping[field])])) as Record<ListField, string | null>), line: index + 1 });
  return { rows: filled.filter(({ index }) => !mergedRows.has(index)).map(toListRow), mergedLines: filled.filter(({ index }) => mergedRows.has(index)).map(({ index }) => index + 1) };
}
