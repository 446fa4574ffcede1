import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Contribution, ContributionReply, ContributionState } from '../domain/contribution.js';

/** A contribution to be written; the database says when. */
export type NewContribution = Omit<Contribution, 'refusalReason' | 'createdAt' | 'submittedAt' | 'bundleId' | 'assignedOrganisationId' | 'answerBy' | 'isCard'>;
export type NewReply = Omit<ContributionReply, 'createdAt'> & { readonly municipalityId: string };

/** The columns of `contributions c` under the names of the domain. */
export const contributionColumns = Prisma.sql`
  c.id::text, c.municipality_id::text AS "municipalityId", c.edition_id::text AS "editionId", c.section_id::text AS "sectionId", c.target::text AS target,
  c.object_id::text AS "objectId", c.block_id::text AS "blockId", c.quote, c.quote_before AS "quoteBefore", c.kind::text AS kind, c.title, c.text, c.replacement, c.language,
  c.way::text AS way, c.sender, c.received_on::text AS "receivedOn", c.contributor_id::text AS "contributorId", c.organisation_id::text AS "organisationId",
  c.entered_by_id::text AS "enteredById", c.state::text AS state, c.refusal_reason AS "refusalReason", c.created_at AS "createdAt", c.submitted_at AS "submittedAt",
  c.part_of_id::text AS "partOfId", c.bundle_id::text AS "bundleId", c.assigned_organisation_id::text AS "assignedOrganisationId", c.answer_by::text AS "answerBy",
  EXISTS (SELECT 1 FROM cards k WHERE k.id = c.id) AS "isCard"`;

/** Stores contributions and what is said below them. */
@Injectable()
export class ContributionRepository {
  /** Writes a contribution; submitted at once unless it is held. */
  async insert(tx: Transaction, c: NewContribution): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contributions (id, municipality_id, edition_id, section_id, target, object_id, block_id, quote, quote_before, kind, title, text, replacement, language, way, sender,
        received_on, contributor_id, organisation_id, entered_by_id, state, part_of_id, submitted_at)
      VALUES (${c.id}::uuid, ${c.municipalityId}::uuid, ${c.editionId}::uuid, ${c.sectionId}::uuid, ${c.target}::"ContributionTarget", ${c.objectId}::uuid, ${c.blockId}::uuid, ${c.quote},
        ${c.quoteBefore}, ${c.kind}::"ContributionKind", ${c.title}, ${c.text}, ${c.replacement}, ${c.language}, ${c.way}::"ContributionWay", ${c.sender}, ${c.receivedOn}::date,
        ${c.contributorId}::uuid, ${c.organisationId}::uuid, ${c.enteredById}::uuid, ${c.state}::"ContributionState", ${c.partOfId}::uuid, CASE WHEN ${c.state} = 'held' THEN NULL ELSE now() END)`;
  }

  /** Says that a contribution was made and submitted so many days ago. */
  async setAge(tx: Transaction, { municipalityId, id }: Pick<Contribution, 'municipalityId' | 'id'>, days: number): Promise<void> {
    await tx.$executeRaw`
      UPDATE contributions SET created_at = now() - ${days}::int * interval '1 day', submitted_at = now() - ${days}::int * interval '1 day' WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Whichever municipality's; who may see it is the caller's question. @param isLocked nobody else changes it until the end of the transaction */
  async find(tx: Transaction, id: string, isLocked = false): Promise<Contribution | null> {
    const lock = isLocked ? Prisma.sql`FOR UPDATE` : Prisma.empty;
    const rows = await tx.$queryRaw<Contribution[]>`SELECT ${contributionColumns} FROM contributions c WHERE c.id = ${id}::uuid ${lock}`;
    return rows[0] ?? null;
  }

  /** Sets the state, with the database's time of submitting and withdrawing. */
  async setState(tx: Transaction, { municipalityId, id }: Pick<Contribution, 'municipalityId' | 'id'>, state: ContributionState): Promise<void> {
    await tx.$executeRaw`
      UPDATE contributions SET state = ${state}::"ContributionState", submitted_at = CASE WHEN ${state} = 'submitted' THEN now() ELSE submitted_at END,
        withdrawn_at = CASE WHEN ${state} = 'withdrawn' THEN now() ELSE withdrawn_at END
      WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Keeps a contribution from being seen, with the reason. */
  async refuse(tx: Transaction, { municipalityId, id }: Pick<Contribution, 'municipalityId' | 'id'>, reason: string): Promise<void> {
    await tx.$executeRaw`UPDATE contributions SET state = 'refused', refused_at = now(), refusal_reason = ${reason} WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Takes the parts back that a contribution was cut into, as far as they are not answered. @returns their ids */
  async withdrawParts(tx: Transaction, { municipalityId, id }: Pick<Contribution, 'municipalityId' | 'id'>): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE contributions SET state = 'withdrawn', withdrawn_at = now()
      WHERE municipality_id = ${municipalityId}::uuid AND part_of_id = ${id}::uuid AND state IN ('held', 'submitted') RETURNING id::text`;
    return rows.map(({ id: partId }) => partId).toSorted();
  }

  async insertReply(tx: Transaction, r: NewReply): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contribution_replies (id, municipality_id, contribution_id, person_id, organisation_id, text, language)
      VALUES (${r.id}::uuid, ${r.municipalityId}::uuid, ${r.contributionId}::uuid, ${r.personId}::uuid, ${r.organisationId}::uuid, ${r.text}, ${r.language})`;
  }

  /** Takes the person off what she made; the words stay. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE contributions SET contributor_id = NULL WHERE contributor_id = ${personId}::uuid`;
    await tx.$executeRaw`UPDATE contributions SET entered_by_id = NULL WHERE entered_by_id = ${personId}::uuid`;
    await tx.$executeRaw`UPDATE contribution_replies SET person_id = NULL WHERE person_id = ${personId}::uuid`;
    await tx.$executeRaw`UPDATE contribution_advices SET given_by_id = NULL WHERE given_by_id = ${personId}::uuid`;
  }

  async removeMunicipality(tx: Transaction, municipalityId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM contribution_bundles WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM contribution_responses WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM contribution_outcomes WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM reason_texts WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM cards WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM contribution_mentions WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM contribution_replies WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM contribution_advices WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM contributions WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM contribution_releases WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
