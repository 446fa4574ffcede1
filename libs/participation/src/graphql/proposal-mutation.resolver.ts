import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { PlanningProcessType, ProcessReader } from '@konzeptwerkstatt/planning';
import { commandContext, decodeGlobalId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { ProposeResponsesCommand } from '../commands/propose-responses.command.js';
import { PublishResponsesCommand } from '../commands/publish-responses.command.js';
import { ReactToProposalCommand } from '../commands/react-to-proposal.command.js';
import { RequireConsentCommand } from '../commands/require-consent.command.js';
import type { SeenResponse } from '../commands/seen-responses.js';
import { ContributionAnswers } from './contribution-mutation.resolver.js';
import type { ContributionPayload } from './contribution.input.js';
import {
  ProposeResponsesInput, ProposeResponsesPayload, PublishDespiteObjectionInput, PublishDespiteObjectionPayload, PublishResponsesInput, PublishResponsesPayload, ReactToProposalInput, ReactToProposalPayload, SetResponseConsentInput,
  SetResponseConsentPayload,
} from './proposal.input.js';

const command = (request: RequestContext, mutation: string, input: MutationInput): CommandContext => commandContext(request.requireActor(), request.correlationId, mutation, input);
const seenOf = ({ responses }: PublishResponsesInput): SeenResponse[] => responses.map(({ contributionId, expectedRevision }) => ({ contributionId: decodeGlobalId(contributionId, 'Contribution'), expectedRevision }));

/** Letting people see answers: first those they are for, then all who take part. */
@Resolver()
export class ProposalMutationResolver {
  constructor(
    @Inject(PublishResponsesCommand) private readonly publication: PublishResponsesCommand,
    @Inject(ProposeResponsesCommand) private readonly proposing: ProposeResponsesCommand,
    @Inject(ReactToProposalCommand) private readonly reaction: ReactToProposalCommand,
    @Inject(RequireConsentCommand) private readonly requirement: RequireConsentCommand,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
    @Inject(ContributionAnswers) private readonly answers: ContributionAnswers,
  ) {}

  @Mutation(() => PublishResponsesPayload, { description: 'Lets those who take part see answers, many in one step. Those that are proposed and not accepted are left out.' })
  async publishResponses(@Requested() request: RequestContext, @Args('input') input: PublishResponsesInput): Promise<PublishResponsesPayload> {
    const { value, errors } = await settle(this.publication.publish(command(request, 'publishResponses', input), seenOf(input)));
    const [first] = value?.publishedIds ?? [];
    const { contribution } = first === undefined ? { contribution: null } : await this.answers.of(request, Promise.resolve(first));
    return { contribution, leftOut: value?.leftOut.map(({ contributionId: contributionUuid, standing }) => ({ contributionUuid, standing })) ?? [], errors };
  }

  @Mutation(() => ProposeResponsesPayload, { description: 'Proposes drafted answers to those who made the contributions, many in one step.' })
  proposeResponses(@Requested() request: RequestContext, @Args('input') input: ProposeResponsesInput): Promise<ContributionPayload> {
    return this.answers.of(request, this.proposing.run(command(request, 'proposeResponses', input), seenOf(input)).then(([first]) => first ?? ''));
  }

  @Mutation(() => ReactToProposalPayload, { description: 'Accepts the answer that is proposed to the viewer or her organisation, or objects to it.' })
  reactToProposal(@Requested() request: RequestContext, @Args('input') input: ReactToProposalInput): Promise<ContributionPayload> {
    const { isAccepted, reason, expectedRevision, expectedReaction } = input;
    const wanted = { contributionId: decodeGlobalId(input.contributionId, 'Contribution'), isAccepted, reason, expectedRevision, expectedReaction };
    return this.answers.of(request, this.reaction.run(command(request, 'reactToProposal', input), wanted));
  }

  @Mutation(() => PublishDespiteObjectionPayload, { description: 'Publishes an answer although somebody objected, with the reason.' })
  publishDespiteObjection(@Requested() request: RequestContext, @Args('input') input: PublishDespiteObjectionInput): Promise<ContributionPayload> {
    const seen = { contributionId: decodeGlobalId(input.contributionId, 'Contribution'), expectedRevision: input.expectedRevision };
    return this.answers.of(request, this.publication.publishDespiteObjection(command(request, 'publishDespiteObjection', input), seen, input.reason));
  }

  @Mutation(() => SetResponseConsentPayload, { description: 'Says whether answers in a process are proposed before they are published, and for how many days.' })
  async setResponseConsent(@Requested() request: RequestContext, @Args('input') input: SetResponseConsentInput): Promise<SetResponseConsentPayload> {
    const { value, errors } = await settle(this.requirement.run(command(request, 'setResponseConsent', input), decodeGlobalId(input.processId, 'PlanningProcess'), input.days ?? null));
    const row = value === null ? null : await this.processes.find(request.actor, value);
    return { process: row === null ? null : PlanningProcessType.of(row), errors };
  }
}
