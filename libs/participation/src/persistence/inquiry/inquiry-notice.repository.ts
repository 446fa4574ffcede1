import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { InquiryKind } from '../../domain/inquiry/inquiry.js';

/** What a mail is for: the first one, a reminder before the deadline, the deputy and at last the office after it. */
export type NoticeLevel = 'asked' | 'reminder' | 'deputy' | 'office';

/** Something of which an organisation, or after a week the office, is to be told. */
export interface DueNotice {
  readonly recipientId: string;
  readonly inquiryId: string;
  readonly level: NoticeLevel;
}

/** A request as a mail lists it. */
export interface OpenRequest {
  readonly recipientId: string;
  readonly title: string;
  readonly deadline: Date;
  /** Of the office: whoever began the inquiry. */
  readonly createdById: string | null;
  readonly inquiryId: string;
  readonly kind: InquiryKind;
}

/** An organisation with something due. */
export interface DueOrganisation {
  readonly municipalityId: string;
  readonly organisationId: string;
}

/** So many days lie between two mails to one organisation. */
const DAYS_BETWEEN_MAILS = 7;
/** So many days after the deadline the office is told. */
const DAYS_UNTIL_OFFICE = 7;

/** Whether an organisation had a mail within a week. */
const hadMail = (organisationId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (SELECT FROM inquiry_notices n WHERE n.organisation_id = ${organisationId} AND n.level <> 'office' AND n.written_at > now() - make_interval(days => ${DAYS_BETWEEN_MAILS}::int))`;

/** Everything that is due of the recipients `r` of open inquiries `i`, each level once. What was told before the window of a deadline that has moved since does not count. */
const dueLevels = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT asked.*, level FROM (
    SELECT r.id, r.municipality_id, r.organisation_id, r.inquiry_id, r.asked_at, r.is_reminder_wanted, coalesce(r.closes_at, i.closes_at) AS deadline, i.remind_days,
      ARRAY(SELECT n.level FROM inquiry_notices n WHERE n.recipient_id = r.id
        AND n.written_at >= coalesce(r.closes_at, i.closes_at) - CASE WHEN n.level = 'reminder' THEN make_interval(days => i.remind_days) ELSE interval '0' END) AS told
    FROM inquiry_recipients r JOIN inquiries i ON i.id = r.inquiry_id
    WHERE i.state = 'open' AND NOT i.is_example AND r.handed_in_at IS NULL AND ${condition}
  ) AS asked CROSS JOIN LATERAL (VALUES
    ('asked', asked_at IS NULL),
    ('reminder', asked_at IS NOT NULL AND (is_reminder_wanted OR (deadline > now() AND deadline <= now() + make_interval(days => remind_days) AND NOT 'reminder' = ANY (told)))),
    ('deputy', asked_at IS NOT NULL AND deadline <= now() AND NOT 'deputy' = ANY (told)),
    ('office', deadline <= now() - make_interval(days => ${DAYS_UNTIL_OFFICE}::int) AND NOT 'office' = ANY (told))
  ) AS wanted(level, is_due) WHERE is_due`;

/** What is due, and what was written. Times are the database's. */
@Injectable()
export class InquiryNoticeRepository {
  /** Organisations with something due that had no mail for a week, or whose office is to be told. Those that cannot be reached come last. */
  async findDue(tx: Transaction, limit: number): Promise<DueOrganisation[]> {
    return tx.$queryRaw<DueOrganisation[]>`
      SELECT due.municipality_id::text AS "municipalityId", due.organisation_id::text AS "organisationId" FROM (${dueLevels(Prisma.sql`true`)}) AS due
      JOIN organisations o ON o.id = due.organisation_id AND o.removed_at IS NULL
      WHERE due.level = 'office' OR NOT ${hadMail(Prisma.sql`due.organisation_id`)}
      GROUP BY 1, 2 ORDER BY bool_and(o.mailbox IS NULL AND NOT EXISTS (SELECT FROM organisation_contacts c WHERE c.organisation_id = o.id AND c.email IS NOT NULL)), 1, 2 LIMIT ${limit}`;
  }

  /** What is due of one organisation now; nobody else looks until the end of the transaction. */
  async lockDue(tx: Transaction, { municipalityId, organisationId }: DueOrganisation): Promise<{ readonly isMailAllowed: boolean; readonly due: DueNotice[] }> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`participation.inquiry-mails/${organisationId}`}, 0))`;
    const ofOrganisation = Prisma.sql`r.municipality_id = ${municipalityId}::uuid AND r.organisation_id = ${organisationId}::uuid`;
    const due = await tx.$queryRaw<DueNotice[]>`SELECT id::text AS "recipientId", inquiry_id::text AS "inquiryId", level FROM (${dueLevels(ofOrganisation)}) AS due ORDER BY deadline, id`;
    const [recent] = await tx.$queryRaw<{ had: boolean }[]>`SELECT ${hadMail(Prisma.sql`${organisationId}::uuid`)} AS had`;
    return { isMailAllowed: recent?.had === false, due };
  }

  /** What of the organisation is open, the nearest deadline first: all of it stands in one mail. */
  async openRequests(tx: Transaction, { municipalityId, organisationId }: DueOrganisation): Promise<OpenRequest[]> {
    return tx.$queryRaw<OpenRequest[]>`
      SELECT r.id::text AS "recipientId", r.inquiry_id::text AS "inquiryId", i.kind::text AS kind, i.title, coalesce(r.closes_at, i.closes_at) AS deadline, i.created_by_id::text AS "createdById"
      FROM inquiry_recipients r JOIN inquiries i ON i.id = r.inquiry_id
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.organisation_id = ${organisationId}::uuid AND i.state = 'open' AND NOT i.is_example AND r.handed_in_at IS NULL ORDER BY deadline, r.id`;
  }

  /** Notes what was written, so that it is not written again. */
  async note(tx: Transaction, { municipalityId, organisationId }: DueOrganisation, recipientIds: readonly string[], level: NoticeLevel): Promise<void> {
    const ids = recipientIds.map(() => newId());
    await tx.$executeRaw`
      INSERT INTO inquiry_notices (id, municipality_id, organisation_id, recipient_id, level)
      SELECT n.id, ${municipalityId}::uuid, ${organisationId}::uuid, n.recipient_id, ${level} FROM unnest(${ids}::uuid[], ${[...recipientIds]}::uuid[]) AS n(id, recipient_id)`;
    await tx.$executeRaw`
      UPDATE inquiry_recipients SET asked_at = coalesce(asked_at, now()), is_reminder_wanted = false
      WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...recipientIds]}::uuid[]) AND ${level} <> 'office'`;
  }

  /** When the next mail may go to those that had one within a week. */
  async nextMails(tx: Transaction, municipalityId: string, organisationIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows = await tx.$queryRaw<{ organisationId: string; at: Date }[]>`
      SELECT organisation_id::text AS "organisationId", max(written_at) + make_interval(days => ${DAYS_BETWEEN_MAILS}::int) AS at FROM inquiry_notices
      WHERE municipality_id = ${municipalityId}::uuid AND organisation_id = ANY (${[...organisationIds]}::uuid[]) AND level <> 'office' GROUP BY 1 HAVING max(written_at) > now() - make_interval(days => ${DAYS_BETWEEN_MAILS}::int)`;
    return new Map(rows.map(({ organisationId, at }) => [organisationId, at]));
  }
}
