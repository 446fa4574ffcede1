import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { roleWithdrawn } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { throwProblems } from '../domain/planning.errors.js';
import { withdrawalProblems } from '../domain/process-role.entity.js';
import { ProcessRoleRepository } from '../persistence/process-role.repository.js';
import { ProcessGate } from './process.gate.js';

/** Takes a role in a process away; the grants that come from it end by event. */
@Injectable()
export class WithdrawProcessRoleCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ProcessGate) private readonly gate: ProcessGate,
    @Inject(ProcessRoleRepository) private readonly roles: ProcessRoleRepository,
  ) {}

  /**
   * @returns the id of the process
   * @throws ValidationError LAST_STEERING_ROLE; ApplicationError NOT_FOUND (also when it was withdrawn before), FORBIDDEN
   */
  async run(context: CommandContext, { roleId }: { readonly roleId: string }): Promise<string> {
    const { municipalityId, processId } = await this.placeOf(context, roleId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.gate.lock(tx, municipalityId, processId);
      const held = await this.roles.findManyByProcess(tx, municipalityId, processId);
      const role = held.find((candidate) => candidate.id === roleId);
      if (role === undefined) throw gone();
      throwProblems(withdrawalProblems(held, roleId));
      await this.roles.withdraw(tx, municipalityId, roleId);
      const { subjectKind, subjectId } = role;
      events.record(roleWithdrawn, { municipalityId, aggregateType: 'ProcessRole', aggregateId: roleId, editionId: null, payload: { roleId, processId, subjectKind, subjectId } });
      return processId;
    });
  }

  /** Withdrawn ones are found too: a repeated call is answered from what was stored, not with an error. */
  private async placeOf({ actor }: CommandContext, roleId: string): Promise<{ municipalityId: string; processId: string }> {
    const { municipalityId } = actor;
    const processId = municipalityId === null ? null : await this.roles.findProcessId(this.database.client, municipalityId, roleId);
    if (municipalityId === null || processId === null) throw gone();
    await this.gate.requireManage(actor, processId);
    return { municipalityId, processId };
  }
}

function gone(): ApplicationError {
  return new ApplicationError('NOT_FOUND', 'Diese Rolle gibt es nicht, oder sie ist für Sie nicht sichtbar.');
}
