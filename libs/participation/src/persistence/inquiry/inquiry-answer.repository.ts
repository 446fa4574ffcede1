import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { InquiryAnswer, InquiryLine, InquiryRecipient, InquirySubmission } from '../../domain/inquiry/inquiry.js';

const lineColumns = Prisma.sql`
  l.id::text, l.recipient_id::text AS "recipientId", l.position, l.measure_id::text AS "measureId", l.number, l.title, l.is_unchanged AS "isUnchanged", l.contribution_id::text AS "contributionId"`;
const answerColumns = Prisma.sql`a.line_id::text AS "lineId", a.question_key AS "questionKey", a.value, a.is_previous AS "isPrevious", a.revision`;
const submissionColumns = Prisma.sql`
  s.id::text, s.municipality_id::text AS "municipalityId", s.recipient_id::text AS "recipientId", s.number, s.lines, s.way::text AS way, s.handed_in_at AS "handedInAt", s.handed_in_by_id::text AS "handedInById", s.released_at AS "releasedAt"`;

export type NewLine = Omit<InquiryLine, 'isUnchanged' | 'contributionId'> & { readonly municipalityId: string };
type Ref = Pick<InquiryRecipient, 'municipalityId' | 'id'>;

/** Who hands in, and how. */
export interface HandIn extends Pick<InquirySubmission, 'id' | 'lines' | 'way'> {
  readonly personId: string | null;
  readonly linkId: string | null;
  readonly isReleased: boolean;
  /** Otherwise something is still waited for. */
  readonly isWhole: boolean;
}

/** Stores lines, drafts of answers, and what was handed in. */
@Injectable()
export class InquiryAnswerRepository {
  async insertLines(tx: Transaction, lines: readonly NewLine[]): Promise<void> {
    const rows = JSON.stringify(lines.map((l) => ({ id: l.id, municipality_id: l.municipalityId, recipient_id: l.recipientId, position: l.position, measure_id: l.measureId, number: l.number, title: l.title })));
    await tx.$executeRaw`
      INSERT INTO inquiry_lines (id, municipality_id, recipient_id, position, measure_id, number, title)
      SELECT id, municipality_id, recipient_id, position, measure_id, number, title
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, municipality_id uuid, recipient_id uuid, position int, measure_id uuid, number text, title text)`;
  }

  /** Lines of recipients of one municipality, in order. @param isWithRemoved with those that were taken out, too */
  async findLines(tx: Transaction, municipalityId: string, recipientIds: readonly string[], isWithRemoved = false): Promise<InquiryLine[]> {
    const living = isWithRemoved ? Prisma.empty : Prisma.sql`AND l.removed_at IS NULL`;
    return tx.$queryRaw<InquiryLine[]>`
      SELECT ${lineColumns} FROM inquiry_lines l WHERE l.municipality_id = ${municipalityId}::uuid AND l.recipient_id = ANY (${[...recipientIds]}::uuid[]) ${living} ORDER BY l.position, l.id`;
  }

  async findAnswers(tx: Transaction, municipalityId: string, recipientIds: readonly string[]): Promise<InquiryAnswer[]> {
    return tx.$queryRaw<InquiryAnswer[]>`
      SELECT ${answerColumns} FROM inquiry_answers a JOIN inquiry_lines l ON l.id = a.line_id
      WHERE l.municipality_id = ${municipalityId}::uuid AND l.recipient_id = ANY (${[...recipientIds]}::uuid[]) AND l.removed_at IS NULL`;
  }

  /** Writes drafts; the line counts as changed from then on. */
  async saveAnswers(tx: Transaction, { municipalityId, id }: Ref, answers: readonly Pick<InquiryAnswer, 'lineId' | 'questionKey' | 'value'>[]): Promise<void> {
    const rows = JSON.stringify(answers.map(({ lineId, questionKey, value }) => ({ line_id: lineId, question_key: questionKey, value })));
    await tx.$executeRaw`
      INSERT INTO inquiry_answers (line_id, question_key, municipality_id, value)
      SELECT line_id, question_key, ${municipalityId}::uuid, value FROM jsonb_to_recordset(${rows}::jsonb) AS r(line_id uuid, question_key text, value text)
      ON CONFLICT (line_id, question_key) DO UPDATE SET value = excluded.value, is_previous = false, revision = inquiry_answers.revision + 1, changed_at = now()`;
    await tx.$executeRaw`UPDATE inquiry_lines SET is_unchanged = false WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${answers.map(({ lineId }) => lineId)}::uuid[])`;
    await this.noteChange(tx, { municipalityId, id });
  }

  /** Answers of the last time, as a beginning. */
  async insertPrevious(tx: Transaction, municipalityId: string, answers: readonly Pick<InquiryAnswer, 'lineId' | 'questionKey' | 'value'>[]): Promise<void> {
    const rows = JSON.stringify(answers.map(({ lineId, questionKey, value }) => ({ line_id: lineId, question_key: questionKey, value })));
    await tx.$executeRaw`
      INSERT INTO inquiry_answers (line_id, question_key, municipality_id, value, is_previous)
      SELECT line_id, question_key, ${municipalityId}::uuid, value, true FROM jsonb_to_recordset(${rows}::jsonb) AS r(line_id uuid, question_key text, value text)`;
  }

