import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, pickedId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { EditFieldCommand } from '../commands/edit-field.command.js';
import type { MemberEdit } from '../commands/edit-field.command.js';
import { ConceptAnswers } from './concept-answers.js';
import {
  AddMeasurePartnerInput, RemoveMeasurePartnerInput, AddMeasureTargetGroupInput, RemoveMeasureTargetGroupInput,
  LinkMeasureIndicatorInput, UnlinkMeasureIndicatorInput, LinkMeasureGoalInput, UnlinkMeasureGoalInput,
} from './measure-member.input.js';
import {
  AddMeasurePartnerPayload, RemoveMeasurePartnerPayload, AddMeasureTargetGroupPayload, RemoveMeasureTargetGroupPayload,
  LinkMeasureIndicatorPayload, UnlinkMeasureIndicatorPayload, LinkMeasureGoalPayload, UnlinkMeasureGoalPayload,
} from './measure.payload.js';
import type { MeasurePayload } from './measure.payload.js';
import { MeasureType } from './measure.type.js';

/** Mutations that put something into one of a measure's sets, or take it out. */
@Resolver(() => MeasureType)
export class MeasureMemberResolver {
  constructor(
    private readonly fields: EditFieldCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => AddMeasurePartnerPayload, { description: 'Proposes an organisation as a partner of a measure.' })
  addMeasurePartner(@Requested() request: RequestContext, @Args('input') input: AddMeasurePartnerInput): Promise<MeasurePayload> {
    return this.set(request, 'addMeasurePartner', input, { field: 'partner', input: 'organisationId', member: pickedId(input.organisationId, 'Organisation'), present: true });
  }

  @Mutation(() => RemoveMeasurePartnerPayload, { description: 'Takes an organisation off the partners of a measure.' })
  removeMeasurePartner(@Requested() request: RequestContext, @Args('input') input: RemoveMeasurePartnerInput): Promise<MeasurePayload> {
    return this.set(request, 'removeMeasurePartner', input, { field: 'partner', input: 'organisationId', member: pickedId(input.organisationId, 'Organisation'), present: false });
  }

  @Mutation(() => AddMeasureTargetGroupPayload, { description: 'Adds a target group to a measure.' })
  addMeasureTargetGroup(@Requested() request: RequestContext, @Args('input') input: AddMeasureTargetGroupInput): Promise<MeasurePayload> {
    return this.set(request, 'addMeasureTargetGroup', input, { field: 'targetGroup', input: 'targetGroup', member: input.targetGroup, present: true });
  }

  @Mutation(() => RemoveMeasureTargetGroupPayload, { description: 'Takes a target group off a measure.' })
  removeMeasureTargetGroup(@Requested() request: RequestContext, @Args('input') input: RemoveMeasureTargetGroupInput): Promise<MeasurePayload> {
    return this.set(request, 'removeMeasureTargetGroup', input, { field: 'targetGroup', input: 'targetGroup', member: input.targetGroup, present: false });
  }

  @Mutation(() => LinkMeasureIndicatorPayload, { description: 'Links a measure to an indicator.' })
  linkMeasureIndicator(@Requested() request: RequestContext, @Args('input') input: LinkMeasureIndicatorInput): Promise<MeasurePayload> {
    return this.set(request, 'linkMeasureIndicator', input, { field: 'indicator', input: 'indicatorId', member: pickedId(input.indicatorId, 'Indicator'), present: true });
  }

  @Mutation(() => UnlinkMeasureIndicatorPayload, { description: 'Takes the link to an indicator off a measure.' })
  unlinkMeasureIndicator(@Requested() request: RequestContext, @Args('input') input: UnlinkMeasureIndicatorInput): Promise<MeasurePayload> {
    return this.set(request, 'unlinkMeasureIndicator', input, { field: 'indicator', input: 'indicatorId', member: pickedId(input.indicatorId, 'Indicator'), present: false });
  }

  @Mutation(() => LinkMeasureGoalPayload, { description: 'Links a measure to a goal of its section.' })
  linkMeasureGoal(@Requested() request: RequestContext, @Args('input') input: LinkMeasureGoalInput): Promise<MeasurePayload> {
    return this.set(request, 'linkMeasureGoal', input, { field: 'goal', input: 'goalId', member: pickedId(input.goalId, 'Goal'), present: true });
  }

  @Mutation(() => UnlinkMeasureGoalPayload, { description: 'Takes the link to a goal off a measure.' })
  unlinkMeasureGoal(@Requested() request: RequestContext, @Args('input') input: UnlinkMeasureGoalInput): Promise<MeasurePayload> {
    return this.set(request, 'unlinkMeasureGoal', input, { field: 'goal', input: 'goalId', member: pickedId(input.goalId, 'Goal'), present: false });
  }

  private set(request: RequestContext, mutation: string, input: MutationInput & { readonly measureId: string }, edit: Omit<MemberEdit, 'object' | 'id'>): Promise<MeasurePayload> {
    const command = this.answers.command(request, mutation, input);
    return this.answers.measure(request, edit.field, this.fields.setMember(command, { object: 'measure', id: decodeGlobalId(input.measureId, 'Measure'), ...edit }));
  }
}
