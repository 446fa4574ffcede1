import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorType } from './indicator.type.js';
import { ObservationType } from './observation.type.js';

@ObjectType({ description: 'What became of addIndicator. Codes: KEY_INVALID, KEY_TAKEN, NAME_REQUIRED, NAME_TOO_LONG, UNIT_REQUIRED, DECIMALS_INVALID, DEFINITION_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE.' })
export class AddIndicatorPayload extends MutationPayload {
  @Field(() => IndicatorType, { nullable: true, description: 'The new indicator.' })
  indicator!: IndicatorType | null;
}

@ObjectType({
  description: 'What became of recordObservation. Codes: VALUE_OR_REASON_REQUIRED, VALUE_INVALID, PERIOD_INVALID, PERIOD_ENDS_BEFORE_START, UNKNOWN_REGION, REGION_REQUIRED, UNKNOWN_OBSERVATION, OBSERVATION_EXISTS, OBSERVATION_SUPERSEDED, TEXT_TOO_LONG, TEXT_NOT_STORABLE.',
})
export class RecordObservationPayload extends MutationPayload {
  @Field(() => ObservationType, { nullable: true, description: 'The recorded value.' })
  observation!: ObservationType | null;

  @Field(() => IndicatorType, { nullable: true, description: 'The indicator with its values as they are now.' })
  indicator!: IndicatorType | null;
}
