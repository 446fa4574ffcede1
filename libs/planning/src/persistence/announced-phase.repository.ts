import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { Prisma } from '@konzeptwerkstatt/platform-database';

/** A phase of which people are told. Times are UTC. */
export interface AnnouncedPhase {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly sectionIds: string[];
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
}

/** Finds phases that have begun or end soon, in whatever municipality. Times are the database's. */
@Injectable()
export class AnnouncedPhaseRepository {
  /** Open phases with rules that end within so many days, and are open for longer than that. */
  findEnding(tx: Transaction, days: number): Promise<AnnouncedPhase[]> {
    return this.find(tx, Prisma.sql`f.closes_at > now() AND f.closes_at <= now() + make_interval(days => ${days}::int) AND f.closes_at - f.opens_at > make_interval(days => ${days}::int)`);
  }

  /** Open phases with rules that began within the last day, but not just now: the rights they give come a moment later. */
  findBegun(tx: Transaction): Promise<AnnouncedPhase[]> {
    return this.find(tx, Prisma.sql`f.opens_at > now() - interval '1 day' AND f.opens_at <= now() - interval '30 seconds' AND (f.closes_at IS NULL OR f.closes_at > now())`);
  }

  private find(tx: Transaction, when: Prisma.Sql): Promise<AnnouncedPhase[]> {
    return tx.$queryRaw<AnnouncedPhase[]>`
      SELECT f.id::text, f.municipality_id::text AS "municipalityId", f.process_id::text AS "processId", f.section_ids::text[] AS "sectionIds", f.title, f.opens_at AS "opensAt", f.closes_at AS "closesAt"
      FROM phases f WHERE f.state = 'open' AND jsonb_array_length(f.rules) > 0 AND ${when} ORDER BY f.closes_at, f.id`;
  }
}
