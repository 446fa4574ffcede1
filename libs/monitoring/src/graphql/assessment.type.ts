import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '@konzeptwerkstatt/platform-graphql';
import type { GroupGap } from '../domain/gap.policy.js';
import type { Assessment } from '../domain/trend.policy.js';
import { JudgementEnum } from './monitoring.enums.js';

/** How the latest value stands, with the figures that says so. */
@ObjectType('IndicatorAssessment', { description: 'How the latest value stands, with the figures it rests on. Computed values are rounded for showing.' })
export class AssessmentType {
  @Field(() => JudgementEnum, { description: 'How it stands.' })
  judgement!: string;

  @Field(() => Int, { description: 'The year of the latest value.' })
  year!: number;

  @Field(() => Float, { description: 'The latest value; of a gap that is to shrink, the gap.' })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'Where the line from baseline to target is in that year.' })
  expected!: number | null;

  @Field(() => Int, { nullable: true, description: 'The year of the value it was compared with, where there is no target.' })
  previousYear!: number | null;

  @Field(() => Float, { nullable: true, description: 'The value it was compared with.' })
  previousValue!: number | null;
}

/** How far two groups are apart. */
@ObjectType('GroupGap', { description: 'How far the highest and the lowest group are apart at one time.' })
export class GroupGapType {
  @Field(() => Int, { description: 'The version of the definition.' })
  definitionVersion!: number;

  @Field(() => DateScalar, { description: 'Last day it is about.' })
  periodTo!: string;

  @Field(() => Float, { description: 'The distance; of shares in percentage points.' })
  value!: number;

  @Field(() => String, { description: 'The group with the higher value.' })
  higher!: string;

  @Field(() => String, { description: 'The group with the lower value.' })
  lower!: string;
}

/** Where its values are to be had as files. */
@ObjectType('IndicatorFiles', { description: 'Addresses of its values as files; what is withheld is withheld there too.' })
export class IndicatorFilesType {
  @Field(() => String, { description: 'CSV for German spreadsheets, one value a line.' })
  germanLong!: string;

  @Field(() => String, { description: 'CSV for German spreadsheets, one series a line.' })
  germanWide!: string;

  @Field(() => String, { description: 'CSV for programs, one value a line.' })
  machineLong!: string;

  @Field(() => String, { description: 'CSV for programs, one series a line.' })
  machineWide!: string;

  @Field(() => String, { description: 'A workbook with both, and with the definition.' })
  workbook!: string;
}

/** A judgement as the API shows it. */
export function toAssessment({ judgement, latest, expected, previous }: Assessment): AssessmentType {
  return { judgement, year: latest.year, value: latest.value, expected, previousYear: previous?.year ?? null, previousValue: previous?.value ?? null };
}

/** A gap as the API shows it. */
export function toGroupGap({ version, periodTo, value, higher, lower }: GroupGap): GroupGapType {
  return { periodTo, value, higher, lower, definitionVersion: version };
}
