import Papa from 'papaparse';
import { textEncodingOf } from '@konzeptwerkstatt/kernel';
import type { TextEncoding } from '@konzeptwerkstatt/kernel';

/** The sign that cuts most of the first lines into the same number of values, more than one. */
function delimiterOf(text: string): string {
  const evenness = (delimiter: string): number => {
    const sizes = Papa.parse<string[]>(text, { delimiter, preview: 30 }).data.map(({ length }) => length).filter((length) => length > 1);
    return Math.max(0, ...[...Map.groupBy(sizes, (size) => size).values()].map(({ length }) => length));
  };
  return [';', '\t', ','].reduce((best, delimiter) => (evenness(delimiter) > evenness(best) ? delimiter : best));
}

/** Reads separated values. @param maxRows no more are read @returns null for what is no text */
export function readSeparatedValues(content: Buffer, maxRows: number): { readonly rows: readonly (readonly string[])[]; readonly encoding: TextEncoding; readonly delimiter: string } | null {
  const encoding = textEncodingOf(content);
  const text = new TextDecoder(encoding).decode(content);
  if (text.includes('\u0000')) return null;
  const delimiter = delimiterOf(text);
  return { rows: Papa.parse<string[]>(text, { delimiter, preview: maxRows }).data, encoding, delimiter };
}
