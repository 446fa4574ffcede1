import { newRandomId, type Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import * as Y from 'yjs';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { authorOfRow, readAuthorship } from './authorship-store.js';
import { storeCopies } from './copied-text.store.js';

/** A change that brings back an earlier state of its own document. */
export interface Restoring {
  readonly documentId: string;
  /** The change, as it is appended to the log in the same transaction. */
  readonly update: Uint8Array;
  /** The earlier state, encoding V1. */
  readonly state: Uint8Array;
  /** Under whom the change is appended. */
  readonly actor: Actor;
}

type OwnerRow = Parameters<typeof authorOfRow>[0] & { readonly client_id: number };

/**
 * Notes that the words of a change come from an earlier state of the same text, so that they keep the authors they had there.
 * For whoever restores a version: call it in the transaction that appends the change.
 * @throws DecodingFailedError when the state does not decode
 */
export async function recordRestoring(tx: Transaction, decoder: Pick<DecoderPool, 'authorship'>, { documentId, update, state, actor }: Restoring): Promise<void> {
  const known = (await readAuthorship(tx, [documentId])).get(documentId);
  if (known === undefined) return;
  const { passages } = await decoder.authorship({ kept: known.kept, removed: [], copied: [], state: [state] }, []);
  const owners = await tx.$queryRaw<OwnerRow[]>`
    SELECT client_id::float8, person_id::text, guest_id::text, organisation_id::text, gathering_id::text FROM engine.document_client WHERE document_id = ${documentId}::uuid`;
  const ownerOf = new Map(owners.map((row) => [row.client_id, authorOfRow(row)]));
  const nobody = { personId: null, guestId: null, organisationId: null, gatheringId: null };
  const lines = [...Map.groupBy(passages, ({ blockId }) => blockId).values()].map((line) => ({
    passage: newRandomId(), words: line.map(({ words, author }) => ({ words, author: known.named.find(author) ?? ownerOf.get(author) ?? nobody })),
  }));
  const { from, to } = Y.parseUpdateMeta(update);
  for (const [clientId, end] of to) await storeCopies(tx, { documentId, clientId, from: from.get(clientId) ?? 0, to: end, actor }, lines);
}
