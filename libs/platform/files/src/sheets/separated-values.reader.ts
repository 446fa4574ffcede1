import Papa from 'papaparse';
import type { TextEncoding } from './sheet.js';

/** How a file's text is written: a byte order mark says it; otherwise UTF-8 where all of it is, or what spreadsheets in Germany write, windows-1252. Detectors that guess fail on short files. */
function encodingOf(content: Buffer): TextEncoding {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

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
  const encoding = encodingOf(content);
  const text = new TextDecoder(encoding).decode(content);
  if (text.includes('\u0000')) return null;
  const delimiter = delimiterOf(text);
  return { rows: Papa.parse<string[]>(text, { delimiter, preview: maxRows }).data, encoding, delimiter };
}
