import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, settle } from '@konzeptwerkstatt/platform-graphql';
import { PlanPhaseCommand } from '../commands/plan-phase.command.js';
import { ProcessReader } from '../queries/process.reader.js';
import { AddPhaseInput, AddPhasePayload, ChangePhaseInput, ChangePhasePayload, phaseFieldsOf, RemovePhaseInput, RemovePhasePayload } from './phase.input.js';
import { PhaseType } from './phase.type.js';
import { PlanningProcessType } from './planning-process.type.js';

/** Planning the phases of a process. */
@Resolver()
export class PhaseMutationResolver {
  constructor(
    @Inject(PlanPhaseCommand) private readonly plan: PlanPhaseCommand,
    @Inject(ProcessReader) private readonly reader: ProcessReader,
  ) {}

  @Mutation(() => AddPhasePayload, { description: 'Adds a phase to a process; it opens and closes by itself.' })
  async addPhase(@Args('input', { type: () => AddPhaseInput }) input: AddPhaseInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<AddPhasePayload> {
    const processId = decodeGlobalId(input.processId, 'PlanningProcess');
    const { value, errors } = await settle(this.plan.add(commandContext(actor, correlation, 'addPhase', input), { processId, ...phaseFieldsOf(input) }));
    return { phase: await this.find(actor, value), errors };
  }

  @Mutation(() => ChangePhasePayload, { description: 'Changes a phase; whatever its new times make due happens at once.' })
  async changePhase(@Args('input', { type: () => ChangePhaseInput }) input: ChangePhaseInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<ChangePhasePayload> {
    const phaseId = decodeGlobalId(input.phaseId, 'Phase');
    const { value, errors } = await settle(this.plan.change(commandContext(actor, correlation, 'changePhase', input), { phaseId, expectedRevision: input.expectedRevision, ...phaseFieldsOf(input) }));
    return { phase: await this.find(actor, value), errors };
  }

  @Mutation(() => RemovePhasePayload, { description: 'Removes a phase; what it gave ends.' })
  async removePhase(@Args('input', { type: () => RemovePhaseInput }) input: RemovePhaseInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<RemovePhasePayload> {
    const phaseId = decodeGlobalId(input.phaseId, 'Phase');
    const { value, errors } = await settle(this.plan.remove(commandContext(actor, correlation, 'removePhase', input), { phaseId }));
    const row = value === null ? null : await this.reader.find(actor, value);
    return { process: row === null ? null : PlanningProcessType.of(row), errors };
  }

  private async find({ municipalityId }: Actor, id: string | null): Promise<PhaseType | null> {
    const row = id === null || municipalityId === null ? null : await this.reader.findPhase(municipalityId, id);
    return row === null ? null : PhaseType.of(row);
  }
}
