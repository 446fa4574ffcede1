import { Injectable } from '@nestjs/common';
import type { Transaction as OutboxTransaction } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** A phase that ends soon. */
export interface EndingPhase {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly sectionIds: string[];
  readonly title: string;
  readonly process: string;
  readonly closesAt: Date;
}

/** Finds phases that end soon, and notes who was told and who wants to be. Times are the database's. */
@Injectable()
export class DeadlineNoticeRepository {
  /** Open phases with rules that end within so many days, and are open for longer than that. */
  findEnding(tx: Transaction, days: number): Promise<EndingPhase[]> {
    return tx.$queryRaw<EndingPhase[]>`
      SELECT f.id::text, f.municipality_id::text AS "municipalityId", f.process_id::text AS "processId", f.section_ids::text[] AS "sectionIds", f.title, p.title AS process, f.closes_at AS "closesAt"
      FROM phases f JOIN planning_processes p ON p.municipality_id = f.municipality_id AND p.id = f.process_id
      WHERE f.state = 'open' AND jsonb_array_length(f.rules) > 0 AND f.closes_at > now() AND f.closes_at <= now() + make_interval(days => ${days}::int)
        AND f.closes_at - f.opens_at > make_interval(days => ${days}::int)
      ORDER BY f.closes_at, f.id`;
  }

  /** Notes who is told of this end. @returns those who were not told yet and do not refuse */
  async note(tx: Transaction, { id, municipalityId, closesAt }: EndingPhase, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.$queryRaw<{ personId: string }[]>`
      INSERT INTO deadline_notices (municipality_id, phase_id, person_id, closes_at)
      SELECT ${municipalityId}::uuid, ${id}::uuid, wanted.person_id, ${closesAt} FROM unnest(${[...personIds]}::uuid[]) AS wanted(person_id)
      WHERE NOT EXISTS (SELECT FROM deadline_notice_refusals r WHERE r.municipality_id = ${municipalityId}::uuid AND r.person_id = wanted.person_id)
      ON CONFLICT DO NOTHING RETURNING person_id::text AS "personId"`;
    return new Set(rows.map(({ personId }) => personId));
  }

  async setWanted(tx: Transaction, owner: { readonly municipalityId: string; readonly personId: string }, wanted: boolean): Promise<void> {
    if (wanted) await tx.deadlineNoticeRefusal.deleteMany({ where: owner });
    else await tx.deadlineNoticeRefusal.createMany({ data: [owner], skipDuplicates: true });
  }

  /** Everything of a person, in whatever municipality. */
  async removeAllOfPerson(tx: OutboxTransaction, personId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM deadline_notices WHERE person_id = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM deadline_notice_refusals WHERE person_id = ${personId}::uuid`;
  }
}
