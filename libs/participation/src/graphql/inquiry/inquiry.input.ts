import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { InquiryKind, QuestionType } from '../../domain/inquiry/inquiry.js';
import { InquiryRequestType } from './inquiry-request.type.js';
import type { ReminderOutcome } from '../../domain/inquiry/reminder.policy.js';
import { InquiryKindEnum, InquiryQuestionTypeEnum, ReminderOutcomeEnum } from './inquiry.enums.js';
import { InquiryType } from './inquiry.type.js';

@InputType({ description: 'A question of the office’s own, asked of every line.' })
export class OwnQuestionInput {
  @Field(() => InquiryQuestionTypeEnum, { description: 'What an answer is typed as.' })
  type!: QuestionType;

  @Field(() => String, { description: 'Its words, 1 to 300 characters; no other question has the same.' })
  label!: string;

  @Field(() => [String], { defaultValue: [], description: 'What can be chosen, 2 to 20 different ones; for CHOICE.' })
  options!: string[];
}

@InputType({ description: 'What organisations are asked.' })
export class CreateInquiryInput extends MutationInput {
  @Field(() => ID, { description: 'The edition it is about.' })
  editionId!: string;

  @Field(() => InquiryKindEnum, { description: 'What it is about.' })
  kind!: InquiryKind;

  @Field(() => String, { description: '1 to 300 characters.' })
  title!: string;

  @Field(() => String, { description: 'What is said to those who are asked, at most 20,000 characters.' })
  introduction!: string;

  @Field(() => DateScalar, { description: 'The last day, by the clock in Germany.' })
  closesOn!: string;

  @Field(() => Int, { description: 'So many days before those are reminded who have not answered, 1 to 60.' })
  remindDays!: number;

  @Field(() => [ID], { description: 'Who is asked, 1 to 200 organisations.' })
  organisationIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'About which measures, where the kind asks about measures; each organisation is asked about its own, or about all when it has none among them.' })
  measureIds!: string[];

  @Field(() => [OwnQuestionInput], { defaultValue: [], description: 'Further questions, at most 10.' })
  ownQuestions!: OwnQuestionInput[];

  @Field(() => Int, { nullable: true, description: 'Asked again after so many months, 12 or 24; only PROGRESS.' })
  repeatMonths?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether each organisation is asked only of those of the measures that propose it and of which nobody has asked it yet, where there are any; only RESPONSIBILITY.' })
  isOnlyUnasked!: boolean;
}

@InputType({ description: 'Which request.' })
export class RevokeInquiryLinksInput extends MutationInput {
  @Field(() => ID, { description: 'What the organisation is asked.' })
  requestId!: string;
}

@InputType({ description: 'Which answers, as whoever releases them has seen them.' })
export class ReleaseInquiryAnswerInput extends RevokeInquiryLinksInput {
  @Field(() => Int, { description: 'submissionNumber of the request as it was shown.' })
  number!: number;
}

@InputType({ description: 'Which answers are to be worked over, and why.' })
export class ReturnInquiryAnswerInput extends ReleaseInquiryAnswerInput {
  @Field(() => String, { description: 'What is missing; whoever answers for the organisation reads it, at most 5,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A deadline for one organisation.' })
export class ExtendInquiryDeadlineInput extends RevokeInquiryLinksInput {
  @Field(() => DateScalar, { description: 'Its last day, by the clock in Germany.' })
  closesOn!: string;
}

@InputType({ description: 'Which inquiry.' })
export class CloseInquiryInput extends MutationInput {
  @Field(() => ID, { description: 'The inquiry.' })
  inquiryId!: string;
}

@InputType({ description: 'Who of an inquiry is reminded.' })
export class RemindInquiryRecipientsInput extends CloseInquiryInput {
  @Field(() => [ID], { description: 'What the organisations are asked, each of this inquiry.' })
  requestIds!: string[];
}

@InputType({ description: 'Which running inquiry about lead and partners.' })
export class AskFurtherPartiesInput extends CloseInquiryInput {}

@InputType({ description: 'Whether an inquiry is asked again.' })
export class SetInquiryRepeatInput extends CloseInquiryInput {
  @Field(() => Int, { nullable: true, description: 'After so many months, 12 or 24; null: not any more.' })
  repeatMonths?: number | null;
}

@InputType({ description: 'Who comes to answer.' })
export class OpenInquiriesInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'What stands behind `#` in a mail link; null: with one’s session.' })
  token?: string | null;
}

