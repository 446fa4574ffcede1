import { Field, Int, ObjectType } from '@nestjs/graphql';
import { EditionType, GoalType, MeasureType, SectionType } from '@konzeptwerkstatt/concept';
import { DateScalar, DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { Contribution } from '../domain/contribution.js';
import type { ContributionResponse, Outcome, ReasonText } from '../domain/response.policy.js';
import { ResponseVerdictEnum } from './participation.enums.js';

/** What the municipality answers. */
@ObjectType('ContributionResponse', { description: 'What the municipality answers to a contribution, or to all of a bundle.' })
export class ContributionResponseType {
  /** Not part of the API. */
  readonly row!: ContributionResponse;

  @Field(() => ResponseVerdictEnum, { description: 'What it makes of it.' })
  verdict!: string;

  @Field(() => String, { description: 'Why.' })
  reasons!: string;

  @Field(() => Int, { description: 'Grows with each change; sent back as expectedRevision.' })
  revision!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when those who take part see it; null: a draft that only those who answer see.' })
  publishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was published although somebody it is for objected; null: nobody did.' })
  despiteObjection!: string | null;
}

/** What a contribution has led to. */
@ObjectType('ContributionOutcome', { description: 'A passage, goal or measure that a contribution has led to.' })
export class ContributionOutcomeType {
  /** Not part of the API. */
  readonly row!: Outcome;

  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'passage, goal or measure.' })
  kind!: string;

  @Field(() => String, { description: 'Raw id of the block.' })
  blockId!: string;
}

/** What became of an outcome in the newest edition that follows. */
@ObjectType('ContributionFollowUp', { description: 'What became of what a contribution has led to, in the newest edition that follows and that the viewer may read.' })
export class ContributionFollowUpType {
  @Field(() => EditionType, { description: 'The edition.' })
  edition!: EditionType;

  @Field(() => MeasureType, { nullable: true, description: 'The measure there; null when it is something else or no longer in it.' })
  measure!: MeasureType | null;

  @Field(() => GoalType, { nullable: true, description: 'The goal there; null when it is something else or no longer in it.' })
  goal!: GoalType | null;

  @Field(() => SectionType, { nullable: true, description: 'The section it stands in there; null when it is no longer in it.' })
  section!: SectionType | null;
}

/** Which part of a contribution something is. */
@ObjectType('ContributionPart', { description: 'Which part of a contribution it is, that was cut up to be answered piece by piece.' })
export class ContributionPartType {
  @Field(() => String, { description: 'Raw id of the whole contribution.' })
  wholeUuid!: string;

  @Field(() => Int, { description: 'Its place among the parts, from one on.' })
  number!: number;

  @Field(() => Int, { description: 'How many parts there are.' })
  count!: number;
}

/** Who is to answer a contribution, and with what others. */
@ObjectType('ContributionTreatment', { description: 'How a contribution is treated; only for those who answer.' })
export class ContributionTreatmentType {
  @Field(() => String, { nullable: true, description: 'Raw id of its bundle.' })
  bundleUuid!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until when it is to be answered.' })
  answerBy!: string | null;

  @Field(() => ContributionResponseType, { nullable: true, description: 'The answer, also as a draft.' })
  response!: ContributionResponseType | null;

  /** Not part of the API. */
  assignedOrganisationId!: string | null;

  /** Not part of the API. */
  row!: Contribution;
}

/** A text block. */
@ObjectType('ReasonText', { description: 'A text block that a municipality often gives as a reason.' })
export class ReasonTextType extends IdentifiedType {
  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'Its words.' })
  text!: string;
}

export function toResponse(row: ContributionResponse): ContributionResponseType {
  const { verdict, reasons, revision, publishedAt, despiteObjection } = row;
  return Object.assign(new ContributionResponseType(), { row, verdict, reasons, revision, publishedAt, despiteObjection });
}

export function toOutcome(row: Outcome): ContributionOutcomeType {
  return Object.assign(new ContributionOutcomeType(), { row, uuid: row.id, kind: row.kind, blockId: row.blockId });
}

export function toReasonText({ id, title, text }: ReasonText): ReasonTextType {
  return Object.assign(new ReasonTextType(), { id: encodeGlobalId('ReasonText', id), title, text });
}
