import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Body, DatedStep, Phase, PlanningProcess, ProcessDocument, ProcessRole, ProcessTrack } from '@konzeptwerkstatt/platform-database';
import { visibleProcesses } from './process-visibility.js';

export type ProcessRow = PlanningProcess;
export type BodyRow = Body;
export type DatedStepRow = DatedStep;
export type ProcessRoleRow = ProcessRole;
export type PhaseRow = Phase;
export type ProcessDocumentRow = ProcessDocument;
export type ProcessTrackRow = ProcessTrack;

/** One page of a list: how many to skip and to take. */
export interface Slice {
  readonly skip: number;
  readonly take: number;
}

/** Reads processes and what belongs to them; only what the actor may see. */
@Injectable()
export class ProcessReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** Processes the actor may see, the oldest first, and how many there are. */
  async findVisible(actor: Actor, slice: Slice): Promise<{ rows: ProcessRow[]; count: () => Promise<number> }> {
    const where = visibleProcesses(actor, await this.policy.scopeFilter(actor, 'process.read'));
    if (where === null) return { rows: [], count: () => Promise.resolve(0) };
    const rows = await this.database.client.planningProcess.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], ...slice });
    return { rows, count: () => this.database.client.planningProcess.count({ where }) };
  }

  /** The process, or null when it does not exist or the actor may not see it. */
  async find(actor: Actor | null, id: string): Promise<ProcessRow | null> {
    const municipalityId = actor?.municipalityId ?? null;
    if (municipalityId === null) return null;
    const row = await this.database.client.planningProcess.findFirst({ where: { municipalityId, id } });
    return row !== null && (await this.policy.can(actor, 'process.read', { municipalityId, processId: id })) ? row : null;
  }

  /** Whether the actor may change the process and see whose roles they are. */
  mayManage(actor: Actor | null, { municipalityId, id }: Pick<ProcessRow, 'municipalityId' | 'id'>): Promise<boolean> {
    return this.policy.can(actor, 'process.manage', { municipalityId, processId: id });
  }

  /** Those of the processes that the actor may see; one statement. */
  async findManyByIds(actor: Actor | null, ids: readonly string[]): Promise<ProcessRow[]> {
    const municipalityId = actor?.municipalityId ?? null;
    if (municipalityId === null) return [];
    const rows = await this.database.client.planningProcess.findMany({ where: { municipalityId, id: { in: [...ids] } } });
    const visible = await Promise.all(rows.map((row) => this.policy.can(actor, 'process.read', { municipalityId, processId: row.id })));
    return rows.filter((_, index) => visible[index]);
  }

  /** Bodies of processes, in their order. */
  findBodies(municipalityId: string, processIds: readonly string[]): Promise<BodyRow[]> {
    return this.database.client.body.findMany({ where: { municipalityId, processId: { in: [...processIds] } }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  }

  /** Organisations that sit in the bodies of processes. */
  async findBodyMembers(municipalityId: string, processIds: readonly string[]): Promise<{ processId: string; bodyId: string; organisationId: string }[]> {
    const rows = await this.database.client.bodyMember.findMany({ where: { municipalityId, body: { processId: { in: [...processIds] } } }, include: { body: { select: { processId: true } } }, orderBy: { organisationId: 'asc' } });
    return rows.map(({ bodyId, organisationId, body }) => ({ processId: body.processId, bodyId, organisationId }));
  }

  /** Steps of processes by date, undated ones last. */
  findSteps(municipalityId: string, processIds: readonly string[]): Promise<DatedStepRow[]> {
    return this.database.client.datedStep.findMany({
      where: { municipalityId, processId: { in: [...processIds] } },
      orderBy: [{ dateFrom: { sort: 'asc', nulls: 'last' } }, { dateTo: { sort: 'asc', nulls: 'last' } }, { position: 'asc' }, { id: 'asc' }],
    });
  }

  /** Phases of processes in the order in which they open. */
  findPhases(municipalityId: string, processIds: readonly string[]): Promise<PhaseRow[]> {
    return this.database.client.phase.findMany({ where: { municipalityId, processId: { in: [...processIds] } }, orderBy: [{ opensAt: 'asc' }, { closesAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }] });
  }

  /** Tracks of processes in their order. */
  findTracks(municipalityId: string, processIds: readonly string[]): Promise<ProcessTrackRow[]> {
    return this.database.client.processTrack.findMany({ where: { municipalityId, processId: { in: [...processIds] } }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  }

  /** Documents of processes in their order. */
  findDocuments(municipalityId: string, processIds: readonly string[]): Promise<ProcessDocumentRow[]> {
    return this.database.client.processDocument.findMany({ where: { municipalityId, processId: { in: [...processIds] } }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  }

  /** Roles that are held now, those who steer first. */
  findRoles(municipalityId: string, processIds: readonly string[]): Promise<ProcessRoleRow[]> {
    return this.database.client.processRole.findMany({
      where: { municipalityId, processId: { in: [...processIds] }, withdrawnAt: null }, orderBy: [{ role: 'asc' }, { assignedAt: 'asc' }, { id: 'asc' }],
    });
  }

  /** One role that is held now. */
  findRole(municipalityId: string, id: string): Promise<ProcessRoleRow | null> {
    return this.database.client.processRole.findFirst({ where: { municipalityId, id, withdrawnAt: null } });
  }

  /** Phases by id, in any order; foreign and unknown ids are left out. */
  findPhasesByIds(municipalityId: string, ids: readonly string[]): Promise<PhaseRow[]> {
    return this.database.client.phase.findMany({ where: { municipalityId, id: { in: [...ids] } } });
  }

  findPhase(municipalityId: string, id: string): Promise<PhaseRow | null> {
    return this.database.client.phase.findFirst({ where: { municipalityId, id } });
  }

  findBody(municipalityId: string, id: string): Promise<BodyRow | null> {
    return this.database.client.body.findFirst({ where: { municipalityId, id } });
  }

  findStep(municipalityId: string, id: string): Promise<DatedStepRow | null> {
    return this.database.client.datedStep.findFirst({ where: { municipalityId, id } });
  }
}
