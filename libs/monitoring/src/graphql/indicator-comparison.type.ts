import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { DatePrecision } from '@konzeptwerkstatt/kernel';
import { DatePrecisionEnum, DateScalar, DecimalScalar } from '@konzeptwerkstatt/platform-graphql';
import { releasedPath } from '../domain/release.policy.js';
import type { IndicatorComparison } from '../queries/indicator-comparison.reader.js';
import type { SeriesRecord } from '../queries/observation.reader.js';

/** One total of a municipality that is compared. */
@ObjectType('ComparedTotal', { description: 'One total of a municipality that is compared.' })
export class ComparedTotalType {
  @Field(() => DateScalar, { nullable: true, description: 'First day it is about.' })
  periodFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it is about.' })
  periodTo!: string | null;

  @Field(() => DatePrecisionEnum, { description: 'How exact the period is: DAY is a reference day.' })
  periodPrecision!: DatePrecision;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value; null when it is withheld.' })
  value!: string | null;

  @Field(() => Int, { description: 'How many decimals it is shown with.' })
  decimals!: number;

  @Field(() => String, { description: 'How to read the value.' })
  qualifier!: string;

  @Field(() => Boolean, { description: 'Whether it is withheld, so that nobody can be recognised.' })
  isSuppressed!: boolean;

  @Field(() => Int, { description: 'By which version of its definition it was counted.' })
  definitionVersion!: number;
}

/** The same indicator of another municipality. */
@ObjectType('ComparedIndicator', { description: 'The same indicator of another municipality, which has let everybody read it.' })
export class ComparedIndicatorType {
  @Field(() => String, { description: 'Name of the municipality.' })
  municipalityName!: string;

  @Field(() => String, { description: 'Address of its public page, from the root.' })
  path!: string;

  @Field(() => Boolean, { description: 'Whether it says something else about numerator, denominator or the people counted.' })
  countsDifferently!: boolean;

  @Field(() => [ComparedTotalType], { description: 'Its latest totals, oldest first.' })
  values!: ComparedTotalType[];
}

/** An indicator beside that of other municipalities. */
@ObjectType('IndicatorComparison', { description: 'An indicator beside that of other municipalities of the installation.' })
export class IndicatorComparisonType {
  @Field(() => String, { description: 'Name of the municipality it belongs to.' })
  municipalityName!: string;

  @Field(() => Boolean, { description: 'Whether there may be more of them than are shown.' })
  isLimited!: boolean;

  @Field(() => [ComparedIndicatorType], { description: 'Those of other municipalities, by name of the municipality.' })
  others!: ComparedIndicatorType[];
}

const toComparedTotal = ({ periodFrom, periodTo, periodPrecision, value, decimals, qualifier, isSuppressed, version }: SeriesRecord): ComparedTotalType => ({
  periodFrom, periodTo, periodPrecision, value, decimals, qualifier, isSuppressed, definitionVersion: version,
});

/** A comparison as the API gives it. */
export function toComparison({ municipalityName, isLimited, others }: IndicatorComparison): IndicatorComparisonType {
  return { municipalityName, isLimited, others: others.map(({ name, place, key, totals, countsDifferently }) => ({ municipalityName: name, path: releasedPath(place, key), countsDifferently, values: totals.map(toComparedTotal) })) };
}
