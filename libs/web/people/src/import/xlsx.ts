import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';
import readXlsxFile, { type SheetData } from 'read-excel-file/universal';
import { FileProblemError, MAX_ROWS, type Table } from './table.js';

/** What an honest list needs, unpacked: a file of a few kilobytes can claim to be gigabytes. */
const MAX_UNPACKED_BYTES = 30 * 1024 * 1024;
const MAX_ENTRIES = 300;
const sheet = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * Looks at what a packed file says of its parts, before anything is unpacked, and then unpacks the sheets alone to see their merged
 * cells. Unpacking stops at the size a part has declared, so a part that lies is cut off.
 */
function inspect(bytes: Uint8Array): { readonly sheets: Readonly<Record<string, Uint8Array>> } {
  let [entries, unpacked] = [0, 0];
  const count = ({ originalSize }: UnzipFileInfo): void => {
    entries += 1;
    unpacked += originalSize;
    if (entries > MAX_ENTRIES || unpacked > MAX_UNPACKED_BYTES) throw new FileProblemError('unpacks-too-large');
  };
  unzipSync(bytes, { filter: (file) => { count(file); return false; } });
  return { sheets: unzipSync(bytes, { filter: ({ name }) => sheet.test(name) }) };
}

/** Rows through which a cell that is merged over several rows runs; cells merged within a row only lose nothing but looks. */
export function mergedRowsOf(xml: string): Set<number> {
  const merged = new Set<number>();
  for (const [, from = '', to = ''] of xml.matchAll(/<mergeCell\s[^<>]*ref="[A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g)) {
    const [first, last] = [Number(from), Math.min(Number(to), Number(from) + MAX_ROWS)];
    if (last > first) for (let row = first; row <= last; row += 1) merged.add(row - 1);
  }
  return merged;
}

const textOf = (cell: SheetData[number][number]): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim());

/** Reads the first sheet of an XLSX file: values only, formulas are never run. @throws FileProblemError */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  try {
    const { sheets } = inspect(bytes);
    const [first] = await readXlsxFile(bytes.slice().buffer);
    const rows = (first?.data ?? []).map((row) => row.map(textOf));
    if (rows.length > MAX_ROWS) throw new FileProblemError('too-many-rows');
    const firstSheet = Object.keys(sheets).sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))[0];
    return { rows, mergedRows: firstSheet === undefined ? new Set() : mergedRowsOf(strFromU8(sheets[firstSheet] ?? new Uint8Array())) };
  } catch (error) {
    throw error instanceof FileProblemError ? error : new FileProblemError('not-a-list');
  }
}
