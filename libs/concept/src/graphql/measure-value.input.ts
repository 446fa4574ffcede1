import { Field, ID, InputType } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { DecisionStateEnum, MeasureStatusEnum, MeasureTypeEnum } from './concept.enums.js';

@InputType({ description: 'A new title for a measure.' })
export class SetMeasureTitleInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  title!: string;

  @Field(() => String, { description: 'The title as it was seen.' })
  expected!: string;
}

@InputType({ description: 'What kind of undertaking a measure is.' })
export class SetMeasureTypeInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => MeasureTypeEnum, { nullable: true, description: 'Null: not set.' })
  type?: string | null;

  @Field(() => MeasureTypeEnum, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'How far a measure has come.' })
export class SetMeasureStatusInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => MeasureStatusEnum, { nullable: true, description: 'Null: not set.' })
  status?: string | null;

  @Field(() => MeasureStatusEnum, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'What the deciding body made of a measure.' })
export class SetMeasureDecisionStateInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => DecisionStateEnum, { description: 'The new state.' })
  decisionState!: string;

  @Field(() => DecisionStateEnum, { description: 'The state as it was seen.' })
  expected!: string;
}

@InputType({ description: 'The organisation in charge of a measure.' })
export class SetMeasureLeadInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => ID, { nullable: true, description: 'Null: nobody.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation as it was seen; null when there was none.' })
  expectedOrganisationId?: string | null;
}

@InputType({ description: 'From when to when a measure runs.' })
export class SetMeasurePeriodInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { nullable: true, description: 'E.g. `2025/2027`, `2025-Q1/..`, `2025-03/2025-09`; null: not set.' })
  period?: string | null;

  @Field(() => String, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'What a measure takes, in words.' })
export class SetMeasureResourcesInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { nullable: true, description: 'At most 2000 characters; null: not set.' })
  resources?: string | null;

  @Field(() => String, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'The money a measure takes.' })
export class SetMeasureBudgetAmountInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { nullable: true, description: 'With a point and at most two digits behind it; null: not set.' })
  amount?: string | null;

  @Field(() => String, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'Who pays for a measure.' })
export class SetMeasureFundingSourceInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { nullable: true, description: 'At most 300 characters; null: not set.' })
  fundingSource?: string | null;

  @Field(() => String, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'The full-time equivalents a measure takes.' })
export class SetMeasureStaffPositionsInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { nullable: true, description: 'With a point and at most two digits behind it; null: not set.' })
  staffPositions?: string | null;

  @Field(() => String, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}
