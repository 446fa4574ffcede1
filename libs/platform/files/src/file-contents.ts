import type { Transaction } from '@konzeptwerkstatt/contracts';

/**
 * Where the bytes of files lie: in PostgreSQL by default, in an object store by setting. What is known of a file always stands in
 * the database.
 */
export abstract class FileContents {
  /** Writes a content under an id that no file has yet. What a rolled-back transaction leaves elsewhere goes with the leftovers. */
  abstract write(tx: Transaction, id: string, content: Buffer): Promise<void>;
  /** Reads a content piece by piece. @throws Error when a piece is missing */
  abstract read(id: string, byteSize: number): AsyncIterable<Buffer>;
  /** Removes contents; unknown ids do no harm. */
  abstract remove(tx: Transaction, ids: readonly string[]): Promise<void>;
  /** Removes, some time later, what has no file (any more). A place that takes part in the transaction has none of it. */
  async removeLeftovers(_signal: AbortSignal): Promise<void> {}
}
