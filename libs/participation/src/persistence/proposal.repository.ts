import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { ProposalReaction } from '../domain/response-proposal.policy.js';

export type NewReaction = Omit<ProposalReaction, 'revision' | 'reactedAt'>;

/** Stores in which processes answers are proposed first, until when, and what is said to them. */
@Injectable()
export class ProposalRepository {
  /** For how many days answers are proposed, by process; those in which they are not are left out. */
  async findDays(tx: Transaction, municipalityId: string, processIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.$queryRaw<{ processId: string; days: number }[]>`
      SELECT process_id::text AS "processId", days FROM consent_rules WHERE municipality_id = ${municipalityId}::uuid AND process_id = ANY (${[...processIds]}::uuid[])`;
    return new Map(rows.map(({ processId, days }) => [processId, days]));
  }

  /** @param days null: answers are published without being proposed */
  async setDays(tx: Transaction, municipalityId: string, processId: string, days: number | null): Promise<void> {
    if (days === null) await tx.$executeRaw`DELETE FROM consent_rules WHERE municipality_id = ${municipalityId}::uuid AND process_id = ${processId}::uuid`;
    else await tx.$executeRaw`INSERT INTO consent_rules (process_id, municipality_id, days) VALUES (${processId}::uuid, ${municipalityId}::uuid, ${days}) ON CONFLICT (process_id) DO UPDATE SET days = excluded.days`;
  }

  /** Proposes an answer in a revision of its own, so that what was said to earlier ones does not count for it. @returns that revision */
  async propose(tx: Transaction, municipalityId: string, subjectId: string, until: Date): Promise<number> {
    const [row] = await tx.$queryRaw<{ revision: number }[]>`
      UPDATE contribution_responses SET proposed_until = ${until}, revision = revision + 1, updated_at = now() WHERE municipality_id = ${municipalityId}::uuid AND subject_id = ${subjectId}::uuid RETURNING revision`;
    if (row === undefined) throw new Error('The answer that is proposed is locked and must be there.');
    return row.revision;
  }

  /** Answers to these are no longer proposed: they are now answered with others, or in parts. */
  async end(tx: Transaction, municipalityId: string, subjectIds: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE contribution_responses SET proposed_until = NULL WHERE municipality_id = ${municipalityId}::uuid AND subject_id = ANY (${[...subjectIds]}::uuid[]) AND published_at IS NULL`;
  }

  /** Keeps why an answer is published although somebody objected. */
  async setDespite(tx: Transaction, municipalityId: string, subjectId: string, reason: string): Promise<void> {
    await tx.$executeRaw`UPDATE contribution_responses SET despite_objection = ${reason} WHERE municipality_id = ${municipalityId}::uuid AND subject_id = ${subjectId}::uuid`;
  }

  /** What was said to answers, the newest first, earlier wordings included. */
  async findReactions(tx: Transaction, municipalityId: string, subjectIds: readonly string[]): Promise<ProposalReaction[]> {
    return tx.$queryRaw<ProposalReaction[]>`
      SELECT contribution_id::text AS "contributionId", response_revision AS "responseRevision", municipality_id::text AS "municipalityId", subject_id::text AS "subjectId", is_accepted AS "isAccepted", reason,
        organisation_id::text AS "organisationId", person_id::text AS "personId", revision, reacted_at AS "reactedAt"
      FROM proposal_reactions WHERE municipality_id = ${municipalityId}::uuid AND subject_id = ANY (${[...subjectIds]}::uuid[]) ORDER BY reacted_at DESC, contribution_id`;
  }

  /** Writes what somebody says to a proposed answer, or changes it. */
  async saveReaction(tx: Transaction, r: NewReaction): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO proposal_reactions (contribution_id, response_revision, municipality_id, subject_id, is_accepted, reason, organisation_id, person_id)
      VALUES (${r.contributionId}::uuid, ${r.responseRevision}, ${r.municipalityId}::uuid, ${r.subjectId}::uuid, ${r.isAccepted}, ${r.reason}, ${r.organisationId}::uuid, ${r.personId}::uuid)
      ON CONFLICT (contribution_id, response_revision) DO UPDATE SET is_accepted = excluded.is_accepted, reason = excluded.reason, organisation_id = excluded.organisation_id, person_id = excluded.person_id,
        revision = proposal_reactions.revision + 1, reacted_at = now()`;
  }

  /** Takes the person off what she said; the words stay. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE proposal_reactions SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  }

  async removeMunicipality(tx: Transaction, municipalityId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM proposal_reactions WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM consent_rules WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
