import type { Transaction } from '@konzeptwerkstatt/contracts';
import { forgetCopies } from '../authorship/authorship-store.js';
import { foldAuthorship } from '../authorship/fold-authorship.js';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { readStateVector } from '../walk/state-vector.js';
import { lockDocument, readStored, updatesOf } from './document-store.js';

/**
 * Folds the projected rows of a log into the snapshot. Deletes exactly the rows it has read: numbers commit out of order,
 * so "everything up to n" would lose some.
 */
export async function compactDocument(tx: Transaction, documentId: string, decoder: Pick<DecoderPool, 'merge' | 'authorship'>): Promise<void> {
  await lockDocument(tx, documentId);
  const stored = await readStored(tx, documentId);
  const rows = stored.rows.filter(({ projected }) => projected);
  if (rows.length === 0) return;
  const merging = decoder.merge(updatesOf({ snapshot: stored.snapshot, rows }));
  // Waited for below; should what comes first fail, nobody waits any more.
  merging.catch(() => undefined);
  await foldAuthorship(tx, decoder, documentId, { snapshot: stored.snapshot, rows });
  const { state, stateVector } = await merging;
  await forgetCopies(tx, documentId, readStateVector(stateVector));
  await tx.$executeRaw`
    INSERT INTO engine.document_snapshot AS s (document_id, state, state_vector) VALUES (${documentId}::uuid, ${Buffer.from(state)}, ${Buffer.from(stateVector)})
    ON CONFLICT (document_id) DO UPDATE SET state = excluded.state, state_vector = excluded.state_vector, version = s.version + 1, created_at = now()`;
  const ids = rows.map(({ id }) => BigInt(id));
  await tx.$executeRaw`DELETE FROM engine.document_update WHERE document_id = ${documentId}::uuid AND id = ANY (${ids}::bigint[])`;
  await tx.$executeRaw`
    UPDATE engine.document SET byte_size = ${state.length}::bigint
      + (SELECT COALESCE(sum(octet_length(payload)), 0)::bigint FROM engine.document_update WHERE document_id = ${documentId}::uuid)
    WHERE id = ${documentId}::uuid`;
}
