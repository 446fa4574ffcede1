import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EditionType, SectionType } from '@konzeptwerkstatt/concept';
import { DateScalar, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { ContributionKind } from '../../domain/contribution.js';
import { PassageInput } from '../contribution.input.js';
import { ContributionKindEnum } from '../participation.enums.js';
import { SentContributionType, SHORT_VERSION_DESCRIPTION } from './link.type.js';

@InputType({ description: 'A short version of a field of action.' })
export class SaveShortVersionInput extends MutationInput {
  @Field(() => ID, { description: 'The field of action.' })
  sectionId!: string;

  @Field(() => String, { description: SHORT_VERSION_DESCRIPTION })
  text!: string;

  @Field(() => String, { description: 'The section’s textFingerprint as it was when its text was read; when the text is another one, the short version says so.' })
  textFingerprint!: string;

  @Field(() => Int, { description: 'Revision of the short version that was seen; 0: none.' })
  expectedRevision!: number;
}

@InputType({ description: 'A link that is to be passed on.' })
export class CreateContributionLinkInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => String, { description: 'For whom it is, 1 to 120 characters; only the office reads it.' })
  title!: string;

  @Field(() => [ID], { description: 'The fields of action that it opens, 1 to 50.' })
  sectionIds!: string[];

  @Field(() => DateScalar, { description: 'Its last day by the clock in Germany, within a year.' })
  endsOn!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether what comes in waits until the office releases it.' })
  needsRelease!: boolean;
}

@InputType({ description: 'Which link.' })
export class EndContributionLinkInput extends MutationInput {
  @Field(() => ID, { description: 'The link.' })
  linkId!: string;
}

@InputType({ description: 'What somebody without an account says.' })
export class AnswerByLinkInput extends MutationInput {
  @Field(() => String, { description: 'What stands behind `#` in the link.' })
  token!: string;

  @Field(() => String, { description: '256 random bits that the browser has drawn and keeps, 43 characters of base64url; with them whoever sends it comes back.' })
  senderKey!: string;

  @Field(() => String, { description: 'Raw id of the field of action.' })
  sectionUuid!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of a goal of it.' })
  goalUuid?: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of a measure of it.' })
  measureUuid?: string | null;

  @Field(() => PassageInput, { nullable: true, description: 'Words of its text.' })
  passage?: PassageInput | null;

  @Field(() => ContributionKindEnum, { description: 'What it says; every kind but NEW_MEASURE.' })
  kind!: ContributionKind;

  @Field(() => String, { description: 'Its words, at most 20,000 characters; may be empty for SUPPORT.' })
  text!: string;

  @Field(() => String, { description: 'Language of the words, BCP 47.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'What she says of herself, at most 120 characters; only the office reads it.' })
  sender?: string | null;
}

@InputType({ description: 'Which of the contributions that were sent with a key.' })
export class WithdrawSentContributionInput extends MutationInput {
  @Field(() => String, { description: 'The key they were sent with.' })
  senderKey!: string;

  @Field(() => String, { description: 'Raw id of the contribution.' })
  contributionUuid!: string;
}

@InputType({ description: 'From which of the contributions that were sent with a key the name goes.' })
export class ForgetSenderNameInput extends WithdrawSentContributionInput {}

@ObjectType({ description: 'Answer of saveShortVersion. Codes: SHORT_VERSION_TOO_LONG, TEXT_NOT_STORABLE, UNKNOWN_SECTION, STALE_VALUE.' })
export class SaveShortVersionPayload extends MutationPayload {
  @Field(() => SectionType, { nullable: true, description: 'The field of action as it is afterwards; null when nothing was done.' })
  section!: SectionType | null;
}

@ObjectType({ isAbstract: true })
abstract class EditionOfLinkPayload extends MutationPayload {
  @Field(() => EditionType, { nullable: true, description: 'The edition as it is afterwards; null when nothing was done.' })
  edition!: EditionType | null;
}

@ObjectType({ description: 'Answer of createContributionLink. Codes: LINK_TITLE_REQUIRED, LINK_TITLE_TOO_LONG, TEXT_NOT_STORABLE, SECTIONS_REQUIRED, LINK_END_INVALID, UNKNOWN_SECTION.' })
export class CreateContributionLinkPayload extends EditionOfLinkPayload {
  @Field(() => String, { nullable: true, description: 'Path of the link with its token, given out once; null when nothing was done or the same was sent again.' })
  path!: string | null;
}

@ObjectType({ description: 'Answer of endContributionLink.' })
export class EndContributionLinkPayload extends EditionOfLinkPayload {}

/** What was sent, as its sender sees it. */
@ObjectType({ isAbstract: true })
export abstract class SentPayload extends MutationPayload {
  @Field(() => SentContributionType, { nullable: true, description: 'The contribution as it is afterwards; null when nothing was done.' })
  contribution!: SentContributionType | null;
}

@ObjectType({ description: 'Answer of answerByLink. Codes: LINK_UNKNOWN, SENDER_KEY_INVALID, UNKNOWN_SECTION, UNKNOWN_OBJECT, WORDS_GONE, ONE_PLACE_ONLY, LINK_KIND_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, LANGUAGE_INVALID, SENDER_TOO_LONG.' })
export class AnswerByLinkPayload extends SentPayload {}

@ObjectType({ description: 'Answer of withdrawSentContribution. Codes: NOT_WITHDRAWABLE.' })
export class WithdrawSentContributionPayload extends SentPayload {}

@ObjectType({ description: 'Answer of forgetSenderName.' })
export class ForgetSenderNamePayload extends SentPayload {}
