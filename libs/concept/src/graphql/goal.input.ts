import { Field, ID, InputType } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { GoalKindEnum } from './concept.enums.js';
import { OriginInput } from './origin.input.js';

@InputType({ description: 'A goal to be written into a section.' })
export class AddGoalInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Plain text, one line per paragraph.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of the block behind which it is put; null: at the end of the text.' })
  afterBlockId?: string | null;

  @Field(() => OriginInput, { nullable: true, description: 'Where it is taken over from.' })
  origin?: OriginInput | null;
}

@InputType({ description: 'A new title for a goal.' })
export class SetGoalTitleInput extends MutationInput {
  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  title!: string;

  @Field(() => String, { description: 'The title as it was seen.' })
  expected!: string;
}

@InputType({ description: 'Guiding goal or sub-goal.' })
export class SetGoalKindInput extends MutationInput {
  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;

  @Field(() => GoalKindEnum, { description: 'The new kind.' })
  kind!: string;

  @Field(() => GoalKindEnum, { description: 'The kind as it was seen.' })
  expected!: string;
}

@InputType({ description: 'An indicator that observes a goal.' })
export class LinkGoalIndicatorInput extends MutationInput {
  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;

  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;
}

@InputType({ description: 'An indicator that no longer observes a goal.' })
export class UnlinkGoalIndicatorInput extends MutationInput {
  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;

  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;
}

@InputType({ description: 'A goal to be taken out of the text.' })
export class RemoveGoalInput extends MutationInput {
  @Field(() => ID, { description: 'The goal.' })
  goalId!: string;
}
