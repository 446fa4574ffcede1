import type { Transaction } from '@konzeptwerkstatt/contracts';
import { EMPTY_UPDATE } from '@konzeptwerkstatt/document-model';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { compactDocument } from './compaction.js';

/** Names the one row of a copy in the log. */
interface CopyRow {
  readonly node: string;
  readonly counter: bigint;
}

/**
 * Gives a new, empty document everything another one says, with the same client ids, so that all words keep their authors. The source
 * is compacted first: then who wrote what stands in tables, and the copy needs no history. The row without content is what the copy's projection begins with.
 * @param source all of whose rows are projected
 */
export async function copyDocument(tx: Transaction, source: string, target: string, decoder: Pick<DecoderPool, 'merge' | 'authorship'>, row: CopyRow): Promise<void> {
  await compactDocument(tx, source, decoder);
  await tx.$executeRaw`
    INSERT INTO engine.document_snapshot (document_id, state, state_vector)
    SELECT ${target}::uuid, state, state_vector FROM engine.document_snapshot WHERE document_id = ${source}::uuid`;
  await tx.$executeRaw`
    INSERT INTO engine.document_client (document_id, client_id, person_id, guest_id, organisation_id, gathering_id, claimed_at)
    SELECT ${target}::uuid, client_id, person_id, guest_id, organisation_id, gathering_id, claimed_at FROM engine.document_client WHERE document_id = ${source}::uuid`;
  await tx.$executeRaw`
    INSERT INTO engine.text_author (document_id, client_id, clock_from, clock_to, author_client_id, person_id, guest_id, organisation_id, gathering_id)
    SELECT ${target}::uuid, client_id, clock_from, clock_to, author_client_id, person_id, guest_id, organisation_id, gathering_id FROM engine.text_author WHERE document_id = ${source}::uuid`;
  await tx.$executeRaw`
    INSERT INTO engine.document_update (document_id, node, counter, payload) VALUES (${target}::uuid, ${row.node}::uuid, ${row.counter}::bigint, ${Buffer.from(EMPTY_UPDATE)})`;
  await tx.$executeRaw`
    UPDATE engine.document SET byte_size = (SELECT byte_size FROM engine.document WHERE id = ${source}::uuid), schema_version = (SELECT schema_version FROM engine.document WHERE id = ${source}::uuid)
    WHERE id = ${target}::uuid`;
}
