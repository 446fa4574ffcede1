import { compactDocumentJob, type JobProcessor, type Transaction } from '@konzeptwerkstatt/contracts';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { compactDocument } from '../documents/compaction.js';

/** Runs work in one database transaction; `PrismaDatabase` fits it. */
export interface Transactions {
  runInTransaction<T>(work: (tx: Transaction) => Promise<T>, options?: { readonly timeout?: number }): Promise<T>;
}

/** Folds the projected rows of a document's log into its snapshot, in one transaction. */
export class CompactDocumentProcessor implements JobProcessor<{ documentId: string }> {
  readonly job = compactDocumentJob;

  constructor(private readonly database: Transactions, private readonly decoder: Pick<DecoderPool, 'merge' | 'authorship'>) {}

  async process({ documentId }: { documentId: string }): Promise<void> {
    await this.database.runInTransaction((tx) => compactDocument(tx, documentId, this.decoder), { timeout: this.job.timeoutMs });
  }
}
