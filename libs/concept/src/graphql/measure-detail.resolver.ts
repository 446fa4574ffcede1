import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { EditFieldCommand } from '../commands/edit-field.command.js';
import { ConceptAnswers } from './concept-answers.js';
import { SetMeasureContactInput, SetMeasureDistrictInput, SetMeasureFundingStateInput, SetMeasureFundingUntilInput, SetMeasurePriorityInput } from './measure-detail.input.js';
import { SetMeasureContactPayload, SetMeasureDistrictPayload, SetMeasureFundingStatePayload, SetMeasureFundingUntilPayload, SetMeasurePriorityPayload } from './measure.payload.js';
import type { MeasurePayload } from './measure.payload.js';
import { MeasureType } from './measure.type.js';

/** Mutations that set what few measures need: priority, funding, contact, place. */
@Resolver(() => MeasureType)
export class MeasureDetailResolver {
  constructor(
    private readonly fields: EditFieldCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => SetMeasurePriorityPayload, { description: 'Says how urgent a measure is.' })
  setMeasurePriority(@Requested() request: RequestContext, @Args('input') input: SetMeasurePriorityInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasurePriority', 'priority', input, input.priority ?? null);
  }

  @Mutation(() => SetMeasureFundingStatePayload, { description: 'Says whether the money for a measure is there or subject to the budget.' })
  setMeasureFundingState(@Requested() request: RequestContext, @Args('input') input: SetMeasureFundingStateInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureFundingState', 'fundingState', input, input.fundingState ?? null);
  }

  @Mutation(() => SetMeasureContactPayload, { description: 'Says whom to ask about a measure.' })
  setMeasureContact(@Requested() request: RequestContext, @Args('input') input: SetMeasureContactInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureContact', 'contact', input, input.contact ?? null);
  }

  @Mutation(() => SetMeasureDistrictPayload, { description: 'Says where in the municipality a measure is.' })
  setMeasureDistrict(@Requested() request: RequestContext, @Args('input') input: SetMeasureDistrictInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureDistrict', 'district', input, input.district ?? null);
  }

  @Mutation(() => SetMeasureFundingUntilPayload, { description: 'Says until when the money for a measure is there.' })
  setMeasureFundingUntil(@Requested() request: RequestContext, @Args('input') input: SetMeasureFundingUntilInput): Promise<MeasurePayload> {
    return this.set(request, 'setMeasureFundingUntil', 'fundingUntil', input, input.fundingUntil ?? null);
  }

  private set(
    request: RequestContext, mutation: string, field: string, input: MutationInput & { readonly measureId: string; readonly expected?: string | null }, value: string | null,
  ): Promise<MeasurePayload> {
    const edit = { object: 'measure', id: decodeGlobalId(input.measureId, 'Measure'), field, input: field, value, expected: input.expected ?? null } as const;
    return this.answers.measure(request, field, this.fields.setValue(this.answers.command(request, mutation, input), edit));
  }
}
