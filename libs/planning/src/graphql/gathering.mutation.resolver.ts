import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, decodeGlobalId, pickedId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { PlanGatheringCommand } from '../commands/plan-gathering.command.js';
import { RecordGatheringCommand } from '../commands/record-gathering.command.js';
import { GatheringReader } from '../queries/gathering.reader.js';
import { ProcessReader } from '../queries/process.reader.js';
import {
  AddGatheringInput, AddGatheringPayload, ChangeGatheringInput, ChangeGatheringPayload, EndGatheringInput, EndGatheringPayload, gatheringFieldsOf, RecordAttendanceInput, RecordAttendancePayload,
  RecordGatheringResultsInput, RecordGatheringResultsPayload, RemoveAttendanceInput, RemoveAttendancePayload, RemoveGatheringInput, RemoveGatheringPayload,
} from './gathering.input.js';
import type { GatheringPayload } from './gathering.input.js';
import { GatheringType } from './gathering.type.js';
import { PlanningProcessType } from './planning-process.type.js';

const command = (request: RequestContext, mutation: string, input: MutationInput): CommandContext => commandContext(request.requireActor(), request.correlationId, mutation, input);
const gatheringIdOf = ({ gatheringId }: { readonly gatheringId: string }): string => decodeGlobalId(gatheringId, 'Gathering');
const organisationIdOf = ({ organisationId }: { readonly organisationId: string }): string => pickedId(organisationId, 'Organisation');

/** Planning and running gatherings. */
@Resolver()
export class GatheringMutationResolver {
  constructor(
    @Inject(PlanGatheringCommand) private readonly plan: PlanGatheringCommand,
    @Inject(RecordGatheringCommand) private readonly records: RecordGatheringCommand,
    @Inject(GatheringReader) private readonly reader: GatheringReader,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
  ) {}

  @Mutation(() => AddGatheringPayload, { description: 'Adds a gathering to a process.' })
  addGathering(@Args('input', { type: () => AddGatheringInput }) input: AddGatheringInput, @Requested() request: RequestContext): Promise<GatheringPayload> {
    return this.answer(request.actor, this.plan.add(command(request, 'addGathering', input), { processId: decodeGlobalId(input.processId, 'PlanningProcess'), ...gatheringFieldsOf(input) }));
  }

  @Mutation(() => ChangeGatheringPayload, { description: 'Changes a gathering with its agenda and tables.' })
  changeGathering(@Args('input', { type: () => ChangeGatheringInput }) input: ChangeGatheringInput, @Requested() request: RequestContext): Promise<GatheringPayload> {
    return this.answer(request.actor, this.plan.change(command(request, 'changeGathering', input), { gatheringId: gatheringIdOf(input), expectedRevision: input.expectedRevision, ...gatheringFieldsOf(input) }));
  }

  @Mutation(() => EndGatheringPayload, { description: 'Ends a gathering before its time: guests can write no more.' })
  endGathering(@Args('input', { type: () => EndGatheringInput }) input: EndGatheringInput, @Requested() request: RequestContext): Promise<GatheringPayload> {
    return this.answer(request.actor, this.plan.end(command(request, 'endGathering', input), gatheringIdOf(input)));
  }

  @Mutation(() => RemoveGatheringPayload, { description: 'Takes a gathering out of its process; what was said in it stays.' })
  async removeGathering(@Args('input', { type: () => RemoveGatheringInput }) input: RemoveGatheringInput, @Requested() request: RequestContext): Promise<RemoveGatheringPayload> {
    const { value, errors } = await settle(this.plan.remove(command(request, 'removeGathering', input), gatheringIdOf(input)));
    const row = value === null ? null : await this.processes.find(request.actor, value);
    return { process: row === null ? null : PlanningProcessType.of(row), errors };
  }

  @Mutation(() => RecordAttendancePayload, { description: 'Says that an organisation is registered, or was there.' })
  recordAttendance(@Args('input', { type: () => RecordAttendanceInput }) input: RecordAttendanceInput, @Requested() request: RequestContext): Promise<GatheringPayload> {
    const { state, people = null } = input;
    return this.answer(request.actor, this.records.attendance(command(request, 'recordAttendance', input), { gatheringId: gatheringIdOf(input), organisationId: organisationIdOf(input), state, people }));
  }

  @Mutation(() => RemoveAttendancePayload, { description: 'Takes an organisation off the list of a gathering.' })
  removeAttendance(@Args('input', { type: () => RemoveAttendanceInput }) input: RemoveAttendanceInput, @Requested() request: RequestContext): Promise<GatheringPayload> {
    return this.answer(request.actor, this.records.removeAttendance(command(request, 'removeAttendance', input), gatheringIdOf(input), organisationIdOf(input)));
  }

  @Mutation(() => RecordGatheringResultsPayload, { description: 'Writes down what was said and what came of it.' })
  recordGatheringResults(@Args('input', { type: () => RecordGatheringResultsInput }) input: RecordGatheringResultsInput, @Requested() request: RequestContext): Promise<GatheringPayload> {
    const { expectedRevision, minutes, results } = input;
    return this.answer(request.actor, this.records.results(command(request, 'recordGatheringResults', input), { gatheringId: gatheringIdOf(input), expectedRevision, minutes, results }));
  }

  private async answer(actor: Actor | null, done: Promise<string>): Promise<GatheringPayload> {
    const { value, errors } = await settle(done);
    const row = value === null ? null : await this.reader.find(actor, value);
    return { gathering: row === null ? null : GatheringType.of(row), errors };
  }
}