/** Something whoever answers does with one request. */
@InputType({ isAbstract: true })
export abstract class AnsweringInput extends OpenInquiriesInput {
  @Field(() => ID, { description: 'What the organisation is asked.' })
  requestId!: string;
}

@InputType({ description: 'One answer as a draft.' })
export class TypedAnswerInput {
  @Field(() => ID, { description: 'The line.' })
  lineId!: string;

  @Field(() => String, { description: 'The question.' })
  questionKey!: string;

  @Field(() => String, { description: 'The answer, at most 5,000 characters; empty: none.' })
  value!: string;

  @Field(() => Int, { description: 'The revision that was seen; 0 when there was no answer.' })
  expectedRevision!: number;
}

@InputType({ description: 'One answer of a line that is added.' })
export class NewLineAnswerInput {
  @Field(() => String, { description: 'The question.' })
  questionKey!: string;

  @Field(() => String, { description: 'The answer, at most 5,000 characters.' })
  value!: string;
}

@InputType({ description: 'A line that is added with its answers.' })
export class NewInquiryLineInput {
  @Field(() => [NewLineAnswerInput], { description: 'Its answers.' })
  answers!: NewLineAnswerInput[];
}

@InputType({ description: 'Answers to be kept as drafts.' })
export class SaveInquiryAnswersInput extends AnsweringInput {
  @Field(() => [TypedAnswerInput], { description: 'At most 2,000; all are saved or none.' })
  answers!: TypedAnswerInput[];

  @Field(() => [NewInquiryLineInput], { defaultValue: [], description: 'Lines that are added, e.g. rows of a spreadsheet; only where the organisation says what to name.' })
  newLines!: NewInquiryLineInput[];
}

@InputType({ description: 'Of which lines the last answers still hold.' })
export class ConfirmInquiryLinesInput extends AnsweringInput {
  @Field(() => [ID], { nullable: true, description: 'The lines; null: every line that still waits.' })
  lineIds?: string[] | null;

  @Field(() => Boolean, { description: 'False takes it back.' })
  isUnchanged!: boolean;
}

@InputType({ description: 'Which request.' })
export class AddInquiryLineInput extends AnsweringInput {}

@InputType({ description: 'Which line.' })
export class RemoveInquiryLineInput extends AnsweringInput {
  @Field(() => ID, { description: 'The line; one that was added.' })
  lineId!: string;
}

@InputType({ description: 'Which request.' })
export class HandInInquiryInput extends AnsweringInput {
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the answers were read in from a spreadsheet.' })
  isFromSheet!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether lines about measures that nobody has begun are left out, and still waited for.' })
  isInPart!: boolean;
}

@InputType({ description: 'To whom a request is passed on.' })
export class PassOnInquiryInput extends AnsweringInput {
  @Field(() => String, { nullable: true, description: 'The colleague’s mail address; null: the deputy that the organisation has named.' })
  email?: string | null;
}

@InputType({ description: 'How much more time an organisation asks for.' })
export class AskMoreTimeInput extends AnsweringInput {
  @Field(() => DateScalar, { description: 'Until when.' })
  until!: string;

  @Field(() => String, { description: 'Why, at most 5,000 characters.' })
  reason!: string;
}

/** The inquiry as it is afterwards. */
@ObjectType({ isAbstract: true })
export abstract class InquiryPayload extends MutationPayload {
  @Field(() => InquiryType, { nullable: true, description: 'The inquiry as it is afterwards; null when nothing was done.' })
  inquiry!: InquiryType | null;
}

/** The request as it is afterwards. */
@ObjectType({ isAbstract: true })
export abstract class RequestPayload extends MutationPayload {
  @Field(() => InquiryRequestType, { nullable: true, description: 'The request as it is afterwards; null when nothing was done.' })
  request!: InquiryRequestType | null;
}

@ObjectType({ description: 'Answer of createInquiry. Codes: INQUIRY_TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_TOO_LONG, TEXT_NOT_STORABLE, DEADLINE_INVALID, REMIND_DAYS_INVALID, REPEAT_INVALID, RECIPIENTS_REQUIRED, MEASURES_REQUIRED, TOO_MANY, OWN_QUESTION_INVALID, UNKNOWN_ORGANISATION, UNKNOWN_OBJECT, NOTHING_TO_ASK.' })
export class CreateInquiryPayload extends InquiryPayload {}

