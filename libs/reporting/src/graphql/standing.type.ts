import { Field, Int, ObjectType } from '@nestjs/graphql';
import { MeasureStatusEnum } from '@konzeptwerkstatt/concept';
import { createConnection, DateTimeScalar, DecimalScalar } from '@konzeptwerkstatt/platform-graphql';
import type { MeasureStatus } from '@konzeptwerkstatt/document-model';
import type { Standing, Tally } from '../domain/standing.js';
import type { StandingRow } from '../queries/standing.reader.js';

@ObjectType('StatusCount', { description: 'How many measures are how far.' })
export class StatusCountType {
  @Field(() => MeasureStatusEnum, { nullable: true, description: 'How far; null: nobody has said.' })
  status!: MeasureStatus | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('MeasureTally', { description: 'How many measures there are of something, and how far they are.' })
export class MeasureTallyType {
  @Field(() => Int, { description: 'How many.' })
  total!: number;

  @Field(() => Int, { description: 'How many should be finished and are not.' })
  overdue!: number;

  @Field(() => [StatusCountType], { description: 'How many are how far; every state is named.' })
  counts!: readonly StatusCountType[];

  @Field(() => DecimalScalar, { nullable: true, description: 'What they cost together in euros, as far as an amount is named; null when none is.' })
  budget!: string | null;

  @Field(() => Int, { description: 'How many name an amount.' })
  budgeted!: number;
}

@ObjectType('SectionStanding', { description: 'The measures of a section.' })
export class SectionStandingType {
  /** Raw id; not part of the API. */
  readonly sectionId!: string;

  @Field(() => MeasureTallyType, { description: 'How many, and how far.' })
  tally!: Tally;
}

@ObjectType('LeadStanding', { description: 'The measures an organisation leads, or that nobody leads.' })
export class LeadStandingType {
  /** Raw id; not part of the API. */
  readonly organisationId!: string | null;

  @Field(() => MeasureTallyType, { description: 'How many, and how far.' })
  tally!: Tally;
}

@ObjectType('GoalStanding', { description: 'The measures that serve a goal.' })
export class GoalStandingType {
  /** Raw id; not part of the API. */
  readonly goalId!: string;

  @Field(() => MeasureTallyType, { description: 'How many, and how far.' })
  tally!: Tally;
}

@ObjectType('YearStanding', { description: 'The measures of a year.' })
export class YearStandingType {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Int, { description: 'How many run at some time in it.' })
  running!: number;

  @Field(() => Int, { description: 'How many begin in it.' })
  beginning!: number;

  @Field(() => Int, { description: 'How many end in it.' })
  ending!: number;
}

@ObjectType('MeasureStanding', { description: 'A measure, and how far it is.' })
export class MeasureStandingType {
  /** Not part of the API. */
  readonly row!: StandingRow;

  @Field(() => String, { description: 'The number it is printed under.' })
  number!: string;

  @Field(() => MeasureStatusEnum, { nullable: true, description: 'How far it is: as its lead (or where that has not, another party) reported in the newest round, otherwise as the text says.' })
  status!: MeasureStatus | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was reported; null: it stands in the text.' })
  reportedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it should be finished and is not.' })
  isOverdue!: boolean;
}

export const { Connection: MeasureStandingConnection } = createConnection(MeasureStandingType, 'MeasureStanding');

@ObjectType('EditionStanding', { description: 'How far the measures of an edition are.' })
export class EditionStandingType {
  /** Not part of the API. */
  readonly rows!: readonly StandingRow[];
  readonly today!: string;

  @Field(() => MeasureTallyType, { description: 'All of them.' })
  all!: Tally;

  @Field(() => Int, { description: 'How many were reported on.' })
  reported!: number;

  @Field(() => Int, { description: 'Of how many those who reported in the newest round say different things.' })
  differing!: number;

  @Field(() => [SectionStandingType], { description: 'By section, in the order of the text.' })
  bySection!: Standing['bySection'];

  @Field(() => [LeadStandingType], { description: 'By the organisation that leads.' })
  byLead!: Standing['byLead'];

  @Field(() => [GoalStandingType], { description: 'By goal; a measure may serve several.' })
  byGoal!: Standing['byGoal'];

  @Field(() => [YearStandingType], { description: 'Every year from the first to the last that is named.' })
  byYear!: Standing['byYear'];
}
