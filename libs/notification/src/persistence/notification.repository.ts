import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { NotificationCategory, NotificationKind, Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import { USUAL_MAIL } from '../domain/notification.js';
import type { Notification, NotificationChoice, NotificationMail } from '../domain/notification.js';

/** Somebody who is told in a municipality. */
export interface Told {
  readonly municipalityId: string;
  readonly personId: string;
}

/** A notification to be written. */
export interface NewNotification extends Told {
  readonly kind: NotificationKind;
  readonly category: NotificationCategory;
  readonly subjectId: string;
  readonly occasion: string;
  readonly title: string | null;
  readonly path: string;
  readonly dueAt: Date | null;
}

/** What is told by mail. */
export type Mailable = Pick<Notification, 'kind' | 'title' | 'path' | 'dueAt'>;

/** From so many days on a digest no longer mentions something. */
const DAYS_IN_DIGEST = 7;
/** Nobody looks for older ones; what is read goes earlier. */
const DAYS_KEPT = 365;
const DAYS_KEPT_READ = 90;

/** Today at seven in the municipalities' time, or yesterday's before it: what is older belongs into a digest. */
const digestBorder = Prisma.sql`(date_trunc('day', (now() AT TIME ZONE 'Europe/Berlin') - interval '7 hours') + interval '7 hours') AT TIME ZONE 'Europe/Berlin'`;
/** Categories that are gathered unless a person chose otherwise. */
const usuallyDaily = Object.entries(USUAL_MAIL).filter(([, mail]) => mail === 'daily').map(([category]) => category);
const awaitsDigest = Prisma.sql`
  n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at < ${digestBorder} AND n.created_at > now() - make_interval(days => ${DAYS_IN_DIGEST}::int)
  AND COALESCE((SELECT c.mail::text FROM notification_choices c WHERE c.person_id = n.person_id AND c.category = n.category), CASE WHEN n.category = ANY (${usuallyDaily}::text[]) THEN 'daily' END) = 'daily'`;

/** Stores what people are told and how they want to be told. Times are the database's. */
@Injectable()
export class NotificationRepository {
  /** @param isGathered those who have not read the last one of the same kind and subject get no other @returns those that are new, in their order; the others were told before */
  async insert(tx: Transaction, rows: readonly NewNotification[], isGathered = false): Promise<NewNotification[]> {
    const wanted = rows.map((row) => ({ ...row, id: newId() }));
    const written = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO notifications (id, municipality_id, person_id, kind, category, subject_id, occasion, title, path, due_at)
      SELECT r.id, r."municipalityId", r."personId", r.kind, r.category, r."subjectId", r.occasion, r.title, r.path, r."dueAt"
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS r (id uuid, "municipalityId" uuid, "personId" uuid, kind text, category text, "subjectId" uuid, occasion text, title text, path text, "dueAt" timestamptz)
      WHERE NOT ${isGathered}::boolean OR NOT EXISTS (SELECT FROM notifications n WHERE n.municipality_id = r."municipalityId" AND n.person_id = r."personId" AND n.kind = r.kind AND n.subject_id = r."subjectId" AND n.read_at IS NULL)
      ON CONFLICT DO NOTHING RETURNING id::text`;
    const ids = new Set(written.map(({ id }) => id));
    return wanted.filter(({ id }) => ids.has(id));
  }

  /** Notes that these persons were told of the occasion by mail. */
  async markMailed(tx: Transaction, { kind, occasion }: Pick<NewNotification, 'kind' | 'occasion'>, personIds: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE notifications SET mailed_at = now() WHERE person_id = ANY (${[...personIds]}::uuid[]) AND kind = ${kind} AND occasion = ${occasion}`;
  }

  /** How each person wants to be told of a category. */
  async mailsOf(tx: Transaction, category: NotificationCategory, personIds: readonly string[]): Promise<ReadonlyMap<string, NotificationMail>> {
    const rows = await tx.$queryRaw<{ personId: string; mail: NotificationMail }[]>`
      SELECT person_id::text AS "personId", mail::text AS mail FROM notification_choices WHERE category = ${category} AND person_id = ANY (${[...personIds]}::uuid[])`;
    const chosen = new Map(rows.map(({ personId, mail }) => [personId, mail]));
    return new Map(personIds.map((personId) => [personId, chosen.get(personId) ?? USUAL_MAIL[category]]));
  }

  async choices(tx: Transaction, personId: string): Promise<NotificationChoice[]> {
    return tx.$queryRaw<NotificationChoice[]>`SELECT category, mail::text AS mail FROM notification_choices WHERE person_id = ${personId}::uuid ORDER BY category`;
  }

  async choose(tx: Transaction, personId: string, { category, mail }: NotificationChoice): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO notification_choices (person_id, category, mail) VALUES (${personId}::uuid, ${category}, ${mail}::"NotificationMail")
      ON CONFLICT (person_id, category) DO UPDATE SET mail = excluded.mail`;
  }

  /** A person's notifications in one municipality, newest first. */
  async list(tx: Transaction, { municipalityId, personId }: Told, { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<(Notification & { readonly total: number })[]> {
    return tx.$queryRaw<(Notification & { readonly total: number })[]>`
      SELECT id::text, kind, title, path, due_at AS "dueAt", created_at AS "createdAt", read_at IS NOT NULL AS "isRead", (count(*) OVER ())::int AS total
      FROM notifications WHERE municipality_id = ${municipalityId}::uuid AND person_id = ${personId}::uuid ORDER BY created_at DESC, id DESC OFFSET ${offset} LIMIT ${limit}`;
  }

  async countUnread(tx: Transaction, { municipalityId, personId }: Told): Promise<number> {
    const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM notifications WHERE municipality_id = ${municipalityId}::uuid AND person_id = ${personId}::uuid AND read_at IS NULL`;
    return row?.count ?? 0;
  }

  /** Notes that they were seen; ids of somebody else are left alone. @param ids null: all of them */
  async markRead(tx: Transaction, { municipalityId, personId }: Told, ids: readonly string[] | null): Promise<void> {
    const which = ids === null ? Prisma.empty : Prisma.sql`AND id = ANY (${[...ids]}::uuid[])`;
    await tx.$executeRaw`UPDATE notifications SET read_at = now() WHERE municipality_id = ${municipalityId}::uuid AND person_id = ${personId}::uuid AND read_at IS NULL ${which}`;
  }

  /** Whose digest is due, in whatever municipality. */
  async findDigests(tx: Transaction, limit: number): Promise<Told[]> {
    return tx.$queryRaw<Told[]>`
      SELECT DISTINCT n.municipality_id::text AS "municipalityId", n.person_id::text AS "personId" FROM notifications n WHERE ${awaitsDigest} ORDER BY 1, 2 LIMIT ${limit}`;
  }

  /** Takes what belongs into a person's digest; whoever else takes it gets nothing. @returns newest first */
  async takeDigest(tx: Transaction, { municipalityId, personId }: Told): Promise<Mailable[]> {
    const rows = await tx.$queryRaw<(Mailable & { readonly createdAt: Date })[]>`
      UPDATE notifications n SET mailed_at = now() WHERE n.municipality_id = ${municipalityId}::uuid AND n.person_id = ${personId}::uuid AND ${awaitsDigest}
      RETURNING n.kind, n.title, n.path, n.due_at AS "dueAt", n.created_at AS "createdAt"`;
    return rows.toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  }

  async removeOld(tx: Transaction): Promise<void> {
    await tx.$executeRaw`
      DELETE FROM notifications WHERE created_at < now() - make_interval(days => ${DAYS_KEPT}::int) OR (created_at < now() - make_interval(days => ${DAYS_KEPT_READ}::int) AND read_at IS NOT NULL)`;
  }

  async removePerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM notifications WHERE person_id = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM notification_choices WHERE person_id = ${personId}::uuid`;
  }

  async removeMunicipality(tx: Transaction, municipalityId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM notifications WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
