import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { DatePrecision } from '@konzeptwerkstatt/kernel';
import { createConnection, DatePrecisionEnum, DateScalar, DateTimeScalar, DecimalScalar, encodeGlobalId, IdentifiedType, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { RegionRow } from '../queries/indicator.reader.js';
import type { ObservationRecord } from '../queries/observation.reader.js';
import { ObservationStatusEnum } from './monitoring.enums.js';

/** A region that figures are about. */
@ObjectType('Region', { description: 'A region that figures are about: a municipality, a Land, Germany, a group of towns.' })
export class RegionType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Short name for files and scripts.' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => String, { description: 'What kind of region, as a key.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Official municipality key (AGS), with leading zeros.' })
  ags!: string | null;
}

/** What follows from the counts of a share. */
@ObjectType('ShareDisagreement', { description: 'What follows from the counts of a share, where it is not what the share says.' })
export class ShareDisagreementType {
  @Field(() => DecimalScalar, { description: 'The share that follows from the counts, with as many decimals as the stated one.' })
  computed!: string;

  @Field(() => DecimalScalar, { description: 'What was counted.' })
  numerator!: string;

  @Field(() => DecimalScalar, { description: 'What it was divided by.' })
  denominator!: string;
}

/** A value of an indicator for a region and a period, or the reason why there is none. */
@ObjectType('Observation', { implements: () => [NodeType], description: 'A value of an indicator for a region and a period, or the reason why there is none.' })
export class ObservationType extends NodeType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => RegionType, { description: 'What it is about.' })
  region!: RegionType;

  @Field(() => DateScalar, { nullable: true, description: 'First day it is about.' })
  periodFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it is about.' })
  periodTo!: string | null;

  @Field(() => DatePrecisionEnum, { description: 'How exact the period is: DAY is a reference day.' })
  periodPrecision!: DatePrecision;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value; null when there is none.' })
  value!: string | null;

  @Field(() => Int, { description: 'How many decimals it is printed with.' })
  decimals!: number;

  @Field(() => String, { nullable: true, description: 'Why there is no value.' })
  missingReason!: string | null;

  @Field(() => String, { description: 'How to read the value: exact, approx, less_than, more_than, rounded, derived, not_available.' })
  qualifier!: string;

  @Field(() => ObservationStatusEnum, { description: 'How settled it is.' })
  status!: string;

  @Field(() => String, { description: 'Which part of the population: sorted `name=value` pairs joined by `;`, empty for the total.' })
  breakdown!: string;

  @Field(() => String, { nullable: true, description: 'What to mind.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  source!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was taken from its source.' })
  retrievedOn!: string | null;

  @Field(() => Boolean, { description: 'Whether the value is withheld, because so few people could be recognised; there is none then.' })
  isSuppressed!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  /** The row, for edges. */
  record!: ObservationRecord;
}

export const { Connection: ObservationConnection } = createConnection(ObservationType, 'Observation');

/** A region as the API shows it. */
export function toRegion({ id, key, label, kind, ags }: RegionRow): RegionType {
  return { id: encodeGlobalId('Region', id), uuid: id, key, label, kind, ags };
}

/** A value as the API shows it. */
export function toObservation(record: ObservationRecord): ObservationType {
  const { id, periodFrom, periodTo, periodPrecision, value, decimals, missingReason, qualifier, status, breakdown, note, source, retrievedOn, isSuppressed, recordedAt } = record;
  const region = toRegion({ id: record.regionId, key: record.regionKey, label: record.regionLabel, kind: record.regionKind, ags: record.regionAgs });
  return {
    id: encodeGlobalId('Observation', id), uuid: id, region, periodFrom, periodTo, periodPrecision, value, decimals, missingReason, qualifier, status, breakdown, note, source, retrievedOn, isSuppressed,
    recordedAt, record,
  };
}
