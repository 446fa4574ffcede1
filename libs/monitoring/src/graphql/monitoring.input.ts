import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { IndicatorDirection } from '../domain/indicator-direction.js';
import type { BreakdownDimension } from '../domain/breakdown.policy.js';
import type { ReferenceDateType } from '../domain/definition.entity.js';
import type { IndicatorKind, IndicatorSensitivity, SpatialLevel } from '../domain/indicator-record.entity.js';
import type { ObservationStatus } from '../domain/observation.entity.js';
import type { ReportingRhythm } from '../domain/reporting-rhythm.policy.js';
import {
  BreakdownDimensionEnum, IndicatorDirectionEnum, IndicatorKindEnum, IndicatorSensitivityEnum, ObservationStatusEnum, ReferenceDateTypeEnum, ReportingRhythmEnum, SpatialLevelEnum,
} from './monitoring.enums.js';

@InputType({ isAbstract: true })
abstract class IndicatorFieldsInput extends MutationInput {
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

  @Field(() => String, { nullable: true, description: 'What is counted, and against what.' })
  definition?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the figures come from.' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'What is counted, of a share.' })
  numerator?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is divided by, of a share.' })
  denominator?: string | null;

  @Field(() => String, { nullable: true, description: 'Who counts as belonging to the group.' })
  populationConcept?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the table at its source.' })
  tableId?: string | null;

  @Field(() => String, { nullable: true, description: 'What to mind about the method.' })
  methodNote?: string | null;

  @Field(() => ReferenceDateTypeEnum, { nullable: true, description: 'What day or time a value is counted for.' })
  referenceDateType?: ReferenceDateType | null;

  @Field(() => IndicatorKindEnum, { nullable: true, description: 'What it says something about.' })
  kind?: IndicatorKind | null;

  @Field(() => SpatialLevelEnum, { nullable: true, description: 'The smallest region its figures are there for.' })
  spatialLevel?: SpatialLevel | null;

  @Field(() => [BreakdownDimensionEnum], { defaultValue: [], description: 'What its values are broken down by.' })
  breakdowns!: BreakdownDimension[];

  // Not the Decimal scalar, here and below: what was typed wrongly is answered beside the field.
  @Field(() => String, { nullable: true, description: 'Lower bound of the corridor.' })
  corridorLow?: string | null;

  @Field(() => String, { nullable: true, description: 'Upper bound of the corridor.' })
  corridorHigh?: string | null;

  @Field(() => String, { nullable: true, description: 'The value it starts from; of a gap that is to shrink, the gap.' })
  baselineValue?: string | null;

  @Field(() => Int, { nullable: true, description: 'The year of that value.' })
  baselineYear?: number | null;

  @Field(() => String, { nullable: true, description: 'The value that is to be reached.' })
  targetValue?: string | null;

  @Field(() => Int, { nullable: true, description: 'Until when.' })
  targetYear?: number | null;

  @Field(() => ReportingRhythmEnum, { nullable: true, description: 'How often a new value is to come.' })
  rhythm?: ReportingRhythm | null;

  @Field(() => ID, { nullable: true, description: 'The office in charge of the figures.' })
  responsibleOrganisationId?: string | null;

  @Field(() => IndicatorSensitivityEnum, { nullable: true, description: 'How far its figures can hurt; left out: as the unit suggests.' })
  sensitivity?: IndicatorSensitivity | null;

  @Field(() => String, { nullable: true, description: 'Licence of the figures.' })
  licence?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether shares outside of 0 to 100 % are possible.' })
  mayExceedHundred!: boolean;

  @Field(() => ID, { nullable: true, description: 'Of a share: the indicator that counts its numerator.' })
  numeratorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a share: the indicator that counts its denominator; both or none.' })
  denominatorId?: string | null;
}

/** What defines an indicator. */
@InputType({ description: 'What defines an indicator.' })
export class AddIndicatorInput extends IndicatorFieldsInput {
  @Field(() => String, { nullable: true, description: 'Short name for files and scripts: lower case, digits, underscores; unique in the municipality. Left out, it is made from the name.' })
  key?: string | null;
}

/** What an indicator is from now on. */
@InputType({ description: 'What an indicator is from now on.' })
export class EditIndicatorInput extends IndicatorFieldsInput {
  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;

  @Field(() => Int, { description: 'The revision that was seen; another one is not overwritten.' })
  expectedRevision!: number;
}

/** Adding the starter set. */
@InputType({ description: 'Adds indicators of the starter set that are not there yet.' })
export class AddStarterIndicatorsInput extends MutationInput {
  @Field(() => [String], { nullable: true, description: 'Keys of those that are wanted; left out: all.' })
  keys?: string[] | null;
}

/** Below which number people are not shown. */
@InputType({ description: 'Below which number people are not shown.' })
export class SetSuppressionThresholdInput extends MutationInput {
  @Field(() => Int, { description: 'Counts of people above 0 and below this are withheld: 3 to 100.' })
  threshold!: number;
}

/** Which part of the population, in one respect. */
@InputType({ description: 'Which part of the population, in one respect.' })
export class BreakdownPartInput {
  @Field(() => BreakdownDimensionEnum, { description: 'In which respect.' })
  dimension!: BreakdownDimension;

  @Field(() => String, { description: 'Which part, in words.' })
  value!: string;
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

  @Field(() => String, { nullable: true, description: 'The day it was taken from its source, YYYY-MM-DD.' })
  retrievedOn?: string | null;

  @Field(() => [BreakdownPartInput], { defaultValue: [], description: 'Which part of the population; left out: all of it. A correction stays with the part of what it corrects.' })
  breakdown!: BreakdownPartInput[];

  @Field(() => ID, { nullable: true, description: 'The value that this one corrects.' })
  supersedesId?: string | null;
}
