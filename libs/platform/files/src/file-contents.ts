import type { Transaction } from '@konzeptwerkstatt/contracts';

/**
 * Where the bytes of files lie. PostgreSQL by default, so that one backup holds everything; another place implements
 * these three methods and is provided instead. What is known of a file always stands in the database.
 */
export abstract class FileContents {
  /** Writes a content under an id that no file has yet. What a rolled-back transaction leaves behind elsewhere is removed by its place. */
  abstract write(tx: Transaction, id: string, content: Buffer): Promise<void>;
  /** Reads a content piece by piece. @throws Error when a piece is missing */
  abstract read(id: string, byteSize: number): AsyncIterable<Buffer>;
  /** Removes contents; unknown ids do no harm. */
  abstract remove(tx: Transaction, ids: readonly string[]): Promise<void>;
}
