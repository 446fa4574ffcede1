import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionArgs, DateScalar, MutationInput, MutationPayload, pickedId, rawId } from '@konzeptwerkstatt/platform-graphql';
import { OrganisationType } from '@konzeptwerkstatt/identity';
import type { ContributionKind, ContributionState, ContributionWay } from '../domain/contribution.js';
import type { ContributionFilter } from '../queries/contribution.reader.js';
import { ContributionType } from './contribution.type.js';
import { MentionableType } from './mention.type.js';
import type { ResponseStanding } from '../domain/response-proposal.policy.js';
import { ContributionKindEnum, ContributionStateEnum, ContributionWayEnum, ResponseStandingEnum, WhoseContributionsEnum } from './participation.enums.js';

@InputType({ description: 'Words of a text that a contribution is about.' })
export class PassageInput {
  @Field(() => String, { nullable: true, description: 'Raw id of the block they stand in, where known.' })
  blockId?: string | null;

  @Field(() => String, { description: 'The words, as they stand in the text; at most 2,000 characters, of one block.' })
  quote!: string;

  @Field(() => String, { defaultValue: '', description: 'What stands before them in the same block; tells equal words apart.' })
  before!: string;
}

/** What every new contribution says. */
@InputType({ isAbstract: true })
export abstract class NewContributionInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => ID, { nullable: true, description: 'The section; null: about the whole concept.' })
  sectionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A goal of the section.' })
  goalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A measure of the section.' })
  measureId?: string | null;

  @Field(() => PassageInput, { nullable: true, description: "Words of the section's text." })
  passage?: PassageInput | null;

  @Field(() => ContributionKindEnum, { description: 'What it says.' })
  kind!: ContributionKind;

  @Field(() => String, { nullable: true, description: 'Title of a new measure; 1 to 300 characters.' })
  title?: string | null;

  @Field(() => String, { description: 'Its words, at most 20,000 characters; may be empty for SUPPORT and with a replacement. `@[person:…]` and `@[organisation:…]` with a raw id mention somebody.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'What is to stand instead of the quoted words.' })
  replacement?: string | null;

  @Field(() => String, { description: 'Language of the words, BCP 47.' })
  language!: string;

  @Field(() => [String], { defaultValue: [], description: 'Raw ids of at most 5 files that the viewer has uploaded for it (purpose participation.attachment).' })
  attachmentIds!: string[];
}

@InputType({ description: 'A contribution to be sent off.' })
export class SubmitContributionInput extends NewContributionInput {
  @Field(() => Boolean, { description: 'For the acting organisation, or as oneself.' })
  isForOrganisation!: boolean;
}

@InputType({ description: 'A contribution that came by letter, mail, phone or from a committee.' })
export class EnterContributionInput extends NewContributionInput {
  @Field(() => ContributionWayEnum, { description: 'How it came.' })
  way!: ContributionWay;

  @Field(() => String, { nullable: true, description: 'Who sent it, in words; only for the office. Needed without an organisation.' })
  sender?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation it is from.' })
  organisationId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it came.' })
  receivedOn?: string | null;
}

@InputType({ description: 'Which contribution.' })
export class WithdrawContributionInput extends MutationInput {
  @Field(() => ID, { description: 'The contribution.' })
  contributionId!: string;
}

@InputType({ description: 'Which contribution.' })
export class ReleaseContributionInput extends WithdrawContributionInput {}

@InputType({ description: 'Which contribution is not released, and why.' })
export class RefuseContributionInput extends WithdrawContributionInput {
  @Field(() => String, { description: '1 to 20,000 characters; its author reads them.' })
  reason!: string;
}

@InputType({ description: 'What is to be said below a contribution.' })
export class ReplyToContributionInput extends WithdrawContributionInput {
  @Field(() => String, { description: '1 to 20,000 characters; mentions as in a contribution.' })
  text!: string;

  @Field(() => String, { description: 'Language of the words, BCP 47.' })
  language!: string;
}

@InputType({ description: 'Whether an organisation releases its contributions before others see them.' })
export class SetContributionReleaseInput extends MutationInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => Boolean, { description: 'Whether its administrators release them.' })
  isRequired!: boolean;
}

