import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { MeasureType } from './measure.type.js';

/** The measure as it is afterwards, or the reasons why nothing was done. */
@ObjectType({ isAbstract: true })
export abstract class MeasurePayload extends MutationPayload {
  @Field(() => MeasureType, { nullable: true, description: 'The measure as it is afterwards; null when nothing was done.' })
  measure!: MeasureType | null;
}

@ObjectType({ description: 'Answer of addMeasure.' })
export class AddMeasurePayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureTitle.' })
export class SetMeasureTitlePayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureType.' })
export class SetMeasureTypePayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureStatus.' })
export class SetMeasureStatusPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureDecisionState.' })
export class SetMeasureDecisionStatePayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureLead.' })
export class SetMeasureLeadPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasurePeriod.' })
export class SetMeasurePeriodPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureResources.' })
export class SetMeasureResourcesPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureBudgetAmount.' })
export class SetMeasureBudgetAmountPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureFundingSource.' })
export class SetMeasureFundingSourcePayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureStaffPositions.' })
export class SetMeasureStaffPositionsPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of addMeasurePartner.' })
export class AddMeasurePartnerPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of removeMeasurePartner.' })
export class RemoveMeasurePartnerPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of addMeasureTargetGroup.' })
export class AddMeasureTargetGroupPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of removeMeasureTargetGroup.' })
export class RemoveMeasureTargetGroupPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of linkMeasureIndicator.' })
export class LinkMeasureIndicatorPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of unlinkMeasureIndicator.' })
export class UnlinkMeasureIndicatorPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of linkMeasureGoal.' })
export class LinkMeasureGoalPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of unlinkMeasureGoal.' })
export class UnlinkMeasureGoalPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasurePriority.' })
export class SetMeasurePriorityPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureFundingState.' })
export class SetMeasureFundingStatePayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureContact.' })
export class SetMeasureContactPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureDistrict.' })
export class SetMeasureDistrictPayload extends MeasurePayload {}

@ObjectType({ description: 'Answer of setMeasureFundingUntil. Codes: DAY_INVALID.' })
export class SetMeasureFundingUntilPayload extends MeasurePayload {}
