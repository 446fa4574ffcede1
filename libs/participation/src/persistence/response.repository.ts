import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Contribution } from '../domain/contribution.js';
import type { ContributionResponse, Outcome, ReasonText } from '../domain/response.policy.js';
import { contributionColumns } from './contribution.repository.js';

const columns = Prisma.sql`
  subject_id::text AS "subjectId", municipality_id::text AS "municipalityId", verdict::text AS verdict, reasons, contact_organisation_id::text AS "contactOrganisationId", revision,
  changed_by_organisation_id::text AS "changedByOrganisationId", updated_at AS "updatedAt", published_at AS "publishedAt", proposed_until AS "proposedUntil", despite_objection AS "despiteObjection"`;

export type ResponseDraft = Pick<ContributionResponse, 'subjectId' | 'municipalityId' | 'verdict' | 'reasons' | 'contactOrganisationId' | 'changedByOrganisationId'>;

/** Stores bundles, who is to answer, answers, what they led to, and text blocks. */
@Injectable()
export class ResponseRepository {
  /** The contributions with their locks, in one order, so that two who choose the same wait for each other. */
  async lockContributions(tx: Transaction, ids: readonly string[]): Promise<Contribution[]> {
    return tx.$queryRaw<Contribution[]>`SELECT ${contributionColumns} FROM contributions c WHERE c.id = ANY (${[...ids]}::uuid[]) ORDER BY c.id FOR UPDATE`;
  }

  /** What is answered under one subject: a contribution, or all of a bundle; what was taken back is left out. @param isLocked nobody else changes them until the end of the transaction */
  async findBySubjects(tx: Transaction, subjectIds: readonly string[], isLocked = false): Promise<Contribution[]> {
    const lock = isLocked ? Prisma.sql`FOR UPDATE` : Prisma.empty;
    return tx.$queryRaw<Contribution[]>`
      SELECT ${contributionColumns} FROM contributions c WHERE (c.bundle_id = ANY (${[...subjectIds]}::uuid[]) OR (c.bundle_id IS NULL AND c.id = ANY (${[...subjectIds]}::uuid[]))) AND c.state IN ('submitted', 'answered') ORDER BY c.id ${lock}`;
  }

