import type { Transaction } from '@konzeptwerkstatt/contracts';
import { DecodingFailedError, type DecoderPool } from '../decoding/decoder-pool.js';
import { readAuthorship, storeAuthorship } from './authorship-store.js';

/** What compaction is about to fold: the text so far, and the rows in their order. */
export interface FoldedRows {
  readonly snapshot: Uint8Array | null;
  readonly rows: readonly { readonly payload: Uint8Array }[];
}

/**
 * Finds out who wrote the words of rows before compaction drops what was deleted: afterwards it could not be told. Bytes that the
 * decoder gives up on do not hold compaction up; their words then count as their writer's.
 */
export async function foldAuthorship(tx: Transaction, decoder: Pick<DecoderPool, 'authorship'>, documentId: string, { snapshot, rows }: FoldedRows): Promise<void> {
  const known = (await readAuthorship(tx, [documentId])).get(documentId);
  if (known === undefined) return;
  const { named, kept, copied } = known;
  try {
    const { fresh, removed } = await decoder.authorship({ kept, copied, removed: known.removed, state: snapshot === null ? [] : [snapshot] }, rows.map(({ payload }) => payload));
    await storeAuthorship(tx, documentId, fresh, removed, named);
  } catch (error) {
    if (!(error instanceof DecodingFailedError)) throw error;
  }
}
