import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MeasurePartEnum } from '@konzeptwerkstatt/concept';
import type { MeasurePart } from '@konzeptwerkstatt/document-model';
import { DateScalar, DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import { caseOf } from '../../domain/inquiry/inquiry-answer.policy.js';
import { INQUIRY_KIND_FACTS } from '../../domain/inquiry/inquiry-kind.policy.js';
import { stateOf } from '../../domain/inquiry/inquiry.js';
import type { InquiryAnswer, InquiryQuestion, SubmittedLine } from '../../domain/inquiry/inquiry.js';
import type { LineView, RequestView } from '../../queries/inquiry/inquiry.reader.js';
import { InquiryKindEnum, InquiryQuestionTypeEnum, InquiryRequestStateEnum, InquiryWayEnum } from './inquiry.enums.js';

@ObjectType('InquiryQuestion', { description: 'A typed question, asked of every line.' })
export class InquiryQuestionType {
  @Field(() => String, { description: 'Tells it from the others of the inquiry.' })
  key!: string;

  @Field(() => InquiryQuestionTypeEnum, { description: 'What an answer is typed as.' })
  type!: string;

  @Field(() => String, { description: 'Its words, in German or as the office wrote them.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it is one of the house, so that clients have its words in every language.' })
  isOfTheHouse!: boolean;

  @Field(() => Boolean, { description: 'Whether it always wants an answer.' })
  isRequired!: boolean;

  @Field(() => [String], { description: 'What can be chosen, at most 20; of the office’s own questions the words themselves.' })
  options!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The question whose answer makes this one required.' })
  requiredWhenKey!: string | null;

  @Field(() => [String], { description: 'The answers to it that do.' })
  requiredWhenValues!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The question whose answer decides whether this one matters; null: it always does.' })
  askedWhenKey!: string | null;

  @Field(() => [String], { description: 'The answers to it with which it does.' })
  askedWhenValues!: readonly string[];
}

@ObjectType('InquiryAnswer', { description: 'An answer as a draft.' })
export class InquiryAnswerType {
  @Field(() => String, { description: 'To which question.' })
  questionKey!: string;

  @Field(() => String, { description: 'A number with a point, a day as YYYY-MM-DD, yes or no, the key of a choice, or words.' })
  value!: string;

  @Field(() => Int, { description: 'Grows with each change; sent back as expectedRevision.' })
  revision!: number;

  @Field(() => Boolean, { description: 'Whether it is taken from the last time.' })
  isPrevious!: boolean;
}

@ObjectType('InquiryLine', { description: 'What questions are asked of: a measure, something the organisation has added, or the whole.' })
export class InquiryLineType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id; stands in the paths of problems.' })
  uuid!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of the measure.' })
  measureUuid!: string | null;

  @Field(() => String, { description: 'Number of the measure when it was asked about; empty for others.' })
  number!: string;

  @Field(() => String, { description: 'Title of the measure when it was asked about; empty for others.' })
  title!: string;

  @Field(() => Boolean, { description: 'Somebody has said that the last answers still hold.' })
  isUnchanged!: boolean;

  @Field(() => Boolean, { description: 'All that is there is from the last time, and nobody has said that it still holds.' })
  isUntouched!: boolean;

  @Field(() => Boolean, { description: 'All that is wanted is there.' })
  isComplete!: boolean;

  @Field(() => Boolean, { description: 'Whether somebody has said something of it.' })
  isBegun!: boolean;

  @Field(() => MeasurePartEnum, { nullable: true, description: 'As what the measure proposes the organisation, where it is asked whether it takes part; null otherwise.' })
  proposedPart!: MeasurePart | null;

  @Field(() => [InquiryAnswerType], { description: 'Its answers, at most 20.' })
  answers!: readonly InquiryAnswer[];
}

@ObjectType('SubmittedAnswer', { description: 'An answer as it was handed in.' })
export class SubmittedAnswerType {
  @Field(() => String, { description: 'To which question.' })
  questionKey!: string;

  @Field(() => String, { description: 'What was answered.' })
  value!: string;
}

@ObjectType('SubmittedLine', { description: 'A line as it was handed in.' })
export class SubmittedLineType {
  @Field(() => String, { description: 'Raw id of the line.' })
  uuid!: string;

  @Field(() => String, { description: 'Number of the measure; empty for others.' })
  number!: string;

  @Field(() => String, { description: 'Title of the measure; empty for others.' })
  title!: string;

  @Field(() => Boolean, { description: 'Said to be as the last time.' })
  isUnchanged!: boolean;

  @Field(() => [SubmittedAnswerType], { description: 'Its answers, at most 20.' })
  answers!: readonly SubmittedAnswerType[];
}

