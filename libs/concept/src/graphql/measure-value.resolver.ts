import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, pickedId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { EditFieldCommand } from '../commands/edit-field.command.js';
import type { ValueEdit } from '../commands/edit-field.command.js';
import { ConceptAnswers } from './concept-answers.js';
import {
  SetMeasureTitleInput, SetMeasureTypeInput, SetMeasureStatusInput, SetMeasureDecisionStateInput,
  SetMeasureLeadInput, SetMeasurePeriodInput, SetMeasureResourcesInput, SetMeasureBudgetAmountInput,
  SetMeasureFundingSourceInput, SetMeasureStaffPositionsInput,
} from './measure-value.input.js';
import {
  SetMeasureTitlePayload, SetMeasureTypePayload, SetMeasureStatusPayload, SetMeasureDecisionStatePayload,
  SetMeasureLeadPayload, SetMeasurePeriodPayload, SetMeasureResourcesPayload, SetMeasureBudgetAmountPayload,
  SetMeasureFundingSourcePayload, SetMeasureStaffPositionsPayload,
} from './measure.payload.js';
import type { MeasurePayload } from './measure.payload.js';
import { MeasureType } from './measure.type.js';

/** Mutations that set one field of a measure. */
@Resolver(() => MeasureType)
export class MeasureValueResolver {
  constructor(
    private readonly fields: EditFieldCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => SetMeasureTitlePayload, { description: 'Gives a measure a new title.' })
  setMeasureTitle(@Requested() request: RequestContext, @Args('input') input: SetMeasureTitleInput): Promise<MeasurePayload> {
    return this.answers.measure(request, 'title', this.fields.setTitle(this.answers.command(request, 'setMeasureTitle', input), { object: 'measure', id: decodeGlobalId(input.measureId, 'Measure'), title: input.title, expected: input.expected }));
  }

  @Mutation(() => SetMeasureTypePayload, { description: 'Says what kind of undertaking a measure is.' })
  setMeasureType(@Requested() request: RequestContext, @Args('input') input: SetMeasureTypeInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureType', input, { field: 'type', input: 'type', value: input.type ?? null, expected: input.expected ?? null });
  }

  @Mutation(() => SetMeasureStatusPayload, { description: 'Says how far a measure has come.' })
  setMeasureStatus(@Requested() request: RequestContext, @Args('input') input: SetMeasureStatusInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureStatus', input, { field: 'status', input: 'status', value: input.status ?? null, expected: input.expected ?? null });
  }

  @Mutation(() => SetMeasureDecisionStatePayload, { description: 'Says what the deciding body made of a measure.' })
  setMeasureDecisionState(@Requested() request: RequestContext, @Args('input') input: SetMeasureDecisionStateInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureDecisionState', input, { field: 'decisionState', input: 'decisionState', value: input.decisionState ?? null, expected: input.expected ?? null });
  }

  @Mutation(() => SetMeasurePeriodPayload, { description: 'Says from when to when a measure runs.' })
  setMeasurePeriod(@Requested() request: RequestContext, @Args('input') input: SetMeasurePeriodInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasurePeriod', input, { field: 'period', input: 'period', value: input.period ?? null, expected: input.expected ?? null });
  }

  @Mutation(() => SetMeasureResourcesPayload, { description: 'Says in words what a measure takes.' })
  setMeasureResources(@Requested() request: RequestContext, @Args('input') input: SetMeasureResourcesInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureResources', input, { field: 'resources', input: 'resources', value: input.resources ?? null, expected: input.expected ?? null });
  }

  @Mutation(() => SetMeasureBudgetAmountPayload, { description: 'Says what money a measure takes.' })
  setMeasureBudgetAmount(@Requested() request: RequestContext, @Args('input') input: SetMeasureBudgetAmountInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureBudgetAmount', input, { field: 'budgetAmount', input: 'amount', value: input.amount ?? null, expected: input.expected ?? null });
  }

  @Mutation(() => SetMeasureFundingSourcePayload, { description: 'Says who pays for a measure.' })
  setMeasureFundingSource(@Requested() request: RequestContext, @Args('input') input: SetMeasureFundingSourceInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureFundingSource', input, { field: 'fundingSource', input: 'fundingSource', value: input.fundingSource ?? null, expected: input.expected ?? null });
  }

  @Mutation(() => SetMeasureStaffPositionsPayload, { description: 'Says how many full-time equivalents a measure takes.' })
  setMeasureStaffPositions(@Requested() request: RequestContext, @Args('input') input: SetMeasureStaffPositionsInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureStaffPositions', input, { field: 'staffPositions', input: 'staffPositions', value: input.staffPositions ?? null, expected: input.expected ?? null });
  }

  @Mutation(() => SetMeasureLeadPayload, { description: 'Says which organisation is in charge of a measure.' })
  setMeasureLead(@Requested() request: RequestContext, @Args('input') input: SetMeasureLeadInput): Promise<MeasurePayload> {
    const [value, expected] = [pickedId(input.organisationId, 'Organisation'), pickedId(input.expectedOrganisationId, 'Organisation')];
    return this.set(request, 'setMeasureLead', input, { field: 'lead', input: 'organisationId', value, expected, references: 'organisation' });
  }

  private set(request: RequestContext, mutation: string, input: MutationInput & { readonly measureId: string }, edit: Omit<ValueEdit, 'object' | 'id'>): Promise<MeasurePayload> {
    const command = this.answers.command(request, mutation, input);
    return this.answers.measure(request, edit.field, this.fields.setValue(command, { object: 'measure', id: decodeGlobalId(input.measureId, 'Measure'), ...edit }));
  }
}
