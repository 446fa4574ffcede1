import { Injectable } from '@nestjs/common';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** What people are told of before its time is over: an answer, an objection or advice. */
export type DeadlineKind = 'answer_ends' | 'objection_ends' | 'advice_ends';

/** Contributions of which the same people are told at once, because the same time ends. */
export interface ComingDeadline {
  readonly kind: DeadlineKind;
  readonly municipalityId: string;
  /** Who is to answer or to advise; null: whoever made the contributions. */
  readonly organisationId: string | null;
  /** Last day, or moment, in which something can be done; `YYYY-MM-DD` or ISO 8601. */
  readonly until: string;
  readonly contributionIds: string[];
}

/** So many days before a time ends people are told, if they have known of it for longer. */
const DAYS_BEFORE = 3;
const ahead = Prisma.sql`make_interval(days => ${DAYS_BEFORE}::int)`;

/** Whether a day is near and was set before it was. Days are those of the clock in Germany. */
const isNear = (day: Prisma.Sql, since: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${day} BETWEEN (now() AT TIME ZONE 'Europe/Berlin')::date AND ((now() + ${ahead}) AT TIME ZONE 'Europe/Berlin')::date AND coalesce(${since} < (${day} - ${ahead}) AT TIME ZONE 'Europe/Berlin', true)`;

/** Finds what has to be done soon about contributions that are open, in whatever municipality. Times are the database's. */
@Injectable()
export class DeadlineRepository {
  async findComing(tx: Transaction): Promise<ComingDeadline[]> {
    return tx.$queryRaw<ComingDeadline[]>`
      SELECT d.kind, d.municipality_id::text AS "municipalityId", d.organisation_id::text AS "organisationId", d.until, array_agg(d.id::text ORDER BY d.id) AS "contributionIds" FROM (
        SELECT 'answer_ends' AS kind, c.municipality_id, c.assigned_organisation_id AS organisation_id, c.answer_by::text AS until, c.id FROM contributions c
        WHERE c.state = 'submitted' AND c.assigned_organisation_id IS NOT NULL AND ${isNear(Prisma.sql`c.answer_by`, Prisma.sql`c.assigned_at`)}
          AND NOT EXISTS (SELECT 1 FROM contributions p WHERE p.part_of_id = c.id)
          AND NOT EXISTS (SELECT 1 FROM contribution_responses r WHERE r.subject_id = coalesce(c.bundle_id, c.id) AND r.proposed_until IS NOT NULL)
        UNION ALL
        SELECT 'advice_ends', v.municipality_id, v.organisation_id, v.due_on::text, c.id FROM contribution_advices v JOIN contributions c ON c.id = v.contribution_id
        WHERE c.state = 'submitted' AND v.given_at IS NULL AND ${isNear(Prisma.sql`v.due_on`, Prisma.sql`v.asked_at`)}
        UNION ALL
        SELECT 'objection_ends', r.municipality_id, NULL, to_char(r.proposed_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), c.id
        FROM contribution_responses r JOIN contributions c ON coalesce(c.bundle_id, c.id) = r.subject_id AND c.municipality_id = r.municipality_id
        WHERE c.state = 'submitted' AND r.published_at IS NULL AND r.proposed_until > now() AND r.proposed_until <= now() + ${ahead} AND r.updated_at < r.proposed_until - ${ahead}
          AND NOT EXISTS (SELECT 1 FROM proposal_reactions x WHERE x.contribution_id = c.id AND x.response_revision = r.revision)
      ) AS d GROUP BY 1, 2, 3, 4 ORDER BY 4, 2, 3`;
  }
}
