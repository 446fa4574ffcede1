import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Attendance, Gathering, GatheringTable } from '@konzeptwerkstatt/platform-database';

export type GatheringRow = Gathering;
export type GatheringTableRow = GatheringTable;
export type AttendanceRow = Attendance;

/** Reads gatherings with their tables and who attends them. */
@Injectable()
export class GatheringReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** The gathering, or null when it does not exist or the actor neither may see its process nor runs it. */
  async find(actor: Actor | null, id: string): Promise<GatheringRow | null> {
    const row = actor?.municipalityId ? await this.findById(actor.municipalityId, id) : null;
    if (row === null) return null;
    const isSeen = (await this.policy.can(actor, 'process.read', { municipalityId: row.municipalityId, processId: row.processId })) || (await this.mayModerate(actor, row));
    return isSeen ? row : null;
  }

  /** A gathering by id; rights are the caller's question. */
  findById(municipalityId: string, id: string): Promise<GatheringRow | null> {
    return this.database.client.gathering.findFirst({ where: { municipalityId, id, removedAt: null } });
  }

  /** Gatherings of processes in the order of time. */
  findMany(municipalityId: string, processIds: readonly string[]): Promise<GatheringRow[]> {
    return this.database.client.gathering.findMany({ where: { municipalityId, processId: { in: [...processIds] }, removedAt: null }, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }] });
  }

  /** Tables of gatherings in their order; those that were put away are left out. */
  findTables(municipalityId: string, gatheringIds: readonly string[]): Promise<GatheringTableRow[]> {
    return this.database.client.gatheringTable.findMany({ where: { municipalityId, gatheringId: { in: [...gatheringIds] }, removedAt: null }, orderBy: [{ number: 'asc' }, { id: 'asc' }] });
  }

  /** A table that is in use; null otherwise. */
  findTable(municipalityId: string, id: string): Promise<GatheringTableRow | null> {
    return this.database.client.gatheringTable.findFirst({ where: { municipalityId, id, removedAt: null } });
  }

  /** Organisations that are registered or were there. */
  findAttendances(municipalityId: string, gatheringIds: readonly string[]): Promise<AttendanceRow[]> {
    return this.database.client.attendance.findMany({ where: { municipalityId, gatheringId: { in: [...gatheringIds] } }, orderBy: { organisationId: 'asc' } });
  }

  mayModerate(actor: Actor | null, { municipalityId, processId, id }: Pick<GatheringRow, 'municipalityId' | 'processId' | 'id'>): Promise<boolean> {
    return this.policy.can(actor, 'gathering.moderate', { municipalityId, processId, gatheringId: id });
  }
}
