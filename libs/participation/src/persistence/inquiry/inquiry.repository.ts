import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Inquiry, InquiryRecipient } from '../../domain/inquiry/inquiry.js';

const inquiryColumns = Prisma.sql`
  i.id::text, i.municipality_id::text AS "municipalityId", i.edition_id::text AS "editionId", i.kind::text AS kind, i.title, i.introduction, i.questions, i.state::text AS state, i.closes_at AS "closesAt",
  i.remind_days AS "remindDays", i.repeat_months AS "repeatMonths", i.created_by_id::text AS "createdById", i.created_by_organisation_id::text AS "createdByOrganisationId", i.is_example AS "isExample", i.created_at AS "createdAt"`;

const recipientColumns = Prisma.sql`
  r.id::text, r.municipality_id::text AS "municipalityId", r.inquiry_id::text AS "inquiryId", r.organisation_id::text AS "organisationId", r.closes_at AS "closesAt", r.asked_at AS "askedAt", r.opened_at AS "openedAt",
  r.handed_in_at AS "handedInAt", r.released_at AS "releasedAt", r.way::text AS way, r.changed_at AS "changedAt", r.is_reminder_wanted AS "isReminderWanted", r.more_time_until::text AS "moreTimeUntil",
  r.more_time_reason AS "moreTimeReason", r.returned_at AS "returnedAt", r.return_reason AS "returnReason", r.passed_on_at AS "passedOnAt",
  (SELECT jsonb_array_length(s.lines) FROM inquiry_submissions s WHERE s.recipient_id = r.id ORDER BY s.number DESC LIMIT 1) AS "submittedLineCount"`;

/** On `inquiries i`; examples are asked once. */
const dueRound = Prisma.sql`i.repeat_months IS NOT NULL AND NOT i.is_example AND i.created_at + make_interval(months => i.repeat_months) <= now() AND NOT EXISTS (SELECT 1 FROM inquiries later WHERE later.previous_id = i.id)`;

/** Inquiries shown in one list. */
const MAX_INQUIRIES = 200;

