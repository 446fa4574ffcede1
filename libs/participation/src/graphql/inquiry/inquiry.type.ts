import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import { deadlineOf, stateOf } from '../../domain/inquiry/inquiry.js';
import type { Inquiry, InquiryRecipient } from '../../domain/inquiry/inquiry.js';
import { InquiryQuestionType, toQuestion } from './inquiry-request.type.js';
import { InquiryKindEnum, InquiryRequestStateEnum, InquiryStateEnum, InquiryWayEnum } from './inquiry.enums.js';

@ObjectType('InquiryPhoneContact', { description: 'Whom to ring up in an organisation.' })
export class InquiryPhoneContactType {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Phone number, as written.' })
  phone!: string;
}

@ObjectType('InquiryRecipient', { description: 'A row of the return list: an organisation that is asked, and how far it is.' })
export class InquiryRecipientType extends IdentifiedType {
  /** Not part of the API. */
  readonly row!: InquiryRecipient;

  @Field(() => String, { description: 'Raw id of what it is asked.' })
  uuid!: string;

  @Field(() => InquiryRequestStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => DateTimeScalar, { description: 'Its deadline.' })
  closesAt!: Date;

  @Field(() => Boolean, { description: 'Whether the deadline is over and nothing was handed in.' })
  isLate!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the first mail was written; null: not yet, or there is no address.' })
  askedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody opened it first.' })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in last.' })
  handedInAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was released.' })
  releasedAt!: Date | null;

  @Field(() => InquiryWayEnum, { nullable: true, description: 'How it was handed in.' })
  way!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its head gave back what was handed in last; null as soon as it is handed in again.' })
  returnedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a reminder goes with the next mail.' })
  isReminderWanted!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody passed it on to a colleague last.' })
  passedOnAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until when it asks for more time.' })
  moreTimeUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  moreTimeReason!: string | null;

  @Field(() => Int, { nullable: true, description: 'So many lines were handed in last; null: nothing yet. While handedInAt is null, others are still waited for.' })
  submittedLineCount!: number | null;
}

@ObjectType('Inquiry', { description: 'Something that organisations are asked; for those who run it.' })
export class InquiryType extends IdentifiedType {
  /** Not part of the API. */
  readonly row!: Inquiry;

  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => InquiryKindEnum, { description: 'What it is about.' })
  kind!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'What is said to those who are asked.' })
  introduction!: string;

  @Field(() => InquiryStateEnum, { description: 'Whether it is still answered.' })
  state!: string;

  @Field(() => DateTimeScalar, { description: 'The deadline for all that have none of their own.' })
  closesAt!: Date;

  @Field(() => Int, { description: 'So many days before it those are reminded who have not answered.' })
  remindDays!: number;

  @Field(() => Int, { nullable: true, description: 'Asked again after so many months, 12 or 24; null: once.' })
  repeatMonths!: number | null;

  @Field(() => Boolean, { description: 'Whether it is an example of the demonstration; no mails go out for it by themselves.' })
  isExample!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => [InquiryQuestionType], { description: 'The questions, at most 20.' })
  questions!: readonly InquiryQuestionType[];
}

export function toInquiry(row: Inquiry): InquiryType {
  const { id, kind, title, introduction, state, closesAt, remindDays, repeatMonths, isExample, createdAt, questions } = row;
  return Object.assign(new InquiryType(), { row, id: encodeGlobalId('Inquiry', id), uuid: id, kind, title, introduction, state, closesAt, remindDays, repeatMonths, isExample, createdAt, questions: questions.map(toQuestion) });
}

export function toRecipient(row: InquiryRecipient, inquiry: Inquiry): InquiryRecipientType {
  const { id, askedAt, openedAt, handedInAt, releasedAt, way, returnedAt, isReminderWanted, passedOnAt, moreTimeUntil, moreTimeReason, submittedLineCount } = row;
  const closesAt = deadlineOf(inquiry, row);
  return Object.assign(new InquiryRecipientType(), {
    row, id: encodeGlobalId('InquiryRequest', id), uuid: id, state: stateOf(row), closesAt, isLate: handedInAt === null && closesAt < new Date(), askedAt, openedAt, handedInAt, releasedAt, way, returnedAt, isReminderWanted, passedOnAt,
    moreTimeUntil, moreTimeReason, submittedLineCount,
  });
}
