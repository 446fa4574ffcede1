import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { PhaseStateName, PhaseTimes } from '../domain/phase.policy.js';
import type { PhaseFacts } from '../domain/planning-process.entity.js';
import type { PhaseRule } from '../domain/process-plan.js';

/** A phase whose state is not what its times say. */
export interface DuePhase {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly sectionIds: string[];
  readonly rules: PhaseRule[];
  /** Null: it stays open. */
  readonly closesAt: Date | null;
  readonly state: PhaseStateName;
  /** What it should be now. */
  readonly due: PhaseStateName;
}

/** What of a phase can be changed. */
export type PhaseChange = Omit<PhaseFacts, 'id' | 'examples' | 'sectionIds' | 'bodyId'>;

/** Loads and saves phases. What a phase is now is asked of the database's clock alone. */
@Injectable()
export class PhaseRepository {
  /** The process of a phase and its municipality; null when there is no such phase in it. */
  async findPlace(tx: Transaction, municipalityId: string, id: string): Promise<{ processId: string } | null> {
    return tx.phase.findFirst({ where: { municipalityId, id }, select: { processId: true } });
  }

  /**
   * As `findPlace`; nobody changes or removes the phase until the end of the transaction. Whoever locks a gathering too locks that afterwards.
   */
  async lockPlace(tx: Transaction, municipalityId: string, id: string): Promise<{ processId: string } | null> {
    const [row] = await tx.$queryRaw<{ processId: string }[]>`SELECT process_id::text AS "processId" FROM phases WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid FOR SHARE`;
    return row ?? null;
  }

  /** When a phase opens and closes; null when there is none in the municipality. */
  findTime(tx: Transaction, municipalityId: string, id: string): Promise<{ processId: string; opensAt: Date; closesAt: Date | null } | null> {
    return tx.phase.findFirst({ where: { municipalityId, id }, select: { processId: true, opensAt: true, closesAt: true } });
  }

  /** How often the plan of a phase was changed, from 1 on; null when it is gone. Nobody else changes it, or plans a gathering in it, until the end of the transaction. */
  async lockRevision(tx: Transaction, municipalityId: string, id: string): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ revision: number }[]>`SELECT revision FROM phases WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    return row?.revision ?? null;
  }

  /** Times of all phases of a process. */
  findTimes(tx: Transaction, municipalityId: string, processId: string): Promise<PhaseTimes[]> {
    return tx.phase.findMany({ where: { municipalityId, processId }, select: { id: true, trackId: true, isExclusive: true, opensAt: true, closesAt: true } });
  }

  /** The id of a track of the process by its name; null when there is none. */
  async findTrack(tx: Transaction, municipalityId: string, processId: string, name: string): Promise<string | null> {
    return (await tx.processTrack.findFirst({ where: { municipalityId, processId, name }, select: { id: true } }))?.id ?? null;
  }

  async insert(tx: Transaction, owner: { readonly municipalityId: string; readonly processId: string }, { sectionIds, rules, examples, ...phase }: PhaseFacts): Promise<void> {
    await tx.phase.create({ data: { ...owner, ...phase, sectionIds: [...sectionIds], rules: [...rules], examples: [...examples] } });
  }

  async save(tx: Transaction, municipalityId: string, id: string, { rules, ...change }: PhaseChange): Promise<void> {
    await tx.phase.updateMany({ where: { municipalityId, id }, data: { ...change, rules: [...rules], revision: { increment: 1 } } });
  }

  /** Waits for whoever plans a gathering in it. @returns what it was; null when there was none */
  async remove(tx: Transaction, municipalityId: string, id: string): Promise<PhaseStateName | null> {
    const [row] = await tx.$queryRaw<{ state: PhaseStateName }[]>`DELETE FROM phases WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid RETURNING state::text`;
    return row?.state ?? null;
  }

  /** Locks a phase and says what it is and should be; null when it is gone. The moment is when the lock is held, not when the transaction began. */
  async lockDue(tx: Transaction, id: string): Promise<DuePhase | null> {
    await tx.$queryRaw`SELECT 1 FROM phases WHERE id = ${id}::uuid FOR UPDATE`;
    const [row] = await tx.$queryRaw<DuePhase[]>`
      SELECT id::text, municipality_id::text AS "municipalityId", process_id::text AS "processId", section_ids::text[] AS "sectionIds", rules, closes_at AS "closesAt", state::text,
        CASE WHEN closes_at <= clock_timestamp() THEN 'closed' WHEN opens_at <= clock_timestamp() THEN 'open' ELSE 'planned' END AS due
      FROM phases WHERE id = ${id}::uuid`;
    return row ?? null;
  }

  async saveState(tx: Transaction, id: string, state: PhaseStateName): Promise<void> {
    await tx.$executeRaw`UPDATE phases SET state = ${state}::"PhaseState" WHERE id = ${id}::uuid`;
  }

  /** Phases whose state is not what their times say, the most overdue first. */
  async findDue(tx: Transaction, limit: number): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM phases WHERE state::text <> CASE WHEN closes_at <= now() THEN 'closed' WHEN opens_at <= now() THEN 'open' ELSE 'planned' END
      ORDER BY opens_at, id LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  }
}
