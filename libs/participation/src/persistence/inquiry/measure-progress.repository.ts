import { Injectable } from '@nestjs/common';
import type { MeasureStatus } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { InquiryRecipient, InquirySubmission } from '../../domain/inquiry/inquiry.js';
import type { MeasureRef } from './party-answer.repository.js';

/** What an organisation reported of a measure in one round. */
export interface MeasureProgress {
  readonly measureId: string;
  readonly organisationId: string;
  readonly inquiryId: string;
  readonly status: MeasureStatus;
  readonly done: string | null;
  /** People reached, as decimal text. */
  readonly reached: string | null;
  readonly evidence: string | null;
  readonly obstacles: string | null;
  readonly nextStep: string | null;
  /** Why it is paused or dropped. */
  readonly reason: string | null;
  readonly reportedAt: Date;
}

/** How far a measure is by its newest report. */
export type ReportedStatus = Pick<MeasureProgress, 'measureId' | 'status' | 'reportedAt'>;

/** Stores what organisations reported of their measures. The text of a concept says what was planned, and after its adoption never changes. */
@Injectable()
export class MeasureProgressRepository {
  /** A correction takes the place of what the organisation reported in the same round before. */
  async save(tx: Transaction, { municipalityId, organisationId, inquiryId }: InquiryRecipient, { id, lines, handedInAt }: InquirySubmission): Promise<void> {
    const rows = JSON.stringify(lines.flatMap(({ measureId, answers }) => (measureId === null || answers['status'] === undefined ? [] : [{
      measure_id: measureId, status: answers['status'], done: answers['done'], reached: answers['reached'], evidence: answers['evidence'], obstacles: answers['obstacles'], next_step: answers['nextStep'], reason: answers['reason'],
    }])));
    await tx.$executeRaw`
      INSERT INTO measure_progress (measure_id, inquiry_id, organisation_id, municipality_id, status, done, reached, evidence, obstacles, next_step, reason, submission_id, reported_at)
      SELECT measure_id, ${inquiryId}::uuid, ${organisationId}::uuid, ${municipalityId}::uuid, status::"MeasureStatus", done, reached, evidence, obstacles, next_step, reason, ${id}::uuid, ${handedInAt}
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(measure_id uuid, status text, done text, reached numeric, evidence text, obstacles text, next_step text, reason text)
      ON CONFLICT (measure_id, inquiry_id, organisation_id) DO UPDATE SET status = excluded.status, done = excluded.done, reached = excluded.reached, evidence = excluded.evidence,
        obstacles = excluded.obstacles, next_step = excluded.next_step, reason = excluded.reason, submission_id = excluded.submission_id, reported_at = excluded.reported_at
      WHERE measure_progress.reported_at <= excluded.reported_at`;
  }

  /** What was reported of measures, each with the municipality it belongs to; newest first. */
  async findByMeasures(tx: Transaction, measures: readonly MeasureRef[]): Promise<MeasureProgress[]> {
    return tx.$queryRaw<MeasureProgress[]>`
      SELECT measure_id::text AS "measureId", organisation_id::text AS "organisationId", inquiry_id::text AS "inquiryId", status::text AS status, done, reached::text AS reached, evidence, obstacles,
        next_step AS "nextStep", reason, reported_at AS "reportedAt"
      FROM measure_progress WHERE (municipality_id, measure_id) IN (SELECT * FROM unnest(${measures.map(({ municipalityId }) => municipalityId)}::uuid[], ${measures.map(({ id }) => id)}::uuid[]))
      ORDER BY reported_at DESC, organisation_id`;
  }

  /** Of each measure what its newest report says it is, newest first: one row a measure, however many years were reported. */
  async findNewestStatuses(tx: Transaction, measures: readonly MeasureRef[]): Promise<ReportedStatus[]> {
    return tx.$queryRaw<ReportedStatus[]>`
      SELECT * FROM (
        SELECT DISTINCT ON (measure_id) measure_id::text AS "measureId", status::text AS status, reported_at AS "reportedAt"
        FROM measure_progress WHERE (municipality_id, measure_id) IN (SELECT * FROM unnest(${measures.map(({ municipalityId }) => municipalityId)}::uuid[], ${measures.map(({ id }) => id)}::uuid[]))
        ORDER BY measure_id, reported_at DESC, organisation_id
      ) newest ORDER BY "reportedAt" DESC, "measureId"`;
  }
}
