import { Field, Int, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorType } from './indicator.type.js';
import { ObservationType } from './observation.type.js';

const codes = 'KEY_INVALID, KEY_TAKEN, NAME_REQUIRED, NAME_TOO_LONG, UNIT_REQUIRED, DECIMALS_INVALID, TEXT_TOO_LONG, TEXT_NOT_STORABLE, NUMBER_INVALID, YEAR_INVALID, CORRIDOR_REQUIRED, CORRIDOR_REVERSED, BASELINE_INCOMPLETE, TARGET_INCOMPLETE, TARGET_NEEDS_DIRECTION, TARGET_BEFORE_BASELINE, TARGET_AGAINST_DIRECTION, UNKNOWN_ORGANISATION, SHARE_INCOMPLETE, COUNT_EXPECTED';

@ObjectType({ description: `What became of addIndicator. Codes: ${codes}.` })
export class AddIndicatorPayload extends MutationPayload {
  @Field(() => IndicatorType, { nullable: true, description: 'The new indicator.' })
  indicator!: IndicatorType | null;
}

@ObjectType({ description: `What became of editIndicator. Codes: ${codes}, UNIT_IN_USE, STALE_VALUE.` })
export class EditIndicatorPayload extends MutationPayload {
  @Field(() => IndicatorType, { nullable: true, description: 'The indicator as it is now.' })
  indicator!: IndicatorType | null;
}

@ObjectType({ description: 'What became of addStarterIndicators. No codes of its own.' })
export class AddStarterIndicatorsPayload extends MutationPayload {
  @Field(() => [IndicatorType], { description: 'Those that were added; none when all were there.' })
  indicators!: IndicatorType[];
}

@ObjectType({ description: 'What became of setSuppressionThreshold. Codes: THRESHOLD_INVALID.' })
export class SetSuppressionThresholdPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'The number as it is now.' })
  threshold!: number | null;
}

@ObjectType({
  description: 'What became of recordObservation. Codes: VALUE_OR_REASON_REQUIRED, VALUE_INVALID, PERIOD_INVALID, PERIOD_ENDS_BEFORE_START, PERIOD_NOT_OVER, UNKNOWN_REGION, REGION_REQUIRED, UNKNOWN_OBSERVATION, OBSERVATION_EXISTS, OBSERVATION_SUPERSEDED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, VALUE_OUT_OF_RANGE, BREAKDOWN_INVALID, BREAKDOWN_TWICE, DATE_INVALID.',
})
export class RecordObservationPayload extends MutationPayload {
  @Field(() => ObservationType, { nullable: true, description: 'The recorded value.' })
  observation!: ObservationType | null;

  @Field(() => IndicatorType, { nullable: true, description: 'The indicator with its values as they are now.' })
  indicator!: IndicatorType | null;
}
