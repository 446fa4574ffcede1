import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, pickedId, settle } from '@konzeptwerkstatt/platform-graphql';
import { AddDatedStepCommand } from '../commands/add-dated-step.command.js';
import { AssignProcessRoleCommand } from '../commands/assign-process-role.command.js';
import { WithdrawProcessRoleCommand } from '../commands/withdraw-process-role.command.js';
import { ProcessReader } from '../queries/process.reader.js';
import { DatedStepType } from './dated-step.type.js';
import { PlanningProcessType } from './planning-process.type.js';
import { AddDatedStepInput, AssignProcessRoleInput, WithdrawProcessRoleInput } from './planning.input.js';
import { AddDatedStepPayload, AssignProcessRolePayload, WithdrawProcessRolePayload } from './planning.payload.js';
import { ProcessRoleType } from './process-role.type.js';

/** Changes of processes. */
@Resolver()
export class PlanningMutationResolver {
  constructor(
    @Inject(AssignProcessRoleCommand) private readonly assign: AssignProcessRoleCommand,
    @Inject(WithdrawProcessRoleCommand) private readonly withdraw: WithdrawProcessRoleCommand,
    @Inject(AddDatedStepCommand) private readonly addStep: AddDatedStepCommand,
    @Inject(ProcessReader) private readonly reader: ProcessReader,
  ) {}

  @Mutation(() => AssignProcessRolePayload, { description: 'Gives an organisation or a person a role in a process.' })
  async assignProcessRole(
    @Args('input', { type: () => AssignProcessRoleInput }) input: AssignProcessRoleInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<AssignProcessRolePayload> {
    const { value: id, errors } = await settle(this.assign.run(commandContext(actor, correlation, 'assignProcessRole', input), {
      processId: decodeGlobalId(input.processId, 'PlanningProcess'),
      organisationId: pickedId(input.organisationId, 'Organisation'),
      personEmail: input.personEmail ?? null,
      role: input.role,
      sectionIds: input.sectionIds.map((sectionId) => pickedId(sectionId, 'Section')),
    }));
    const row = id === null || actor.municipalityId === null ? null : await this.reader.findRole(actor.municipalityId, id);
    return { role: row === null ? null : ProcessRoleType.of(row), errors };
  }

  @Mutation(() => WithdrawProcessRolePayload, { description: 'Takes a role in a process away.' })
  async withdrawProcessRole(
    @Args('input', { type: () => WithdrawProcessRoleInput }) input: WithdrawProcessRoleInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<WithdrawProcessRolePayload> {
    const roleId = decodeGlobalId(input.roleId, 'ProcessRole');
    const { value: processId, errors } = await settle(this.withdraw.run(commandContext(actor, correlation, 'withdrawProcessRole', input), { roleId }));
    const row = processId === null ? null : await this.reader.find(actor, processId);
    return { process: row === null ? null : PlanningProcessType.of(row), errors };
  }

  @Mutation(() => AddDatedStepPayload, { description: 'Adds a step to a process, with a date as exact as it is known.' })
  async addDatedStep(
    @Args('input', { type: () => AddDatedStepInput }) input: AddDatedStepInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<AddDatedStepPayload> {
    const processId = decodeGlobalId(input.processId, 'PlanningProcess');
    const { kind, title, date, note } = input;
    const { value: id, errors } = await settle(this.addStep.run(commandContext(actor, correlation, 'addDatedStep', input), { processId, kind, title, date, note: note ?? null }));
    const row = id === null || actor.municipalityId === null ? null : await this.reader.findStep(actor.municipalityId, id);
    return { step: row === null ? null : DatedStepType.of(row), errors };
  }
}
