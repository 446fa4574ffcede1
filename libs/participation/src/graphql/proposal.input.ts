import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PlanningProcessType } from '@konzeptwerkstatt/planning';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { ContributionPayload, WithdrawContributionInput } from './contribution.input.js';
import { ContributionType } from './contribution.type.js';
import { ResponseStandingEnum } from './participation.enums.js';

@InputType({ description: 'The answer to a contribution, as it was seen.' })
export class SeenResponseInput {
  @Field(() => ID, { description: 'The contribution; the answer to one of a bundle is the answer to all of it.' })
  contributionId!: string;

  @Field(() => Int, { description: 'The revision of the answer that was seen; nothing is done with another one.' })
  expectedRevision!: number;
}

@InputType({ description: 'Which answers are published.' })
export class PublishResponsesInput extends MutationInput {
  @Field(() => [SeenResponseInput], { description: 'The answers to 1 to 100 contributions.' })
  responses!: SeenResponseInput[];
}

@InputType({ description: 'Which answers are proposed.' })
export class ProposeResponsesInput extends PublishResponsesInput {}

@InputType({ description: 'What somebody says to the answer that is proposed to her.' })
export class ReactToProposalInput extends WithdrawContributionInput {
  @Field(() => Boolean, { description: 'Accept it, or object.' })
  isAccepted!: boolean;

  @Field(() => String, { defaultValue: '', description: 'Why one objects, 1 to 20,000 characters; not kept when accepted.' })
  reason!: string;

  @Field(() => Int, { description: 'The revision of the proposed answer that was seen.' })
  expectedRevision!: number;

  @Field(() => Int, { description: 'The revision of what was said to it so far; 0: nothing.' })
  expectedReaction!: number;
}

@InputType({ description: 'An answer that is published although somebody objected.' })
export class PublishDespiteObjectionInput extends WithdrawContributionInput {
  @Field(() => Int, { description: 'The revision of the answer that was seen.' })
  expectedRevision!: number;

  @Field(() => String, { description: 'Why, 1 to 20,000 characters; stands with the answer.' })
  reason!: string;
}

@InputType({ description: 'Whether answers in a process are proposed first.' })
export class SetResponseConsentInput extends MutationInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;

  @Field(() => Int, { nullable: true, description: 'For how many days, 1 to 60; null: answers are published at once.' })
  days?: number | null;
}

@ObjectType({ description: 'An answer that was not published.' })
export class LeftOutResponseType {
  @Field(() => String, { description: 'Raw id of the contribution.' })
  contributionUuid!: string;

  @Field(() => ResponseStandingEnum, { description: 'Why: how the answer stands.' })
  standing!: string;
}

@ObjectType({ description: 'Answer of publishResponses, with the first that is published. Codes: NO_DRAFT, STALE_VALUE, SEVERAL_REQUIRED, TOO_MANY; PROPOSE_FIRST, PROPOSAL_OPEN, OBJECTED when none could be.' })
export class PublishResponsesPayload extends MutationPayload {
  @Field(() => ContributionType, { nullable: true, description: 'The first of them as it is afterwards; null when nothing was done.' })
  contribution!: ContributionType | null;

  @Field(() => [LeftOutResponseType], { description: 'Those that were not published, because they are not accepted yet.' })
  leftOut!: LeftOutResponseType[];
}

@ObjectType({ description: 'Answer of proposeResponses, with the first of them. Codes: NO_DRAFT, STALE_VALUE, SEVERAL_REQUIRED, TOO_MANY, CONSENT_OFF, ALREADY_PROPOSED.' })
export class ProposeResponsesPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of reactToProposal. Codes: REASON_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, NOT_PROPOSED, STALE_VALUE, PROPOSAL_OVER, ALREADY_REACTED.' })
export class ReactToProposalPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of publishDespiteObjection. Codes: REASON_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, NO_DRAFT, STALE_VALUE, NOT_OBJECTED.' })
export class PublishDespiteObjectionPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of setResponseConsent. Codes: CONSENT_DAYS_INVALID.' })
export class SetResponseConsentPayload extends MutationPayload {
  @Field(() => PlanningProcessType, { nullable: true, description: 'The process as it is afterwards.' })
  process!: PlanningProcessType | null;
}
