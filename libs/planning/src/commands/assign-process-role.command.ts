import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { roleAssigned } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { planningProblem, throwProblems } from '../domain/planning.errors.js';
import { assignmentProblems, isProcessRole } from '../domain/process-role.entity.js';
import type { ProcessRole } from '../domain/process-role.entity.js';
import { ProcessRoleRepository } from '../persistence/process-role.repository.js';
import { ProcessGate } from './process.gate.js';
import { RoleSubjectReader } from './role-subject.reader.js';

export interface AssignProcessRole {
  readonly processId: string;
  /** Either the organisation or the person is named. */
  readonly organisationId: string | null;
  readonly personEmail: string | null;
  readonly role: string;
  /** Empty: the whole process. */
  readonly sectionIds: readonly string[];
}

/** Gives a person or an organisation a role in a process; the grants follow by event. */
@Injectable()
export class AssignProcessRoleCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ProcessGate) private readonly gate: ProcessGate,
    @Inject(RoleSubjectReader) private readonly subjects: RoleSubjectReader,
    @Inject(ProcessRoleRepository) private readonly roles: ProcessRoleRepository,
  ) {}

  /**
   * @returns the role's id
   * @throws ValidationError; ApplicationError NOT_FOUND, FORBIDDEN
   */
  async run(context: CommandContext, input: AssignProcessRole): Promise<string> {
    const { processId, role } = input;
    const municipalityId = await this.gate.requireManage(context.actor, processId);
    if (!isProcessRole(role)) throw new ValidationError([planningProblem('ROLE_NOT_ASSIGNABLE', ['role'])]);
    const subject = await this.subjects.find(municipalityId, input);
    const sectionIds = await this.subjects.findSections(municipalityId, processId, input.sectionIds);
    return this.unitOfWork.run(context, async (unit) => {
      await this.gate.lock(unit.tx, municipalityId, processId);
      const wanted = { ...subject, id: newId(), municipalityId, processId, role, sectionIds };
      throwProblems(assignmentProblems(await this.roles.findManyByProcess(unit.tx, municipalityId, processId), wanted));
      await this.assign(unit, wanted);
      return wanted.id;
    });
  }

  /** Writes a role inside a transaction that is open already, without asking for rights: for loading content. */
  async assign({ tx, events }: Unit<Transaction>, role: ProcessRole): Promise<void> {
    await this.roles.insert(tx, role);
    const { id: roleId, municipalityId, processId, subjectKind, subjectId, sectionIds } = role;
    events.record(roleAssigned, {
      municipalityId, aggregateType: 'ProcessRole', aggregateId: roleId, editionId: null,
      payload: { roleId, processId, subjectKind, subjectId, role: role.role, sectionIds: [...sectionIds] },
    });
  }
}