  /** @param isLocked nobody else writes it until the end of the transaction, even if it does not exist yet */
  async find(tx: Transaction, subjectId: string, isLocked = false): Promise<ContributionResponse | null> {
    if (isLocked) await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`participation.response/${subjectId}`}, 0))`;
    const rows = await tx.$queryRaw<ContributionResponse[]>`SELECT ${columns} FROM contribution_responses WHERE subject_id = ${subjectId}::uuid`;
    return rows[0] ?? null;
  }

  async findMany(tx: Transaction, municipalityId: string, subjectIds: readonly string[]): Promise<ContributionResponse[]> {
    return tx.$queryRaw<ContributionResponse[]>`SELECT ${columns} FROM contribution_responses WHERE municipality_id = ${municipalityId}::uuid AND subject_id = ANY (${[...subjectIds]}::uuid[])`;
  }

  /** Writes an answer or changes it; what was published stays so, what was proposed no longer is. */
  async save(tx: Transaction, r: ResponseDraft): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contribution_responses (subject_id, municipality_id, verdict, reasons, contact_organisation_id, changed_by_organisation_id)
      VALUES (${r.subjectId}::uuid, ${r.municipalityId}::uuid, ${r.verdict}::"ResponseVerdict", ${r.reasons}, ${r.contactOrganisationId}::uuid, ${r.changedByOrganisationId}::uuid)
      ON CONFLICT (subject_id) DO UPDATE SET verdict = excluded.verdict, reasons = excluded.reasons, contact_organisation_id = excluded.contact_organisation_id,
        changed_by_organisation_id = excluded.changed_by_organisation_id, revision = contribution_responses.revision + 1, updated_at = now(), proposed_until = NULL`;
  }

  /** Publishes answers; the contributions count as answered, and so does what was cut into parts once all parts are. */
  async publish(tx: Transaction, municipalityId: string, subjectIds: readonly string[], contributions: readonly Contribution[]): Promise<void> {
    const ids = contributions.map(({ id }) => id);
    await tx.$executeRaw`UPDATE contribution_responses SET published_at = now(), proposed_until = NULL WHERE municipality_id = ${municipalityId}::uuid AND subject_id = ANY (${[...subjectIds]}::uuid[])`;
    await tx.$executeRaw`UPDATE contributions SET state = 'answered' WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${ids}::uuid[]) AND state = 'submitted'`;
    await tx.$executeRaw`
      UPDATE contributions w SET state = 'answered' WHERE w.municipality_id = ${municipalityId}::uuid AND w.state = 'submitted'
        AND EXISTS (SELECT 1 FROM contributions p WHERE p.part_of_id = w.id AND p.id = ANY (${ids}::uuid[]))
        AND NOT EXISTS (SELECT 1 FROM contributions p WHERE p.part_of_id = w.id AND p.state = 'submitted')`;
  }

  /** Whether one of them was cut into parts, which are answered in its place. */
  async isAnyCut(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM contributions WHERE municipality_id = ${municipalityId}::uuid AND part_of_id = ANY (${[...ids]}::uuid[]) LIMIT 1`;
    return rows.length > 0;
  }

  async insertBundle(tx: Transaction, bundle: { readonly id: string; readonly municipalityId: string; readonly editionId: string; readonly title: string }): Promise<void> {
    await tx.$executeRaw`INSERT INTO contribution_bundles (id, municipality_id, edition_id, title) VALUES (${bundle.id}::uuid, ${bundle.municipalityId}::uuid, ${bundle.editionId}::uuid, ${bundle.title})`;
  }

  async findBundleTitle(tx: Transaction, municipalityId: string, id: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ title: string }[]>`SELECT title FROM contribution_bundles WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
    return rows[0]?.title ?? null;
  }

  async setBundle(tx: Transaction, municipalityId: string, ids: readonly string[], bundleId: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE contributions SET bundle_id = ${bundleId}::uuid WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[])`;
  }

  async assign(tx: Transaction, municipalityId: string, ids: readonly string[], to: { readonly organisationId: string | null; readonly answerBy: string | null }): Promise<void> {
    await tx.$executeRaw`
      UPDATE contributions SET assigned_organisation_id = ${to.organisationId}::uuid, answer_by = ${to.answerBy}::date, assigned_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[])`;
  }

  /** Gives a contribution to an office, to be answered in so many days. */
  async assignIn(tx: Transaction, municipalityId: string, id: string, { organisationId, inDays }: { readonly organisationId: string; readonly inDays: number }): Promise<void> {
    await tx.$executeRaw`
      UPDATE contributions SET assigned_organisation_id = ${organisationId}::uuid, answer_by = current_date + ${inDays}::int WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Says that an answer was published so many days ago. */
  async setPublished(tx: Transaction, municipalityId: string, subjectId: string, days: number): Promise<void> {
    await tx.$executeRaw`
      UPDATE contribution_responses SET published_at = now() - ${days}::int * interval '1 day', updated_at = now() - ${days}::int * interval '1 day' WHERE municipality_id = ${municipalityId}::uuid AND subject_id = ${subjectId}::uuid`;
  }

  /** Contributions of an edition whose answer is published count as answered. */
  async settleAnswered(tx: Transaction, municipalityId: string, editionId: string): Promise<void> {
    await tx.$executeRaw`
      UPDATE contributions c SET state = 'answered' FROM contribution_responses r
      WHERE c.municipality_id = ${municipalityId}::uuid AND c.edition_id = ${editionId}::uuid AND c.state = 'submitted' AND r.subject_id = coalesce(c.bundle_id, c.id) AND r.published_at IS NOT NULL`;
  }

  /** The same outcome twice is one. */
  async insertOutcome(tx: Transaction, municipalityId: string, { subjectId, kind, sectionId, blockId, objectId }: Omit<Outcome, 'id' | 'municipalityId'>): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contribution_outcomes (id, municipality_id, subject_id, kind, section_id, block_id, object_id)
      VALUES (${newId()}::uuid, ${municipalityId}::uuid, ${subjectId}::uuid, ${kind}, ${sectionId}::uuid, ${blockId}::uuid, ${objectId}::uuid) ON CONFLICT (subject_id, block_id) DO NOTHING`;
  }

  async findOutcomes(tx: Transaction, municipalityId: string, subjectIds: readonly string[]): Promise<Outcome[]> {
    return tx.$queryRaw<Outcome[]>`
      SELECT id::text, municipality_id::text AS "municipalityId", subject_id::text AS "subjectId", kind, section_id::text AS "sectionId", block_id::text AS "blockId", object_id::text AS "objectId"
      FROM contribution_outcomes WHERE municipality_id = ${municipalityId}::uuid AND subject_id = ANY (${[...subjectIds]}::uuid[]) ORDER BY created_at, id`;
  }

  /** Answered contributions that goals or measures go back to. */
  async findBehind(tx: Transaction, objectIds: readonly string[]): Promise<Contribution[]> {
    return tx.$queryRaw<Contribution[]>`
      SELECT ${contributionColumns} FROM contributions c
      WHERE c.state = 'answered' AND EXISTS (SELECT 1 FROM contribution_outcomes o WHERE o.subject_id IN (c.id, c.bundle_id) AND o.object_id = ANY (${[...objectIds]}::uuid[])) ORDER BY c.id`;
  }

  async reasonTexts(tx: Transaction, municipalityId: string): Promise<ReasonText[]> {
    return tx.$queryRaw<ReasonText[]>`SELECT id::text, title, text FROM reason_texts WHERE municipality_id = ${municipalityId}::uuid ORDER BY lower(title), id LIMIT 200`;
  }

  async saveReasonText(tx: Transaction, municipalityId: string, { id, title, text }: ReasonText): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO reason_texts (id, municipality_id, title, text) VALUES (${id}::uuid, ${municipalityId}::uuid, ${title}, ${text})
      ON CONFLICT (id) DO UPDATE SET title = excluded.title, text = excluded.text WHERE reason_texts.municipality_id = ${municipalityId}::uuid`;
  }

  /** @returns false when there was none */
  async removeReasonText(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    return (await tx.$executeRaw`DELETE FROM reason_texts WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`) > 0;
  }
}