@InputType({ description: 'Which contributions of those one may see.' })
export class ContributionFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of an edition.' })
  editionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About a section or something in it.' })
  sectionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of a section: as sectionId.' })
  sectionUuid?: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of a goal or measure: about it, or what has led to it; also what was said in the editions it goes back to.' })
  objectUuid?: string | null;

  @Field(() => WhoseContributionsEnum, { nullable: true, description: 'Whose.' })
  whose?: 'own' | 'organisation' | 'to_release' | 'to_accept' | 'to_advise' | null;

  @Field(() => [ContributionStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: ContributionState[] | null;

  @Field(() => [ContributionKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: ContributionKind[] | null;

  @Field(() => ID, { nullable: true, description: 'For an organisation.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To be answered by an office.' })
  assignedOrganisationId?: string | null;

  @Field(() => ResponseStandingEnum, { nullable: true, description: 'Not answered yet, with an answer that stands so; only where the viewer answers.' })
  standing?: ResponseStanding | null;

  @Field(() => String, { nullable: true, description: 'Part of the words; at most 200 characters count.' })
  search?: string | null;
}

/** The filter with raw ids; what is malformed finds nothing. */
export const filterOf = (filter: ContributionFilterInput | null | undefined): ContributionFilter => ({
  ...filter, objectId: rawId(filter?.objectUuid), editionId: pickedId(filter?.editionId, 'Edition'), sectionId: pickedId(filter?.sectionId, 'Section') ?? rawId(filter?.sectionUuid), organisationId: pickedId(filter?.organisationId, 'Organisation'),
  assignedOrganisationId: pickedId(filter?.assignedOrganisationId, 'Organisation'),
});

@ArgsType()
export class ContributionListArgs extends ConnectionArgs {
  @Field(() => ContributionFilterInput, { nullable: true, description: 'Which of them.' })
  filter?: ContributionFilterInput | null;
}

/** The contribution as it is afterwards, or the reasons why nothing was done. */
@ObjectType({ isAbstract: true })
export abstract class ContributionPayload extends MutationPayload {
  @Field(() => ContributionType, { nullable: true, description: 'The contribution as it is afterwards; null when nothing was done or it is no longer visible.' })
  contribution!: ContributionType | null;
}

/** The same for words that may mention people. */
@ObjectType({ isAbstract: true })
export abstract class MentioningPayload extends ContributionPayload {
  @Field(() => [MentionableType], { description: 'Those whom the words mention and who may not read them, so that nobody tells them: persons, and organisations of which nobody may.' })
  unreached!: MentionableType[];
}

const words = 'MENTION_UNKNOWN, TOO_MANY_MENTIONS, TOO_MANY_FILES, FILE_GONE, TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, TITLE_REQUIRED, TITLE_TOO_LONG, LANGUAGE_INVALID';
const places = 'UNKNOWN_SECTION, UNKNOWN_OBJECT, WORDS_GONE, ONE_PLACE_ONLY';

@ObjectType({ description: `Answer of submitContribution. Codes: ${words}, ${places}.` })
export class SubmitContributionPayload extends MentioningPayload {}

@ObjectType({ description: `Answer of enterContribution. Codes: ${words}, ${places}, SENDER_REQUIRED, UNKNOWN_ORGANISATION.` })
export class EnterContributionPayload extends MentioningPayload {}

@ObjectType({ description: 'Answer of withdrawContribution. Codes: NOT_WITHDRAWABLE.' })
export class WithdrawContributionPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of releaseContribution. Codes: NOT_HELD.' })
export class ReleaseContributionPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of refuseContribution. Codes: NOT_HELD, REASON_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE.' })
export class RefuseContributionPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of replyToContribution. Codes: NOT_OPEN, MENTION_UNKNOWN, TOO_MANY_MENTIONS, TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, LANGUAGE_INVALID.' })
export class ReplyToContributionPayload extends MentioningPayload {}

@ObjectType({ description: 'Answer of setContributionRelease.' })
export class SetContributionReleasePayload extends MutationPayload {
  @Field(() => OrganisationType, { nullable: true, description: 'The organisation.' })
  organisation!: OrganisationType | null;
}
