import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { AdviceWords, ContributionAdvice, WantedAdvice } from '../../domain/advice/advice.policy.js';

const columns = Prisma.sql`
  id::text, municipality_id::text AS "municipalityId", contribution_id::text AS "contributionId", organisation_id::text AS "organisationId", asked_by_organisation_id::text AS "askedByOrganisationId",
  question, question_language AS "questionLanguage", to_char(due_on, 'YYYY-MM-DD') AS "dueOn", asked_at AS "askedAt", advice, advice_language AS "adviceLanguage", given_by_id::text AS "givenById",
  given_at AS "givenAt", revision`;

type NewAdvice = WantedAdvice & Pick<ContributionAdvice, 'id' | 'municipalityId' | 'contributionId' | 'askedByOrganisationId'>;

/** Stores what organisations are asked about contributions, and what they advise. */
@Injectable()
export class AdviceRepository {
  async insert(tx: Transaction, a: NewAdvice): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contribution_advices (id, municipality_id, contribution_id, organisation_id, asked_by_organisation_id, question, question_language, due_on)
      VALUES (${a.id}::uuid, ${a.municipalityId}::uuid, ${a.contributionId}::uuid, ${a.organisationId}::uuid, ${a.askedByOrganisationId}::uuid, ${a.question}, ${a.questionLanguage}, ${a.dueOn}::date)`;
  }

  /** Whichever municipality's; who may see it is the caller's question. @param isLocked nobody else changes it until the end of the transaction */
  async find(tx: Transaction, id: string, isLocked = false): Promise<ContributionAdvice | null> {
    const lock = isLocked ? Prisma.sql`FOR UPDATE` : Prisma.empty;
    const rows = await tx.$queryRaw<ContributionAdvice[]>`SELECT ${columns} FROM contribution_advices WHERE id = ${id}::uuid ${lock}`;
    return rows[0] ?? null;
  }

  /** What is asked about contributions, in the order in which it was. */
  async findMany(tx: Transaction, municipalityId: string, contributionIds: readonly string[]): Promise<ContributionAdvice[]> {
    return tx.$queryRaw<ContributionAdvice[]>`
      SELECT ${columns} FROM contribution_advices WHERE municipality_id = ${municipalityId}::uuid AND contribution_id = ANY (${[...contributionIds]}::uuid[]) ORDER BY asked_at, id`;
  }

  async give(tx: Transaction, { municipalityId, id }: Pick<ContributionAdvice, 'municipalityId' | 'id'>, { text, language }: AdviceWords, personId: string | null): Promise<void> {
    await tx.$executeRaw`
      UPDATE contribution_advices SET advice = ${text}, advice_language = ${language}, given_by_id = ${personId}::uuid, given_at = now(), revision = revision + 1 WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  async remove(tx: Transaction, { municipalityId, id }: Pick<ContributionAdvice, 'municipalityId' | 'id'>): Promise<void> {
    await tx.$executeRaw`DELETE FROM contribution_advices WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }
}