@ObjectType('InquiryRequest', { description: 'What one organisation is asked, with what it has answered so far.' })
export class InquiryRequestType extends IdentifiedType {
  /** Not part of the API. */
  readonly view!: RequestView;

  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => ID, { description: 'The inquiry.' })
  inquiryId!: string;

  @Field(() => InquiryKindEnum, { description: 'What it is about.' })
  kind!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'What the office says about it.' })
  introduction!: string;

  @Field(() => [InquiryQuestionType], { description: 'The questions, at most 20.' })
  questions!: readonly InquiryQuestionType[];

  @Field(() => DateTimeScalar, { description: 'Until when it can be handed in.' })
  closesAt!: Date;

  @Field(() => Boolean, { description: 'Whether the deadline is over. Drafts are kept all the same.' })
  isPast!: boolean;

  @Field(() => Boolean, { description: 'Whether the office has ended it.' })
  isClosed!: boolean;

  @Field(() => Boolean, { description: 'Whether it is an example of the demonstration.' })
  isExample!: boolean;

  @Field(() => InquiryRequestStateEnum, { description: 'How far the organisation is.' })
  state!: string;

  @Field(() => InquiryWayEnum, { nullable: true, description: 'How it was handed in last.' })
  way!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in last.' })
  handedInAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Counts what was handed in; null before the first time. Sent back when it is released.' })
  submissionNumber!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When what was handed in last was released.' })
  releasedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the draft was changed since.' })
  hasUnsentChanges!: boolean;

  @Field(() => Boolean, { description: 'Whether the organisation wants its answers released by its head.' })
  needsRelease!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the head of the organisation gave back what was handed in last; null as soon as it is handed in again.' })
  returnedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of the head; null for the office, too.' })
  returnReason!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until when the organisation has asked for more time.' })
  moreTimeUntil!: string | null;

  @Field(() => Boolean, { description: 'Whether lines can be added.' })
  mayAddLines!: boolean;

  @Field(() => [InquiryLineType], { description: 'The lines in order, at most 300.' })
  lines!: readonly InquiryLineType[];

  @Field(() => [SubmittedLineType], { description: 'The lines as they were handed in last, at most 300.' })
  submittedLines!: readonly SubmittedLineType[];
}

export function toQuestion(question: InquiryQuestion): InquiryQuestionType {
  const { key, type, label, isOfTheHouse, isRequired, options, requiredWhen } = question;
  const askedWhen = caseOf(question);
  return { key, type, label, isOfTheHouse, isRequired, options, requiredWhenKey: requiredWhen?.key ?? null, requiredWhenValues: requiredWhen?.values ?? [], askedWhenKey: askedWhen?.key ?? null, askedWhenValues: askedWhen?.values ?? [] };
}

function toLine({ id, measureId, number, title, isUnchanged, isUntouched, isComplete, isBegun, proposedPart, answers }: LineView): InquiryLineType {
  return Object.assign(new InquiryLineType(), { id: encodeGlobalId('InquiryLine', id), uuid: id, measureUuid: measureId, number, title, isUnchanged, isUntouched, isComplete, isBegun, proposedPart, answers });
}

function toSubmittedLine({ lineId, number, title, isUnchanged, answers }: SubmittedLine): SubmittedLineType {
  return { uuid: lineId, number, title, isUnchanged, answers: Object.entries(answers).map(([questionKey, value]) => ({ questionKey, value })) };
}

export function toRequest(view: RequestView): InquiryRequestType {
  const { inquiry, recipient, deadline, isPast, hasUnsentChanges, needsRelease, lines, submission } = view;
  return Object.assign(new InquiryRequestType(), {
    view, id: encodeGlobalId('InquiryRequest', recipient.id), uuid: recipient.id, inquiryId: encodeGlobalId('Inquiry', inquiry.id), kind: inquiry.kind, title: inquiry.title, introduction: inquiry.introduction,
    questions: inquiry.questions.map(toQuestion), closesAt: deadline, isPast, isClosed: inquiry.state === 'closed', isExample: inquiry.isExample, state: stateOf(recipient), way: recipient.way,
    handedInAt: recipient.handedInAt, submissionNumber: submission?.number ?? null, releasedAt: recipient.releasedAt, hasUnsentChanges, needsRelease, returnedAt: recipient.returnedAt, returnReason: recipient.returnReason, moreTimeUntil: recipient.moreTimeUntil, mayAddLines: INQUIRY_KIND_FACTS[inquiry.kind].lines === 'free',
    lines: lines.map(toLine), submittedLines: (submission?.lines ?? []).map(toSubmittedLine),
  });
}
