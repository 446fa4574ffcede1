import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { IndicatorDirection } from '../domain/indicator.entity.js';
import type { ObservationStatus } from '../domain/observation.entity.js';
import { IndicatorDirectionEnum, ObservationStatusEnum } from './monitoring.enums.js';

/** What defines an indicator. */
@InputType({ description: 'What defines an indicator.' })
export class AddIndicatorInput extends MutationInput {
  @Field(() => String, { description: 'Short name for files and scripts: lower case, digits, underscores; unique in the municipality.' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'Key of its unit, e.g. `percent`.' })
  unit!: string;

  @Field(() => String, { description: 'What is printed behind a value, e.g. `%`.' })
  unitLabel!: string;

  @Field(() => Int, { defaultValue: 0, description: 'How many decimals its values have at most, 0 to 6.' })
  decimals!: number;

  @Field(() => IndicatorDirectionEnum, { defaultValue: IndicatorDirectionEnum.NEUTRAL, description: 'Which way it should go.' })
  direction!: IndicatorDirection;

  @Field(() => String, { description: 'What is counted, and against what.' })
  definition!: string;
}

/** A value, or the reason why there is none. */
@InputType({ description: 'A value, or the reason why there is none.' })
export class RecordObservationInput extends MutationInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;

  @Field(() => ID, { nullable: true, description: 'What it is about; left out: the own municipality.' })
  regionId?: string | null;

  @Field(() => String, { description: '`2021`, `2021-Q3`, `2021-09`, `2021-12-31` or `2017/2018`.' })
  period!: string;

  // Not the Decimal scalar: what was typed wrongly is answered beside the field.
  @Field(() => String, { nullable: true, description: 'The value with a point, e.g. `7.2`; exactly one of value and missingReason is given.' })
  value?: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is no value.' })
  missingReason?: string | null;

  @Field(() => ObservationStatusEnum, { defaultValue: ObservationStatusEnum.FINAL, description: 'How settled it is.' })
  status!: ObservationStatus;

  @Field(() => String, { nullable: true, description: 'What to mind.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  source?: string | null;

  @Field(() => ID, { nullable: true, description: 'The value that this one corrects.' })
  supersedesId?: string | null;
}
