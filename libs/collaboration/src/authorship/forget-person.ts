import type { Transaction } from '@konzeptwerkstatt/contracts';

/**
 * Takes a person's id out of everything the collaboration keeps: who owns client ids, log, versions, authorship, presence. Text and
 * organisation stay, so her words show as those of a former member of it. For a subscriber that hears of her erasure.
 */
export async function forgetPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.$executeRaw`UPDATE engine.document_client SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  await tx.$executeRaw`UPDATE engine.document_update SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  await tx.$executeRaw`UPDATE engine.text_author SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  await tx.$executeRaw`UPDATE engine.copied_text SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  await tx.$executeRaw`UPDATE engine.copied_text SET recorded_by_person_id = NULL WHERE recorded_by_person_id = ${personId}::uuid`;
  await tx.$executeRaw`UPDATE engine.document_version SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  // The client ids stay taken; nobody writes under them again.
  await tx.$executeRaw`DELETE FROM engine.document_server_client WHERE actor_key LIKE ${`person/${personId}/%`}`;
  await tx.$executeRaw`DELETE FROM engine.presence WHERE person_id = ${personId}::uuid`;
  // What waits to become an event becomes one of the organisation alone.
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM engine.pending_text_change WHERE person_id = ${personId}::uuid RETURNING document_id, block_id, organisation_id, first_at, last_at)
    INSERT INTO engine.pending_text_change (document_id, block_id, actor_key, organisation_id, first_at, last_at)
    SELECT document_id, block_id, 'system/system/' || COALESCE(organisation_id::text, '-'), organisation_id, min(first_at), max(last_at) FROM gone GROUP BY document_id, block_id, organisation_id
    ON CONFLICT (document_id, block_id, actor_key) DO UPDATE SET last_at = greatest(engine.pending_text_change.last_at, excluded.last_at)`;
}
