import { readCsv } from './csv.js';
import { FileProblemError, MAX_FILE_BYTES, type Table } from './table.js';
import { readXlsx } from './xlsx.js';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** Reads a list by what the file is, not by what it is called. The file stays in this browser. @throws FileProblemError */
export async function readList(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  if (bytes.length > MAX_FILE_BYTES) throw new FileProblemError('too-large');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileProblemError('old-excel');
  const table = startsWith(bytes, 0x50, 0x4b) ? await readXlsx(bytes) : readCsv(bytes);
  if (!table.rows.some((row) => row.some((cell) => cell !== ''))) throw new FileProblemError('empty');
  return table;
}
