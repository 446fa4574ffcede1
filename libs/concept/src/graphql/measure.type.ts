import { Field, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, DecimalScalar, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { MeasureRecord } from '../queries/measure.record.js';
import { DecisionStateEnum, FundingStateEnum, GapKindEnum, MeasureStatusEnum, MeasureTypeEnum, PriorityEnum, TargetGroupEnum } from './concept.enums.js';

/** A measure of a section's text. */
@ObjectType('Measure', { implements: () => [NodeType], description: "A measure of a section's text." })
export class MeasureType extends NodeType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Raw id of its block in the text.' })
  blockId!: string;

  @Field(() => String, { description: 'Its title; empty when nobody has typed one.' })
  title!: string;

  @Field(() => String, { description: 'Its description as plain text, one line per paragraph.' })
  description!: string;

  @Field(() => MeasureTypeEnum, { nullable: true, description: 'What kind of undertaking it is; null when not set.' })
  type!: string | null;

  @Field(() => MeasureStatusEnum, { nullable: true, description: 'How far it has come; null when not set.' })
  status!: string | null;

  @Field(() => DecisionStateEnum, { description: 'What the deciding body made of it.' })
  decisionState!: string;

  @Field(() => [TargetGroupEnum], { description: 'Whom it is for.' })
  targetGroups!: readonly string[];

  @Field(() => String, { nullable: true, description: 'From when to when, as written in the document: `2025/2027`, `2025-Q1/..`, `2025-03/2025-09`.' })
  period!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the period.' })
  periodFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the period; null when open-ended or not set.' })
  periodTo!: string | null;

  @Field(() => Boolean, { description: 'Whether the period has no end.' })
  isOpenEnded!: boolean;

  @Field(() => String, { nullable: true, description: 'What it takes, in words.' })
  resources!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Money it takes.' })
  budgetAmount!: string | null;

  @Field(() => String, { description: 'Currency of the money, ISO 4217.' })
  budgetCurrency!: string;

  @Field(() => String, { nullable: true, description: 'Who pays.' })
  fundingSource!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Full-time equivalents it takes.' })
  staffPositions!: string | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'How urgent it is; null when not set.' })
  priority!: string | null;

  @Field(() => FundingStateEnum, { nullable: true, description: 'Whether the money is there or subject to the budget; null when not set.' })
  fundingState!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to ask, in words.' })
  contact!: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the municipality, in words.' })
  district!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for which the money is there.' })
  fundingUntil!: string | null;

  @Field(() => [GapKindEnum], { description: 'What is missing in it.' })
  gaps!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When its row was written last.' })
  updatedAt!: Date;

  /** The row, for edges (`record.indicatorIds` for monitoring). */
  record!: MeasureRecord;
}
