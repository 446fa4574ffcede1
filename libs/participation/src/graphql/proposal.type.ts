import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@konzeptwerkstatt/platform-graphql';
import type { ProposalReaction } from '../domain/response-proposal.policy.js';
import { ResponseStandingEnum } from './participation.enums.js';
import { ContributionResponseType } from './treatment.type.js';

/** What somebody said to a proposed answer. */
@ObjectType('ProposalReaction', { description: 'What whoever made a contribution says to the answer that is proposed to her.' })
export class ProposalReactionType {
  /** Not part of the API. */
  readonly row!: ProposalReaction;

  @Field(() => String, { description: 'Raw id of the contribution it was said for.' })
  contributionUuid!: string;

  @Field(() => Boolean, { description: 'Accepted, or objected to.' })
  isAccepted!: boolean;

  @Field(() => String, { description: 'Why she objects; empty when accepted.' })
  reason!: string;

  @Field(() => Int, { description: 'Grows with each change; sent back as expectedReaction.' })
  revision!: number;

  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  reactedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it was said to the answer as it is proposed now.' })
  isCurrent!: boolean;
}

/** An answer that is proposed to whoever made a contribution. */
@ObjectType('ResponseProposal', { description: 'An answer that is not published and is proposed to whoever made the contribution.' })
export class ResponseProposalType {
  @Field(() => ContributionResponseType, { description: 'The answer as it is proposed.' })
  response!: ContributionResponseType;

  @Field(() => DateTimeScalar, { description: 'Until when she may say something to it; without a word it then counts as accepted.' })
  until!: Date;

  @Field(() => Boolean, { description: 'Whether the viewer may say something to it now.' })
  mayReact!: boolean;

  @Field(() => ProposalReactionType, { nullable: true, description: 'What was said to it for this contribution.' })
  reaction!: ProposalReactionType | null;
}

/** How an answer stands, for those who answer. */
@ObjectType('ResponseConsent', { description: 'How the answer to a contribution stands with those it is for; only for those who answer.' })
export class ResponseConsentType {
  @Field(() => Int, { nullable: true, description: 'For how many days the process proposes answers before they are published; null: it does not.' })
  days!: number | null;

  @Field(() => ResponseStandingEnum, { nullable: true, description: 'How the answer stands; null when there is none or it is published.' })
  standing!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when they may say something to it; null: it is not proposed.' })
  until!: Date | null;

  @Field(() => [ProposalReactionType], { description: 'What was said to it and to earlier wordings, the newest first.' })
  reactions!: ProposalReactionType[];
}

export function toReaction(row: ProposalReaction, currentRevision: number): ProposalReactionType {
  const { contributionId: contributionUuid, isAccepted, reason, revision, reactedAt, responseRevision } = row;
  return Object.assign(new ProposalReactionType(), { row, contributionUuid, isAccepted, reason, revision, reactedAt, isCurrent: responseRevision === currentRevision });
}
