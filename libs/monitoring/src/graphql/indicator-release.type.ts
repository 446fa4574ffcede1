import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorType } from './indicator.type.js';

/** Where an indicator can be read by everybody. */
@ObjectType('IndicatorRelease', { description: 'Where an indicator can be read by everybody.' })
export class IndicatorReleaseType {
  @Field(() => String, { description: 'Path of the public page; stays the same.' })
  path!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  releasedAt!: Date;
}

@InputType({ description: 'An indicator that everybody may read.' })
export class ReleaseIndicatorInput extends MutationInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;
}

@InputType({ description: 'An indicator that is no longer for everybody.' })
export class WithdrawIndicatorInput extends MutationInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;
}

@ObjectType({ description: 'What became of releaseIndicator. Codes: TOO_SENSITIVE, LICENCE_NOT_OPEN.' })
export class ReleaseIndicatorPayload extends MutationPayload {
  @Field(() => IndicatorType, { nullable: true, description: 'The indicator; null when nothing was done.' })
  indicator!: IndicatorType | null;
}

@ObjectType({ description: 'What became of withdrawIndicator. No codes of its own.' })
export class WithdrawIndicatorPayload extends MutationPayload {
  @Field(() => IndicatorType, { nullable: true, description: 'The indicator; null when nothing was done.' })
  indicator!: IndicatorType | null;
}
