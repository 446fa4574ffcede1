import { textEncodingOf } from '@konzeptwerkstatt/kernel';
import Papa from 'papaparse';
import { FileProblemError, MAX_ROWS, type Table } from './table.js';

/** The text of a file of unknown encoding, without its byte order mark. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(textEncodingOf(bytes)).decode(bytes);

const delimiters = [';', '\t', ','] as const;
/** How many lines tell what separates the values. */
const SAMPLE = 30;

const parse = (text: string, delimiter: string, preview: number): string[][] => Papa.parse<string[]>(text, { delimiter, preview }).data;

/** How many lines fall into the same number of values, more than one; what separates a list does that in most of them. */
function evenness(rows: readonly (readonly string[])[]): number {
  const sizes = Map.groupBy(rows.map(({ length }) => length).filter((length) => length > 1), (length) => length);
  return Math.max(0, ...[...sizes.values()].map(({ length }) => length));
}

function delimiterOf(text: string): string {
  const scores = delimiters.map((delimiter) => evenness(parse(text, delimiter, SAMPLE)));
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ';';
}

/** Reads values separated by semicolon, comma or tab, whichever the file uses. @throws FileProblemError */
export function readCsv(bytes: Uint8Array): Table {
  const text = decodeText(bytes);
  if (text.includes('\u0000')) throw new FileProblemError('not-a-list');
  const data = parse(text, delimiterOf(text), MAX_ROWS + 1);
  if (data.length > MAX_ROWS) throw new FileProblemError('too-many-rows');
  return { rows: data.map((row) => row.map((cell) => cell.trim())), mergedRows: new Set() };
}
