import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { InquiryRecipient, InquirySubmission } from '../../domain/inquiry/inquiry.js';

/** What an organisation has said about its part in a measure. */
export interface PartyAnswer {
  readonly measureId: string;
  readonly organisationId: string;
  /** lead, partner or none. */
  readonly role: string;
  readonly reservation: string | null;
  readonly reason: string | null;
  readonly answeredAt: Date;
}

/** A measure, and whose it is. */
export interface MeasureRef {
  readonly id: string;
  readonly municipalityId: string;
}

/** Stores what organisations have answered about their part in measures; the text of the concept holds the proposal. */
@Injectable()
export class PartyAnswerRepository {
  /** The newest word of an organisation takes the place of an earlier one. */
  async save(tx: Transaction, { municipalityId, organisationId }: InquiryRecipient, { id, lines, handedInAt }: InquirySubmission): Promise<void> {
    const rows = JSON.stringify(lines.flatMap(({ measureId, answers }) => (measureId === null || answers['role'] === undefined ? [] : [{ measure_id: measureId, role: answers['role'], reservation: answers['reservation'] ?? null, reason: answers['reason'] ?? null }])));
    await tx.$executeRaw`
      INSERT INTO measure_party_answers (measure_id, organisation_id, municipality_id, role, reservation, reason, submission_id, answered_at)
      SELECT measure_id, ${organisationId}::uuid, ${municipalityId}::uuid, role, reservation, reason, ${id}::uuid, ${handedInAt} FROM jsonb_to_recordset(${rows}::jsonb) AS r(measure_id uuid, role text, reservation text, reason text)
      ON CONFLICT (measure_id, organisation_id) DO UPDATE SET role = excluded.role, reservation = excluded.reservation, reason = excluded.reason, submission_id = excluded.submission_id, answered_at = excluded.answered_at
      WHERE measure_party_answers.answered_at <= excluded.answered_at`;
  }

  /** Whom open inquiries about an edition ask about lead and partners, of which measures. */
  async findAsked(tx: Transaction, municipalityId: string, editionId: string): Promise<Pick<PartyAnswer, 'measureId' | 'organisationId'>[]> {
    return tx.$queryRaw<Pick<PartyAnswer, 'measureId' | 'organisationId'>[]>`
      SELECT l.measure_id::text AS "measureId", r.organisation_id::text AS "organisationId"
      FROM inquiry_lines l JOIN inquiry_recipients r ON r.id = l.recipient_id JOIN inquiries i ON i.id = r.inquiry_id
      WHERE i.municipality_id = ${municipalityId}::uuid AND i.edition_id = ${editionId}::uuid AND i.kind = 'responsibility' AND i.state = 'open' AND l.measure_id IS NOT NULL AND l.removed_at IS NULL`;
  }

  /** What was said about measures, each with the municipality it belongs to. */
  async findByMeasures(tx: Transaction, measures: readonly MeasureRef[]): Promise<PartyAnswer[]> {
    return tx.$queryRaw<PartyAnswer[]>`
      SELECT measure_id::text AS "measureId", organisation_id::text AS "organisationId", role, reservation, reason, answered_at AS "answeredAt"
      FROM measure_party_answers WHERE (measure_id, municipality_id) IN (SELECT * FROM unnest(${measures.map(({ id }) => id)}::uuid[], ${measures.map(({ municipalityId }) => municipalityId)}::uuid[])) ORDER BY answered_at, organisation_id`;
  }
}