/** Stores inquiries and the organisations that are asked. */
@Injectable()
export class InquiryRepository {
  /** @param i with the inquiry it is the next round of, where it is */
  async insert(tx: Transaction, i: Omit<Inquiry, 'createdAt' | 'state'> & { readonly previousId: string | null }): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO inquiries (id, municipality_id, edition_id, kind, title, introduction, questions, closes_at, remind_days, repeat_months, previous_id, created_by_id, created_by_organisation_id, is_example)
      VALUES (${i.id}::uuid, ${i.municipalityId}::uuid, ${i.editionId}::uuid, ${i.kind}::"InquiryKind", ${i.title}, ${i.introduction}, ${JSON.stringify(i.questions)}::jsonb, ${i.closesAt}, ${i.remindDays}, ${i.repeatMonths}::int, ${i.previousId}::uuid,
        ${i.createdById}::uuid, ${i.createdByOrganisationId}::uuid, ${i.isExample})`;
  }

  /** Whichever municipality's; who may see it is the caller's question. */
  async find(tx: Transaction, id: string): Promise<Inquiry | null> {
    const rows = await tx.$queryRaw<Inquiry[]>`SELECT ${inquiryColumns} FROM inquiries i WHERE i.id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  async findByIds(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<Inquiry[]> {
    return tx.$queryRaw<Inquiry[]>`SELECT ${inquiryColumns} FROM inquiries i WHERE i.municipality_id = ${municipalityId}::uuid AND i.id = ANY (${[...ids]}::uuid[])`;
  }

  /** Those of an edition, the newest first. */
  async findByEdition(tx: Transaction, municipalityId: string, editionId: string): Promise<Inquiry[]> {
    return tx.$queryRaw<Inquiry[]>`
      SELECT ${inquiryColumns} FROM inquiries i WHERE i.municipality_id = ${municipalityId}::uuid AND i.edition_id = ${editionId}::uuid ORDER BY i.created_at DESC, i.id LIMIT ${MAX_INQUIRIES}`;
  }

  /** Inquiries whose next round is to begin: so many months after they began themselves. */
  async findDueRounds(tx: Transaction, limit: number): Promise<Inquiry[]> {
    return tx.$queryRaw<Inquiry[]>`SELECT ${inquiryColumns} FROM inquiries i WHERE ${dueRound} ORDER BY i.created_at, i.id LIMIT ${limit}`;
  }

  /** @returns whether its next round is still to begin; then nobody else begins it until the end of the transaction */
  async lockDueRound(tx: Transaction, id: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM inquiries i WHERE i.id = ${id}::uuid AND ${dueRound} FOR UPDATE`;
    return rows.length > 0;
  }

  /** Whether it is asked again. @param months null: not any more */
  async setRepeat(tx: Transaction, { municipalityId, id }: Pick<Inquiry, 'municipalityId' | 'id'>, months: number | null): Promise<void> {
    await tx.$executeRaw`UPDATE inquiries SET repeat_months = ${months}::int WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  async close(tx: Transaction, { municipalityId, id }: Pick<Inquiry, 'municipalityId' | 'id'>): Promise<void> {
    await tx.$executeRaw`UPDATE inquiries SET state = 'closed', closed_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND state = 'open'`;
  }

  /** @returns whether it is open and its deadline has not passed; then nobody else changes it until the end of the transaction */
  async lockRunning(tx: Transaction, { municipalityId, id }: Pick<Inquiry, 'municipalityId' | 'id'>): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM inquiries WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND state = 'open' AND closes_at > now() FOR UPDATE`;
    return rows.length > 0;
  }

  /** Nobody else begins to ask about lead and partners of an edition until the end of the transaction. Comes before every other lock of inquiries. */
  async lockParties(tx: Transaction, editionId: string): Promise<void> {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`inquiry-parties/${editionId}`}, 0))::text`;
  }

  /** Ids of the measures that an inquiry asks about. */
  async measuresAsked(tx: Transaction, { municipalityId, id }: Pick<Inquiry, 'municipalityId' | 'id'>): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT l.measure_id::text AS id FROM inquiry_lines l JOIN inquiry_recipients r ON r.id = l.recipient_id
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.inquiry_id = ${id}::uuid AND l.measure_id IS NOT NULL AND l.removed_at IS NULL`;
    return rows.map((row) => row.id);
  }

  /** Somebody has something to answer again: what was handed in stays, and the next mail says so. @returns the position of its last line */
  async reopen(tx: Transaction, { municipalityId, id }: Pick<InquiryRecipient, 'municipalityId' | 'id'>): Promise<number> {
    await tx.$executeRaw`UPDATE inquiry_recipients SET handed_in_at = NULL, released_at = NULL, is_reminder_wanted = (asked_at IS NOT NULL) WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
    const rows = await tx.$queryRaw<{ last: number }[]>`SELECT coalesce(max(position), 0)::int AS last FROM inquiry_lines WHERE municipality_id = ${municipalityId}::uuid AND recipient_id = ${id}::uuid`;
    return rows[0]?.last ?? 0;
  }

  async insertRecipient(tx: Transaction, r: Pick<InquiryRecipient, 'id' | 'municipalityId' | 'inquiryId' | 'organisationId'>): Promise<void> {
    await tx.$executeRaw`INSERT INTO inquiry_recipients (id, municipality_id, inquiry_id, organisation_id) VALUES (${r.id}::uuid, ${r.municipalityId}::uuid, ${r.inquiryId}::uuid, ${r.organisationId}::uuid)`;
  }

  /** Whichever municipality's. @param isLocked nobody else changes its answers until the end of the transaction */
  async findRecipient(tx: Transaction, id: string, isLocked = false): Promise<InquiryRecipient | null> {
    const lock = isLocked ? Prisma.sql`FOR UPDATE` : Prisma.empty;
    const rows = await tx.$queryRaw<InquiryRecipient[]>`SELECT ${recipientColumns} FROM inquiry_recipients r WHERE r.id = ${id}::uuid ${lock}`;
    return rows[0] ?? null;
  }

  async findRecipients(tx: Transaction, municipalityId: string, inquiryIds: readonly string[]): Promise<InquiryRecipient[]> {
    return tx.$queryRaw<InquiryRecipient[]>`
      SELECT ${recipientColumns} FROM inquiry_recipients r JOIN organisations o ON o.id = r.organisation_id
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.inquiry_id = ANY (${[...inquiryIds]}::uuid[]) ORDER BY o.name, r.id`;
  }

