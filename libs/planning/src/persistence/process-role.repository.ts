import type { Transaction as OutboxTransaction } from '@konzeptwerkstatt/contracts';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { isProcessRole } from '../domain/process-role.entity.js';
import type { ProcessRole } from '../domain/process-role.entity.js';

interface RoleRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly subjectKind: 'person' | 'organisation';
  readonly subjectId: string;
  readonly role: string;
  readonly sectionIds: string[];
}

function roleOf({ id, municipalityId, processId, subjectKind, subjectId, role, sectionIds }: RoleRow): ProcessRole {
  if (!isProcessRole(role)) throw new Error(`Process role ${id} is ${role}, which no process knows`);
  return { id, municipalityId, processId, subjectKind, subjectId, role, sectionIds };
}

/** Loads and saves who holds which role; withdrawn ones stay as history. */
@Injectable()
export class ProcessRoleRepository {
  /** Roles that are held now. */
  async findManyByProcess(tx: Transaction, municipalityId: string, processId: string): Promise<ProcessRole[]> {
    const rows = await tx.processRole.findMany({ where: { municipalityId, processId, withdrawnAt: null } });
    return rows.map(roleOf);
  }

  /** The process a role belongs to, also when it was withdrawn; null when there is no such role. */
  async findProcessId(tx: Transaction, municipalityId: string, id: string): Promise<string | null> {
    const row = await tx.processRole.findFirst({ where: { municipalityId, id }, select: { processId: true } });
    return row?.processId ?? null;
  }

  async insert(tx: Transaction, role: ProcessRole): Promise<void> {
    await tx.processRole.create({ data: { ...role, sectionIds: [...role.sectionIds] } });
  }

  /** Ends a role with the database's clock. */
  async withdraw(tx: Transaction, municipalityId: string, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE process_roles SET withdrawn_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  /** Ends every role of a person, in whatever municipality. */
  async withdrawAllOfPerson(tx: OutboxTransaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE process_roles SET withdrawn_at = now() WHERE subject_kind = 'person' AND subject_id = ${personId}::uuid AND withdrawn_at IS NULL`;
  }
}
