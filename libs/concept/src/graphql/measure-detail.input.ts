import { Field, ID, InputType } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { FundingStateEnum, PriorityEnum } from './concept.enums.js';

@InputType({ description: 'How urgent a measure is.' })
export class SetMeasurePriorityInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => PriorityEnum, { nullable: true, description: 'Null: not set.' })
  priority?: string | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'Whether the money for a measure is there.' })
export class SetMeasureFundingStateInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => FundingStateEnum, { nullable: true, description: 'Null: not set.' })
  fundingState?: string | null;

  @Field(() => FundingStateEnum, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'Whom to ask about a measure.' })
export class SetMeasureContactInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { nullable: true, description: 'At most 300 characters; null: not set.' })
  contact?: string | null;

  @Field(() => String, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'Where in the municipality a measure is.' })
export class SetMeasureDistrictInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { nullable: true, description: 'At most 300 characters; null: not set.' })
  district?: string | null;

  @Field(() => String, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}

@InputType({ description: 'Until when the money for a measure is there.' })
export class SetMeasureFundingUntilInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => String, { nullable: true, description: 'The last day, `YYYY-MM-DD`; null: not set.' })
  fundingUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'The value as it was seen; null when it was not set.' })
  expected?: string | null;
}