@ObjectType('InquiryReminder', { description: 'What became of the reminder of one organisation.' })
export class InquiryReminderType {
  @Field(() => ID, { description: 'What it is asked.' })
  requestId!: string;

  @Field(() => ReminderOutcomeEnum, { description: 'Whether and when it is reminded, or why not.' })
  outcome!: ReminderOutcome;
}

@ObjectType({ description: 'Answer of remindInquiryRecipients. Codes: RECIPIENTS_REQUIRED, INQUIRY_CLOSED, UNKNOWN_OBJECT.' })
export class RemindInquiryRecipientsPayload extends InquiryPayload {
  @Field(() => [InquiryReminderType], { description: 'What became of each; empty when nothing was done.' })
  reminders!: InquiryReminderType[];
}

@ObjectType({ description: 'Answer of revokeInquiryLinks. Codes: INQUIRY_CLOSED.' })
export class RevokeInquiryLinksPayload extends InquiryPayload {}

@ObjectType({ description: 'Answer of extendInquiryDeadline. Codes: DEADLINE_INVALID, INQUIRY_CLOSED.' })
export class ExtendInquiryDeadlinePayload extends InquiryPayload {}

@ObjectType({ description: 'Answer of closeInquiry.' })
export class CloseInquiryPayload extends InquiryPayload {}

@ObjectType({ description: 'Answer of askFurtherParties. Codes: INQUIRY_CLOSED, NOTHING_TO_ASK, TOO_MANY.' })
export class AskFurtherPartiesPayload extends InquiryPayload {}

@ObjectType({ description: 'Answer of setInquiryRepeat. Codes: REPEAT_INVALID.' })
export class SetInquiryRepeatPayload extends InquiryPayload {}

@ObjectType({ description: 'Answer of openInquiries. Codes: LINK_UNKNOWN.' })
export class OpenInquiriesPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'How many requests there are.' })
  requestCount!: number | null;
}

@ObjectType({ description: 'Answer of saveInquiryAnswers. Codes: LINK_UNKNOWN, INQUIRY_CLOSED, TOO_MANY, UNKNOWN_OBJECT, UNKNOWN_QUESTION, ANSWER_TOO_LONG, TEXT_NOT_STORABLE, VALUE_INVALID, STALE_VALUE.' })
export class SaveInquiryAnswersPayload extends RequestPayload {}

@ObjectType({ description: 'Answer of confirmInquiryLines. Codes: LINK_UNKNOWN, INQUIRY_CLOSED.' })
export class ConfirmInquiryLinesPayload extends RequestPayload {}

@ObjectType({ description: 'Answer of addInquiryLine. Codes: LINK_UNKNOWN, INQUIRY_CLOSED, TOO_MANY_LINES.' })
export class AddInquiryLinePayload extends RequestPayload {}

@ObjectType({ description: 'Answer of removeInquiryLine. Codes: LINK_UNKNOWN, INQUIRY_CLOSED.' })
export class RemoveInquiryLinePayload extends RequestPayload {}

@ObjectType({ description: 'Answer of handInInquiry. Codes: LINK_UNKNOWN, INQUIRY_CLOSED, DEADLINE_PASSED, ANSWER_REQUIRED, REASON_REQUIRED, LINE_OPEN; of lines with the path lines, raw id of the line, key of the question.' })
export class HandInInquiryPayload extends RequestPayload {}

@ObjectType({ description: 'Answer of releaseInquiryAnswer. Codes: NOT_HANDED_IN, STALE_VALUE, ALREADY_RELEASED.' })
export class ReleaseInquiryAnswerPayload extends RequestPayload {}

@ObjectType({ description: 'Answer of returnInquiryAnswer. Codes: NOT_HANDED_IN, STALE_VALUE, ALREADY_RELEASED, INQUIRY_CLOSED, REASON_REQUIRED, ANSWER_TOO_LONG, TEXT_NOT_STORABLE.' })
export class ReturnInquiryAnswerPayload extends RequestPayload {}

@ObjectType({ description: 'Answer of passOnInquiry. Codes: LINK_UNKNOWN, INQUIRY_CLOSED, EMAIL_INVALID, NO_DEPUTY.' })
export class PassOnInquiryPayload extends RequestPayload {}

@ObjectType({ description: 'Answer of askMoreTime. Codes: LINK_UNKNOWN, INQUIRY_CLOSED, DEADLINE_INVALID, REASON_REQUIRED, ANSWER_TOO_LONG, TEXT_NOT_STORABLE.' })
export class AskMoreTimePayload extends RequestPayload {}
