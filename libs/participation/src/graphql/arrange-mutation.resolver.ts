import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { commandContext, DateScalar, decodeGlobalId, MutationInput, pickedId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { ArrangeContributionsCommand } from '../commands/arrange-contributions.command.js';
import { ContributionAnswers } from './contribution-mutation.resolver.js';
import { ContributionPayload, WithdrawContributionInput } from './contribution.input.js';

@InputType({ description: 'How a contribution is cut into parts.' })
export class SplitContributionInput extends WithdrawContributionInput {
  @Field(() => [String], { description: 'The words of 2 to 20 parts.' })
  parts!: string[];
}

@InputType({ description: 'Contributions that say the same.' })
export class BundleContributionsInput extends MutationInput {
  @Field(() => [ID], { description: '2 to 100 open contributions to one concept.' })
  contributionIds!: string[];

  @Field(() => String, { description: 'What they say, in a few words.' })
  title!: string;
}

@InputType({ description: 'Which contribution.' })
export class UnbundleContributionInput extends WithdrawContributionInput {}

@InputType({ description: 'Which office answers contributions.' })
export class AssignContributionsInput extends MutationInput {
  @Field(() => [ID], { description: '1 to 100 open contributions.' })
  contributionIds!: string[];

  @Field(() => ID, { nullable: true, description: 'The office; null: none in particular.' })
  organisationId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until when.' })
  answerBy?: string | null;
}

@ObjectType({ description: 'Answer of splitContribution. Codes: PARTS_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, NOT_OPEN.' })
export class SplitContributionPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of bundleContributions, with the first of them. Codes: SEVERAL_REQUIRED, TOO_MANY, ONE_CONCEPT_ONLY, NOT_OPEN, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE.' })
export class BundleContributionsPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of unbundleContribution. Codes: NOT_OPEN.' })
export class UnbundleContributionPayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of assignContributions, with the first of them. Codes: UNKNOWN_ORGANISATION, DEADLINE_INVALID, SEVERAL_REQUIRED, TOO_MANY, NOT_OPEN.' })
export class AssignContributionsPayload extends ContributionPayload {}

const contributionId = (id: string): string => decodeGlobalId(id, 'Contribution');

/** Getting contributions ready to be answered. */
@Resolver()
export class ArrangeMutationResolver {
  constructor(
    @Inject(ArrangeContributionsCommand) private readonly arrange: ArrangeContributionsCommand,
    @Inject(ContributionAnswers) private readonly answers: ContributionAnswers,
  ) {}

  @Mutation(() => SplitContributionPayload, { description: 'Cuts a contribution into parts that are answered one by one.' })
  splitContribution(@Requested() request: RequestContext, @Args('input') input: SplitContributionInput): Promise<ContributionPayload> {
    return this.answers.of(request, this.arrange.split(commandContext(request.requireActor(), request.correlationId, 'splitContribution', input), contributionId(input.contributionId), input.parts));
  }

  @Mutation(() => BundleContributionsPayload, { description: 'Puts contributions together, to be answered with one answer.' })
  bundleContributions(@Requested() request: RequestContext, @Args('input') input: BundleContributionsInput): Promise<ContributionPayload> {
    return this.answers.of(request, this.arrange.bundle(commandContext(request.requireActor(), request.correlationId, 'bundleContributions', input), input.contributionIds.map(contributionId), input.title));
  }

  @Mutation(() => UnbundleContributionPayload, { description: 'Takes a contribution out of its bundle.' })
  unbundleContribution(@Requested() request: RequestContext, @Args('input') input: UnbundleContributionInput): Promise<ContributionPayload> {
    return this.answers.of(request, this.arrange.unbundle(commandContext(request.requireActor(), request.correlationId, 'unbundleContribution', input), contributionId(input.contributionId)));
  }

  @Mutation(() => AssignContributionsPayload, { description: 'Says which office answers contributions, and until when.' })
  assignContributions(@Requested() request: RequestContext, @Args('input') input: AssignContributionsInput): Promise<ContributionPayload> {
    const to = { organisationId: pickedId(input.organisationId, 'Organisation'), answerBy: input.answerBy ?? null };
    return this.answers.of(request, this.arrange.assign(commandContext(request.requireActor(), request.correlationId, 'assignContributions', input), input.contributionIds.map(contributionId), to));
  }
}
