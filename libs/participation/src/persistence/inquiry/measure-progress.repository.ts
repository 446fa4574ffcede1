import { Injectable } from '@nestjs/common';
import type { MeasureStatus } from '@konzeptwerkstatt/document-model';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { InquiryRecipient, InquirySubmission } from '../../domain/inquiry/inquiry.js';
import type { MeasureRef } from './party-answer.repository.js';

/** What an organisation reported of a measure in one round. */
export interface MeasureProgress {
  readonly measureId: string;
  readonly organisationId: string;
  readonly inquiryId: string;
  /** When that inquiry began. */
  readonly roundBeganAt: Date;
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

/** How far a measure was by a report. */
export type ReportedStatus = Pick<MeasureProgress, 'measureId' | 'organisationId' | 'inquiryId' | 'roundBeganAt' | 'status' | 'reportedAt'>;

const stateColumns = Prisma.sql`p.measure_id::text AS "measureId", p.organisation_id::text AS "organisationId", p.inquiry_id::text AS "inquiryId", i.created_at AS "roundBeganAt", p.status::text AS status, p.reported_at AS "reportedAt"`;
const reportsOn = (measures: readonly MeasureRef[]): Prisma.Sql => Prisma.sql`
  FROM measure_progress p JOIN inquiries i ON i.id = p.inquiry_id AND i.municipality_id = p.municipality_id
  WHERE (p.municipality_id, p.measure_id) IN (SELECT * FROM unnest(${measures.map(({ municipalityId }) => municipalityId)}::uuid[], ${measures.map(({ id }) => id)}::uuid[]))
  ORDER BY i.created_at DESC, p.inquiry_id, p.reported_at DESC, p.organisation_id`;

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

  /** What was reported of measures, each with the municipality it belongs to; the newest round first and in it the newest report. A correction in an earlier round stays in that round. */
  async findByMeasures(tx: Transaction, measures: readonly MeasureRef[]): Promise<MeasureProgress[]> {
    return tx.$queryRaw<MeasureProgress[]>`
      SELECT ${stateColumns}, p.done, p.reached::text AS reached, p.evidence, p.obstacles, p.next_step AS "nextStep", p.reason ${reportsOn(measures)}`;
  }

  /** The same, and of each report only what says how far a measure is. */
  async findStatuses(tx: Transaction, measures: readonly MeasureRef[]): Promise<ReportedStatus[]> {
    return tx.$queryRaw<ReportedStatus[]>`SELECT ${stateColumns} ${reportsOn(measures)}`;
  }
}
