import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Mention } from '../domain/mention.policy.js';

/** Stores whom contributions and replies mention. */
@Injectable()
export class MentionRepository {
  async insert(tx: Transaction, { id, municipalityId, contributionId, replyId, personId, organisationId }: Mention): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contribution_mentions (id, municipality_id, contribution_id, reply_id, person_id, organisation_id)
      VALUES (${id}::uuid, ${municipalityId}::uuid, ${contributionId}::uuid, ${replyId}::uuid, ${personId}::uuid, ${organisationId}::uuid)`;
  }

  /** The mentions of contributions and of the replies below them. */
  async findMany(tx: Transaction, municipalityId: string, contributionIds: readonly string[]): Promise<Mention[]> {
    return tx.$queryRaw<Mention[]>`
      SELECT id::text, municipality_id::text AS "municipalityId", contribution_id::text AS "contributionId", reply_id::text AS "replyId", person_id::text AS "personId", organisation_id::text AS "organisationId"
      FROM contribution_mentions WHERE municipality_id = ${municipalityId}::uuid AND contribution_id = ANY (${[...contributionIds]}::uuid[]) ORDER BY id`;
  }

  /** Takes the person out of where she is mentioned; the texts hold no name. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE contribution_mentions SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  }
}
