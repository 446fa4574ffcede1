import { compactDocumentJob, type JobProcessor, type Transaction } from '@konzeptwerkstatt/contracts';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { lockDocument, readStored, updatesOf } from '../documents/document-store.js';

/** Runs work in one database transaction; `PrismaDatabase` fits it. */
export interface Transactions {
  runInTransaction<T>(work: (tx: Transaction) => Promise<T>, options?: { readonly timeout?: number }): Promise<T>;
}

/**
 * Folds the projected rows of a log into the snapshot. Deletes exactly the rows it has read: numbers commit out of order,
 * so "everything up to n" would lose some.
 */
export class CompactDocumentProcessor implements JobProcessor<{ documentId: string }> {
  readonly job = compactDocumentJob;

  constructor(private readonly database: Transactions, private readonly decoder: Pick<DecoderPool, 'merge'>) {}

  async process({ documentId }: { documentId: string }): Promise<void> {
    await this.database.runInTransaction((tx) => this.compact(tx, documentId), { timeout: this.job.timeoutMs });
  }

  private async compact(tx: Transaction, documentId: string): Promise<void> {
    await lockDocument(tx, documentId);
    const stored = await readStored(tx, documentId);
    const rows = stored.rows.filter(({ projected }) => projected);
    if (rows.length === 0) return;
    const { state, stateVector } = await this.decoder.merge(updatesOf({ snapshot: stored.snapshot, rows }));
    await tx.$executeRaw`
      INSERT INTO engine.document_snapshot AS s (document_id, state, state_vector) VALUES (${documentId}::uuid, ${Buffer.from(state)}, ${Buffer.from(stateVector)})
      ON CONFLICT (document_id) DO UPDATE SET state = excluded.state, state_vector = excluded.state_vector, version = s.version + 1, created_at = now()`;
    const ids = rows.map(({ id }) => BigInt(id));
    await tx.$executeRaw`DELETE FROM engine.document_update WHERE id = ANY (${ids}::bigint[])`;
    await tx.$executeRaw`
      UPDATE engine.document SET byte_size = ${state.length}::bigint
        + (SELECT COALESCE(sum(octet_length(payload)), 0)::bigint FROM engine.document_update WHERE document_id = ${documentId}::uuid)
      WHERE id = ${documentId}::uuid`;
  }
}