  async confirmLines(tx: Transaction, { municipalityId, id }: Ref, lineIds: readonly string[], isUnchanged: boolean): Promise<void> {
    await tx.$executeRaw`
      UPDATE inquiry_lines SET is_unchanged = ${isUnchanged} WHERE municipality_id = ${municipalityId}::uuid AND recipient_id = ${id}::uuid AND id = ANY (${[...lineIds]}::uuid[])`;
    await this.noteChange(tx, { municipalityId, id });
  }

  async removeLine(tx: Transaction, { municipalityId, id }: Ref, lineId: string): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_lines SET removed_at = now() WHERE municipality_id = ${municipalityId}::uuid AND recipient_id = ${id}::uuid AND id = ${lineId}::uuid AND measure_id IS NULL`;
    await this.noteChange(tx, { municipalityId, id });
  }

  async noteChange(tx: Transaction, { municipalityId, id }: Ref): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_recipients SET changed_at = now(), opened_at = coalesce(opened_at, now()) WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Keeps what was handed in, as the newest of the recipient. Whoever has handed in a part has something to answer still. */
  async handIn(tx: Transaction, { municipalityId, id }: Ref, s: HandIn): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO inquiry_submissions (id, municipality_id, recipient_id, number, lines, way, handed_in_by_id, link_id, released_by_id, released_at)
      SELECT ${s.id}::uuid, ${municipalityId}::uuid, ${id}::uuid, coalesce(max(number), 0) + 1, ${JSON.stringify(s.lines)}::jsonb, ${s.way}::"InquiryWay", ${s.personId}::uuid, ${s.linkId}::uuid,
        CASE WHEN ${s.isReleased} THEN ${s.personId}::uuid END, CASE WHEN ${s.isReleased} THEN now() END
      FROM inquiry_submissions WHERE municipality_id = ${municipalityId}::uuid AND recipient_id = ${id}::uuid`;
    await tx.$executeRaw`
      UPDATE inquiry_recipients SET handed_in_at = CASE WHEN ${s.isWhole} THEN now() END, released_at = CASE WHEN ${s.isWhole} AND ${s.isReleased} THEN now() END, way = ${s.way}::"InquiryWay", opened_at = coalesce(opened_at, now()), is_reminder_wanted = false, returned_at = NULL, return_reason = NULL
      WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Of whoever has something to answer again only what was handed in is released. */
  async release(tx: Transaction, { municipalityId, id }: Ref, submissionId: string, personId: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_submissions SET released_at = now(), released_by_id = ${personId}::uuid WHERE municipality_id = ${municipalityId}::uuid AND id = ${submissionId}::uuid`;
    await tx.$executeRaw`UPDATE inquiry_recipients SET released_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND handed_in_at IS NOT NULL`;
  }

  /** What was handed in last is to be worked over: all of it is waited for again. */
  async giveBack(tx: Transaction, { municipalityId, id }: Ref, reason: string): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_recipients SET handed_in_at = NULL, returned_at = now(), return_reason = ${reason} WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** The newest of each recipient. */
  async findSubmissions(tx: Transaction, municipalityId: string, recipientIds: readonly string[]): Promise<InquirySubmission[]> {
    return tx.$queryRaw<InquirySubmission[]>`
      SELECT DISTINCT ON (s.recipient_id) ${submissionColumns} FROM inquiry_submissions s
      WHERE s.municipality_id = ${municipalityId}::uuid AND s.recipient_id = ANY (${[...recipientIds]}::uuid[]) ORDER BY s.recipient_id, s.number DESC`;
  }

  /** The newest of a recipient that was released; null when none was. */
  async findReleased(tx: Transaction, { municipalityId, id }: Ref): Promise<InquirySubmission | null> {
    const rows = await tx.$queryRaw<InquirySubmission[]>`
      SELECT ${submissionColumns} FROM inquiry_submissions s WHERE s.municipality_id = ${municipalityId}::uuid AND s.recipient_id = ${id}::uuid AND s.released_at IS NOT NULL ORDER BY s.number DESC LIMIT 1`;
    return rows[0] ?? null;
  }

  /** What an organisation handed in last for inquiries of a kind, the newest first; only released ones. */
  async findEarlier(tx: Transaction, { municipalityId, organisationId, kind }: { readonly municipalityId: string; readonly organisationId: string; readonly kind: string }): Promise<InquirySubmission[]> {
    return tx.$queryRaw<InquirySubmission[]>`
      SELECT ${submissionColumns} FROM inquiry_submissions s JOIN inquiry_recipients r ON r.id = s.recipient_id JOIN inquiries i ON i.id = r.inquiry_id
      WHERE s.municipality_id = ${municipalityId}::uuid AND r.organisation_id = ${organisationId}::uuid AND i.kind = ${kind}::"InquiryKind" AND s.released_at IS NOT NULL ORDER BY s.handed_in_at DESC LIMIT 20`;
  }

  async setContribution(tx: Transaction, municipalityId: string, lineId: string, contributionId: string): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_lines SET contribution_id = ${contributionId}::uuid WHERE municipality_id = ${municipalityId}::uuid AND id = ${lineId}::uuid`;
  }
}
