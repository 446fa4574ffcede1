import { Injectable } from '@nestjs/common';
import { actorKey, SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';

/** What one actor has written in one section since her last event. */
export interface QuietTextChange {
  readonly municipalityId: string;
  readonly editionId: string;
  readonly sectionId: string;
  readonly blockIds: readonly string[];
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/** Text changes that wait for a quiet moment before they become an event. */
@Injectable()
export class PendingTextChangeRepository {
  /** Notes that actors wrote in blocks of a document; a repeated note only moves the moment of the last change. */
  async note(tx: Transaction, documentId: string, texts: readonly { readonly blockId: string; readonly actor: Actor }[]): Promise<void> {
    const notes = new Map(texts.map((text) => [`${text.blockId} ${actorKey(text.actor)}`, text]));
    if (notes.size === 0) return;
    const rows = [...notes.values()].map(({ blockId, actor }) => ({ block: blockId, key: actorKey(actor), person: actor.personId, organisation: actor.organisationId }));
    await tx.$executeRaw`
      INSERT INTO engine.pending_text_change AS pending (document_id, block_id, actor_key, person_id, organisation_id, first_at, last_at)
      SELECT ${documentId}::uuid, r.block, r.key, r.person, r.organisation, clock_timestamp(), clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (block uuid, key text, person uuid, organisation uuid)
      ON CONFLICT (document_id, block_id, actor_key) DO UPDATE SET last_at = excluded.last_at`;
  }

  /**
   * Takes out what has been quiet for so many milliseconds or has waited for the longest time, one entry per section and
   * actor. Rows that another process holds are left to it.
   */
  async takeQuiet(tx: Transaction, quietMs: number, longestMs: number): Promise<QuietTextChange[]> {
    return tx.$queryRaw<QuietTextChange[]>`
      WITH due AS (
        SELECT document_id, actor_key FROM engine.pending_text_change
        GROUP BY document_id, actor_key
        HAVING max(last_at) <= clock_timestamp() - ${quietMs} * interval '1 millisecond'
            OR min(first_at) <= clock_timestamp() - ${longestMs} * interval '1 millisecond'
      ), mine AS (
        SELECT p.document_id, p.block_id, p.actor_key FROM engine.pending_text_change p JOIN due USING (document_id, actor_key) FOR UPDATE OF p SKIP LOCKED
      ), taken AS (
        DELETE FROM engine.pending_text_change p USING mine
        WHERE p.document_id = mine.document_id AND p.block_id = mine.block_id AND p.actor_key = mine.actor_key
        RETURNING p.*
      )
      SELECT s.municipality_id AS "municipalityId", s.edition_id AS "editionId", s.id AS "sectionId",
        array_agg(taken.block_id::text ORDER BY taken.first_at, taken.block_id) AS "blockIds", taken.person_id AS "personId", taken.organisation_id AS "organisationId"
      FROM taken JOIN sections s ON s.document_id = taken.document_id
      WHERE s.removed_at IS NULL
      GROUP BY s.municipality_id, s.edition_id, s.id, taken.actor_key, taken.person_id, taken.organisation_id`;
  }
}

/** The actor of a change that waited. */
export function actorOfTextChange(change: QuietTextChange): Actor {
  if (change.personId === null) return SYSTEM_ACTOR;
  return { ...SYSTEM_ACTOR, kind: 'person', personId: change.personId, organisationId: change.organisationId, municipalityId: change.municipalityId };
}
