import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Mention } from '../domain/mention.policy.js';

/** A mention as it is found, with who wrote the reply that it stands in. */
export interface StoredMention extends Mention {
  /** Who wrote the reply; null where the contribution itself mentions, and after erasure. */
  readonly replierId: string | null;
}

/** Stores whom contributions and replies mention. */
@Injectable()
export class MentionRepository {
  async insert(tx: Transaction, { id, municipalityId, contributionId, replyId, personId, organisationId }: Mention): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contribution_mentions (id, municipality_id, contribution_id, reply_id, person_id, organisation_id)
      VALUES (${id}::uuid, ${municipalityId}::uuid, ${contributionId}::uuid, ${replyId}::uuid, ${personId}::uuid, ${organisationId}::uuid)`;
  }

  /** The mentions of contributions and of the replies below them. */
  async findMany(tx: Transaction, municipalityId: string, contributionIds: readonly string[]): Promise<StoredMention[]> {
    return tx.$queryRaw<StoredMention[]>`
      SELECT m.id::text, m.municipality_id::text AS "municipalityId", m.contribution_id::text AS "contributionId", m.reply_id::text AS "replyId", m.person_id::text AS "personId", m.organisation_id::text AS "organisationId",
        r.person_id::text AS "replierId"
      FROM contribution_mentions m LEFT JOIN contribution_replies r ON r.id = m.reply_id
      WHERE m.municipality_id = ${municipalityId}::uuid AND m.contribution_id = ANY (${[...contributionIds]}::uuid[]) ORDER BY m.id`;
  }

  /** Takes the person out of where she is mentioned; the texts hold no name. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE contribution_mentions SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  }
}
