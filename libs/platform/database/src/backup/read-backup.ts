import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { decodeFrames, type BackupEnd, type BackupFrame, type BackupHead, type BackupTable } from './backup-frames.js';
import { backupDamaged, backupMissing } from './backup.errors.js';

/** What is done with the parts of a backup, in their order. */
export interface BackupVisitor {
  /** @param data gives the table's rows as COPY wrote them; it must be read to its end @returns how many rows there were, or null when it did not count */
  table(table: BackupTable, data: AsyncIterable<Buffer>): Promise<number | null>;
}

async function next(frames: AsyncGenerator<BackupFrame>): Promise<BackupFrame> {
  const step = await frames.next();
  if (step.done) throw backupDamaged();
  return step.value;
}

async function visitTable(frames: AsyncGenerator<BackupFrame>, table: BackupTable, visitor: BackupVisitor): Promise<void> {
  const hash = createHash('sha256');
  let ended: Extract<BackupFrame, { kind: 'table-end' }> | undefined;
  const data = async function* (): AsyncGenerator<Buffer> {
    while (!ended) {
      const frame = await next(frames);
      if (frame.kind === 'table-end') ended = frame;
      else if (frame.kind !== 'data') throw backupDamaged();
      else {
        hash.update(frame.value);
        yield frame.value;
      }
    }
  };
  const rows = await visitor.table(table, data());
  if (ended === undefined || ended.value.sha256 !== hash.digest('hex') || (rows !== null && rows !== ended.value.rows)) throw backupDamaged();
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    const source = createReadStream(file);
    const plain = createGunzip();
    source.on('error', (error) => plain.destroy(error)).pipe(plain);
    for await (const chunk of plain) yield chunk as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw backupMissing(file);
    throw backupDamaged(error);
  }
}

/**
 * Reads a backup from beginning to end.
 * @param begin is given the head before any table, and says what to do with these
 * @throws StartupError when the file is damaged or incomplete; `begin` may throw as well
 */
export async function readBackup(file: string, begin: (head: BackupHead) => BackupVisitor | Promise<BackupVisitor>): Promise<BackupEnd> {
  const frames = decodeFrames(bytesOf(file));
  const first = await next(frames);
  if (first.kind !== 'head') throw backupDamaged();
  const visitor = await begin(first.value);
  for (let tables = 0; ; tables++) {
    const frame = await next(frames);
    if (frame.kind === 'table') await visitTable(frames, frame.value, visitor);
    else if (frame.kind !== 'end' || frame.value.tables !== tables) throw backupDamaged();
    else {
      if (!(await frames.next()).done) throw backupDamaged();
      return frame.value;
    }
  }
}

/** Reads a backup to its end without doing anything with it. @returns its head @throws StartupError when it is damaged */
export async function verifyBackup(file: string): Promise<BackupHead> {
  let head: BackupHead | undefined;
  await readBackup(file, (read) => {
    head = read;
    return {
      table: async (_table, data) => {
        for await (const _chunk of data);
        return null;
      },
    };
  });
  if (head === undefined) throw backupDamaged();
  return head;
}
