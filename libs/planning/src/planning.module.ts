import { Module } from '@nestjs/common';
import { datedStepAdded, processCreated, roleAssigned, roleWithdrawn } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { AddDatedStepCommand } from './commands/add-dated-step.command.js';
import { AssignProcessRoleCommand } from './commands/assign-process-role.command.js';
import { BeginProcessCommand } from './commands/begin-process.command.js';
import { BeginConceptCommand } from './commands/begin-concept.command.js';
import { ProcessGate } from './commands/process.gate.js';
import { RoleSubjectReader } from './commands/role-subject.reader.js';
import { WithdrawProcessRoleCommand } from './commands/withdraw-process-role.command.js';
import { BeginConceptResolver } from './graphql/begin-concept.resolver.js';
import { EditionProcessResolver } from './graphql/edition-process.resolver.js';
import { PlanningMutationResolver } from './graphql/planning.mutation.resolver.js';
import { PlanningProcessResolver } from './graphql/planning-process.resolver.js';
import { ProcessRoleResolver } from './graphql/process-role.resolver.js';
import { DatedStepRepository } from './persistence/dated-step.repository.js';
import { ProcessRepository } from './persistence/process.repository.js';
import { ProcessRoleRepository } from './persistence/process-role.repository.js';
import { ProcessReader } from './queries/process.reader.js';
import { WithdrawRolesWhenPersonErased } from './subscribers/withdraw-roles-when-person-erased.subscriber.js';
import { RemoveProcessesWhenMunicipalityRemoved } from './subscribers/remove-processes-when-municipality-removed.subscriber.js';

const repositories = [ProcessRepository, DatedStepRepository, ProcessRoleRepository];
const commands = [BeginProcessCommand, AssignProcessRoleCommand, WithdrawProcessRoleCommand, AddDatedStepCommand, BeginConceptCommand];
const subscribers = [WithdrawRolesWhenPersonErased, RemoveProcessesWhenMunicipalityRemoved];

/** Processes, bodies, dated steps and roles. Needs the global modules of the platform, of identity and of concept. */
@Module({
  providers: [...repositories, ...commands, ...subscribers, ProcessGate, RoleSubjectReader, ProcessReader],
  exports: [...commands, ...subscribers, ProcessReader],
})
export class PlanningModule {}

/** What the API adds: processes, roles, steps, and the process of an edition. */
@Module({
  imports: [PlanningModule],
  providers: [PlanningProcessResolver, ProcessRoleResolver, EditionProcessResolver, PlanningMutationResolver, BeginConceptResolver],
})
export class PlanningGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const planningWorkerParts: WorkerParts = {
  context: 'planning', processors: [], subscribers, publishes: [processCreated, datedStepAdded, roleAssigned, roleWithdrawn] as readonly EventContract[],
};
