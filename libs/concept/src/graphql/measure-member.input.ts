import { Field, ID, InputType } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { TargetGroupEnum } from './concept.enums.js';

@InputType({ description: 'An organisation that takes part in a measure.' })
export class AddMeasurePartnerInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;
}

@InputType({ description: 'An organisation that no longer takes part in a measure.' })
export class RemoveMeasurePartnerInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;
}

@InputType({ description: 'Somebody a measure is for.' })
export class AddMeasureTargetGroupInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => TargetGroupEnum, { description: 'The target group.' })
  targetGroup!: string;
}

@InputType({ description: 'Somebody a measure is no longer for.' })
export class RemoveMeasureTargetGroupInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => TargetGroupEnum, { description: 'The target group.' })
  targetGroup!: string;
}

@InputType({ description: 'An indicator that observes a measure.' })
export class LinkMeasureIndicatorInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;
}

@InputType({ description: 'An indicator that no longer observes a measure.' })
export class UnlinkMeasureIndicatorInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;
}

@InputType({ description: 'A goal of the same section that a measure serves.' })
export class LinkMeasureGoalInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;
}

@InputType({ description: 'A goal that a measure no longer serves.' })
export class UnlinkMeasureGoalInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;
}
