import { Injectable } from '@nestjs/common';
import type { Gathering, Transaction } from '@konzeptwerkstatt/platform-database';
import { newId } from '@konzeptwerkstatt/kernel';
import type { CheckedGathering, TableDraft } from '../domain/gathering-draft.policy.js';

/** In which municipality and process a gathering is. */
export interface GatheringOwner {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
}

/** What an example says beside what everybody types. */
export interface ExampleMark {
  readonly isExample: boolean;
  readonly sourceNote: string | null;
}

/** Loads and saves gatherings, their tables and who attends them. */
@Injectable()
export class GatheringRepository {
  /** Null when there is no such gathering in the municipality (any more). @param isLocked nobody else changes it until the end of the transaction */
  async find(tx: Transaction, municipalityId: string, id: string, isLocked = false): Promise<Gathering | null> {
    if (isLocked) await tx.$queryRaw`SELECT 1 FROM gatherings WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    return tx.gathering.findFirst({ where: { municipalityId, id, removedAt: null } });
  }

  async insert(tx: Transaction, owner: GatheringOwner, { tables, agenda, languages, ...gathering }: CheckedGathering, mark: ExampleMark): Promise<void> {
    await tx.gathering.create({ data: { ...owner, ...gathering, ...mark, languages: [...languages], agenda: agenda.map((entry) => ({ ...entry })) } });
    await this.saveTables(tx, owner, tables);
  }

  async save(tx: Transaction, owner: GatheringOwner, { tables, agenda, languages, ...gathering }: CheckedGathering): Promise<void> {
    const { municipalityId, id } = owner;
    await tx.gathering.updateMany({ where: { municipalityId, id }, data: { ...gathering, languages: [...languages], agenda: agenda.map((entry) => ({ ...entry })), revision: { increment: 1 } } });
    await this.saveTables(tx, owner, tables);
  }

  /** The gathering is over at the database's time; what is over already stays so. */
  async end(tx: Transaction, municipalityId: string, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE gatherings SET ended_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND ended_at IS NULL`;
  }

  /** Whether it is over by the database's clock. */
  async isOver(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM gatherings WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND (ended_at IS NOT NULL OR ends_at <= now())`;
    return rows.length > 0;
  }

  async remove(tx: Transaction, municipalityId: string, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE gatherings SET removed_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Ids of gatherings of a phase that take place. */
  async findOfPhase(tx: Transaction, municipalityId: string, phaseId: string): Promise<string[]> {
    return (await tx.gathering.findMany({ where: { municipalityId, phaseId, removedAt: null }, select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id);
  }

  /** Takes gatherings out of a phase that is removed. */
  async leavePhase(tx: Transaction, municipalityId: string, phaseId: string): Promise<void> {
    await tx.gathering.updateMany({ where: { municipalityId, phaseId }, data: { phaseId: null, revision: { increment: 1 } } });
  }

  async record(tx: Transaction, municipalityId: string, id: string, record: { readonly minutes: string; readonly results: string }): Promise<void> {
    await tx.gathering.updateMany({ where: { municipalityId, id }, data: { ...record, revision: { increment: 1 } } });
  }

  /** Ids of the sections of its tables. */
  async sectionIds(tx: Transaction, municipalityId: string, gatheringId: string): Promise<string[]> {
    const rows = await tx.gatheringTable.findMany({ where: { municipalityId, gatheringId, removedAt: null }, select: { sectionId: true } });
    return [...new Set(rows.map(({ sectionId }) => sectionId))];
  }

  async saveAttendance(tx: Transaction, municipalityId: string, gatheringId: string, { organisationId, state, people }: { readonly organisationId: string; readonly state: 'registered' | 'attended'; readonly people: number | null }): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO attendances (municipality_id, gathering_id, organisation_id, state, people)
      VALUES (${municipalityId}::uuid, ${gatheringId}::uuid, ${organisationId}::uuid, ${state}::"AttendanceState", ${people}::int)
      ON CONFLICT (gathering_id, organisation_id) DO UPDATE SET state = excluded.state, people = excluded.people`;
  }

  async removeAttendance(tx: Transaction, municipalityId: string, gatheringId: string, organisationId: string): Promise<void> {
    await tx.attendance.deleteMany({ where: { municipalityId, gatheringId, organisationId } });
  }

  /** What is no longer named is put away and not deleted: cards lie on it. Numbers follow the order. */
  private async saveTables(tx: Transaction, { municipalityId, id: gatheringId }: GatheringOwner, tables: readonly TableDraft[]): Promise<void> {
    const known = await tx.gatheringTable.findMany({ where: { municipalityId, gatheringId }, select: { id: true } });
    const kept = new Set<string>();
    for (const [index, { id, title, question, sectionId }] of tables.entries()) {
      const data = { number: index + 1, title, question, sectionId, removedAt: null };
      if (id !== null && known.some((table) => table.id === id)) {
        kept.add(id);
        await tx.gatheringTable.updateMany({ where: { municipalityId, id }, data });
      } else {
        await tx.gatheringTable.create({ data: { id: newId(), municipalityId, gatheringId, ...data } });
      }
    }
    const gone = known.map(({ id }) => id).filter((id) => !kept.has(id));
    if (gone.length > 0) await tx.gatheringTable.updateMany({ where: { municipalityId, id: { in: gone }, removedAt: null }, data: { removedAt: new Date() } });
  }
}
