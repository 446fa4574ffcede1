import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload, UserErrorType } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorType } from './indicator.type.js';
import { IndicatorPlaceKindEnum } from './monitoring.enums.js';

/** A place in a text that names an indicator. */
@ObjectType('IndicatorPlace', { description: 'A place in a text that names an indicator.' })
export class IndicatorPlaceType {
  @Field(() => IndicatorPlaceKindEnum, { description: 'What names it.' })
  kind!: string;

  @Field(() => String, { description: 'Title of the goal or measure; empty where it has none, and of the text.' })
  title!: string;

  @Field(() => String, { description: 'The block in the text of its section.' })
  blockId!: string;

  /** Where it stands, for the edge. */
  sectionId!: string;
}

/** Whether an indicator can be taken away. */
@ObjectType('IndicatorRemoval', { description: 'Whether an indicator can be taken away, and what needs it otherwise.' })
export class IndicatorRemovalType {
  @Field(() => [UserErrorType], { description: 'Why removeIndicator would refuse; none when nobody needs it.' })
  problems!: UserErrorType[];

  @Field(() => [IndicatorPlaceType], { description: 'Where texts name it that the visitor may read, at most 20.' })
  places!: IndicatorPlaceType[];

  @Field(() => [IndicatorType], { description: 'Shares that are made of its counts, at most 20.' })
  shares!: IndicatorType[];
}

@InputType({ description: 'An indicator that nobody needs.' })
export class RemoveIndicatorInput extends MutationInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;
}

@ObjectType({ description: 'What became of removeIndicator. Codes: HAS_VALUES, STILL_RELEASED, IS_COUNT, IS_LINKED, STANDS_IN_TEXT.' })
export class RemoveIndicatorPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The indicator that is no longer there; null when nothing was done.' })
  removedIndicatorId!: string | null;
}