  /** What an organisation is or was asked: what is open first, by deadline. */
  async findOfOrganisation(tx: Transaction, municipalityId: string, organisationId: string, ids: readonly string[] | null): Promise<InquiryRecipient[]> {
    const only = ids === null ? Prisma.empty : Prisma.sql`AND r.id = ANY (${[...ids]}::uuid[])`;
    return tx.$queryRaw<InquiryRecipient[]>`
      SELECT ${recipientColumns} FROM inquiry_recipients r JOIN inquiries i ON i.id = r.inquiry_id
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.organisation_id = ${organisationId}::uuid ${only}
      ORDER BY i.state, (r.handed_in_at IS NOT NULL), coalesce(r.closes_at, i.closes_at), r.id LIMIT 50`;
  }

  /** Open inquiries that an organisation has not handed in. */
  async countOpen(tx: Transaction, municipalityId: string, organisationId: string): Promise<number> {
    const rows = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM inquiry_recipients r JOIN inquiries i ON i.id = r.inquiry_id
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.organisation_id = ${organisationId}::uuid AND i.state = 'open' AND r.handed_in_at IS NULL`;
    return rows[0]?.count ?? 0;
  }

  /** Open inquiries whose answers wait for the release of the organisation's head. */
  async countToRelease(tx: Transaction, municipalityId: string, organisationId: string): Promise<number> {
    const rows = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM inquiry_recipients r JOIN inquiries i ON i.id = r.inquiry_id
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.organisation_id = ${organisationId}::uuid AND i.state = 'open' AND r.returned_at IS NULL
        AND (SELECT s.released_at IS NULL FROM inquiry_submissions s WHERE s.recipient_id = r.id ORDER BY s.number DESC LIMIT 1)`;
    return rows[0]?.count ?? 0;
  }

  async noteOpened(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_recipients SET opened_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[]) AND opened_at IS NULL`;
  }

  async moveDeadline(tx: Transaction, { municipalityId, id }: Pick<InquiryRecipient, 'municipalityId' | 'id'>, closesAt: Date): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_recipients SET closes_at = ${closesAt}, more_time_until = NULL, more_time_reason = NULL WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Those of an inquiry among ids; nobody else changes them until the end of the transaction. */
  async lockRecipients(tx: Transaction, { municipalityId, id }: Pick<Inquiry, 'municipalityId' | 'id'>, ids: readonly string[]): Promise<InquiryRecipient[]> {
    return tx.$queryRaw<InquiryRecipient[]>`
      SELECT ${recipientColumns} FROM inquiry_recipients r
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.inquiry_id = ${id}::uuid AND r.id = ANY (${[...ids]}::uuid[]) ORDER BY r.id FOR UPDATE`;
  }

  async wantReminders(tx: Transaction, { municipalityId }: Pick<Inquiry, 'municipalityId'>, recipientIds: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_recipients SET is_reminder_wanted = true WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...recipientIds]}::uuid[])`;
  }

  /** Of recipients: those that are still to answer an open inquiry get a mail, and with it a new link. @returns how many */
  async wantNewLinks(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<number> {
    return tx.$executeRaw`
      UPDATE inquiry_recipients r SET is_reminder_wanted = true FROM inquiries i
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.id = ANY (${[...ids]}::uuid[]) AND i.id = r.inquiry_id AND i.state = 'open' AND r.handed_in_at IS NULL`;
  }

  async askMoreTime(tx: Transaction, { municipalityId, id }: Pick<InquiryRecipient, 'municipalityId' | 'id'>, until: string, reason: string): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_recipients SET more_time_until = ${until}::date, more_time_reason = ${reason} WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Takes an erased person off what she made. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE inquiries SET created_by_id = NULL WHERE created_by_id = ${personId}::uuid`;
    await tx.$executeRaw`UPDATE inquiry_submissions SET handed_in_by_id = NULL WHERE handed_in_by_id = ${personId}::uuid`;
    await tx.$executeRaw`UPDATE inquiry_submissions SET released_by_id = NULL WHERE released_by_id = ${personId}::uuid`;
  }

  async removeMunicipality(tx: Transaction, municipalityId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM measure_party_answers WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measure_progress WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM inquiry_notices WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM inquiry_links WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM inquiries WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
