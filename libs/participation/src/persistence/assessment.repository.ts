import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { newId } from '@konzeptwerkstatt/kernel';
import type { HandedInRating, Rating } from '../domain/assessment.policy.js';

/** Whose assessment of which edition. */
export interface AssessmentKey {
  readonly municipalityId: string;
  readonly editionId: string;
  readonly personId: string;
}

export interface StoredAssessment {
  readonly id: string;
  readonly handedInAt: Date | null;
}

/** Stores how people rate concepts. */
@Injectable()
export class AssessmentRepository {
  async find(tx: Transaction, { municipalityId, editionId, personId }: AssessmentKey): Promise<StoredAssessment | null> {
    const rows = await tx.$queryRaw<StoredAssessment[]>`
      SELECT id::text, handed_in_at AS "handedInAt" FROM concept_assessments WHERE municipality_id = ${municipalityId}::uuid AND edition_id = ${editionId}::uuid AND person_id = ${personId}::uuid`;
    return rows[0] ?? null;
  }

  /** Hers, begun if there is none; nobody else writes it until the end of the transaction. */
  async begin(tx: Transaction, { municipalityId, editionId, personId }: AssessmentKey, organisationId: string | null): Promise<StoredAssessment> {
    await tx.$executeRaw`
      INSERT INTO concept_assessments (id, municipality_id, edition_id, person_id, organisation_id) VALUES (${newId()}::uuid, ${municipalityId}::uuid, ${editionId}::uuid, ${personId}::uuid, ${organisationId}::uuid)
      ON CONFLICT (edition_id, person_id) DO NOTHING`;
    const [row] = await tx.$queryRaw<StoredAssessment[]>`
      SELECT id::text, handed_in_at AS "handedInAt" FROM concept_assessments WHERE municipality_id = ${municipalityId}::uuid AND edition_id = ${editionId}::uuid AND person_id = ${personId}::uuid FOR UPDATE`;
    if (row === undefined) throw new Error('The assessment that was just begun is not there');
    return row;
  }

  async saveRatings(tx: Transaction, municipalityId: string, assessmentId: string, ratings: readonly Rating[]): Promise<void> {
    await tx.$executeRaw`DELETE FROM concept_assessment_ratings WHERE municipality_id = ${municipalityId}::uuid AND assessment_id = ${assessmentId}::uuid`;
    for (const { criterion, rating, comment } of ratings) {
      await tx.$executeRaw`
        INSERT INTO concept_assessment_ratings (assessment_id, municipality_id, criterion, rating, comment) VALUES (${assessmentId}::uuid, ${municipalityId}::uuid, ${criterion}, ${rating}::int, ${comment.trim()})`;
    }
  }

  async handIn(tx: Transaction, municipalityId: string, assessmentId: string): Promise<void> {
    await tx.$executeRaw`UPDATE concept_assessments SET handed_in_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${assessmentId}::uuid`;
  }

  async ratings(tx: Transaction, municipalityId: string, assessmentId: string): Promise<Rating[]> {
    return tx.$queryRaw<Rating[]>`SELECT criterion, rating, comment FROM concept_assessment_ratings WHERE municipality_id = ${municipalityId}::uuid AND assessment_id = ${assessmentId}::uuid ORDER BY criterion`;
  }

  async countHandedIn(tx: Transaction, municipalityId: string, editionId: string): Promise<number> {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM concept_assessments WHERE municipality_id = ${municipalityId}::uuid AND edition_id = ${editionId}::uuid AND handed_in_at IS NOT NULL`;
    return row?.count ?? 0;
  }

  /** All that is handed in, in an order that says nothing about who it is from. */
  async handedIn(tx: Transaction, municipalityId: string, editionId: string): Promise<HandedInRating[]> {
    return tx.$queryRaw<HandedInRating[]>`
      SELECT r.criterion, r.rating, r.comment, a.person_id::text AS "personId" FROM concept_assessments a JOIN concept_assessment_ratings r ON r.assessment_id = a.id AND r.municipality_id = a.municipality_id
      WHERE a.municipality_id = ${municipalityId}::uuid AND a.edition_id = ${editionId}::uuid AND a.handed_in_at IS NOT NULL ORDER BY md5(r.criterion || a.id::text)`;
  }

  /** Takes the person off what she rated; how all see it together stays. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    // What was never handed in is nobody's any more.
    await tx.$executeRaw`DELETE FROM concept_assessments WHERE person_id = ${personId}::uuid AND handed_in_at IS NULL`;
    await tx.$executeRaw`UPDATE concept_assessments SET person_id = NULL WHERE person_id = ${personId}::uuid`;
  }

  async removeMunicipality(tx: Transaction, municipalityId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM concept_assessment_ratings WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM concept_assessments WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
