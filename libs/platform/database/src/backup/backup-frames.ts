import { z } from 'zod';
import { backupDamaged } from './backup.errors.js';

/** A table as it stands in a backup. */
export interface BackupTable {
  readonly schema: string;
  readonly name: string;
  /** Columns in the order of the data; what the database works out itself is left out. */
  readonly columns: readonly string[];
}

const head = z.object({
  format: z.literal('konzeptwerkstatt-backup'),
  version: z.literal(1),
  createdAt: z.string(),
  /** Every migration the data has gone through, with the checksum of its script. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
const tableBegin = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()).min(1) });
const tableEnd = z.object({ rows: z.number().int(), sha256: z.string() });
const end = z.object({ tables: z.number().int(), sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string(), isCalled: z.boolean() })) });

/** How a backup begins. */
export type BackupHead = z.infer<typeof head>;
export type BackupTableEnd = z.infer<typeof tableEnd>;
export type BackupEnd = z.infer<typeof end>;

/** A piece of a backup. In this order: head; for each table its beginning, its data, its end; the end. */
export type BackupFrame =
  | { readonly kind: 'head'; readonly value: BackupHead }
  | { readonly kind: 'table'; readonly value: BackupTable }
  | { readonly kind: 'data'; readonly value: Buffer }
  | { readonly kind: 'table-end'; readonly value: BackupTableEnd }
  | { readonly kind: 'end'; readonly value: BackupEnd };

const kinds = ['head', 'table', 'data', 'table-end', 'end'] as const;
const schemas = { head, table: tableBegin, 'table-end': tableEnd, end };
/** Kind (one byte) and length of what follows (four bytes, big end first). */
const HEADER_BYTES = 5;
/** No piece is longer; a bound against damaged lengths. */
const MAX_BYTES = 1024 * 1024 * 1024;

/** A piece as bytes. */
export function encodeFrame({ kind, value }: BackupFrame): Buffer {
  const body = kind === 'data' ? value : Buffer.from(JSON.stringify(value));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(kinds.indexOf(kind), 0);
  header.writeUInt32BE(body.length, 1);
  return Buffer.concat([header, body]);
}

function decode(kind: BackupFrame['kind'], body: Buffer): BackupFrame {
  if (kind === 'data') return { kind, value: body };
  try {
    return { kind, value: schemas[kind].parse(JSON.parse(body.toString('utf8'))) } as BackupFrame;
  } catch (cause) {
    throw backupDamaged(cause);
  }
}

/** Cuts a stream of bytes into pieces. @throws StartupError when it is none of ours, or ends in the middle */
export async function* decodeFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<BackupFrame> {
  let pending: Buffer[] = [];
  let size = 0;
  const take = (length: number): Buffer => {
    const all = pending.length === 1 ? (pending[0] as Buffer) : Buffer.concat(pending);
    pending = [all.subarray(length)];
    size -= length;
    return all.subarray(0, length);
  };
  let header: { kind: BackupFrame['kind']; length: number } | undefined;
  for await (const chunk of bytes) {
    pending.push(chunk);
    size += chunk.length;
    for (;;) {
      if (header === undefined && size >= HEADER_BYTES) {
        const read = take(HEADER_BYTES);
        const kind = kinds[read.readUInt8(0)];
        const length = read.readUInt32BE(1);
        if (kind === undefined || length > MAX_BYTES) throw backupDamaged();
        header = { kind, length };
      }
      if (header === undefined || size < header.length) break;
      const { kind, length } = header;
      header = undefined;
      yield decode(kind, take(length));
    }
  }
  if (header !== undefined || size > 0) throw backupDamaged();
}
