import { Inject, Injectable } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { IdentityReader, organisationLoader } from '@konzeptwerkstatt/identity';
import { commandContext, decodeGlobalId, pickedId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { ChangeContributionCommand, RequireReleaseCommand } from '../commands/change-contribution.command.js';
import { SubmitContributionCommand } from '../commands/submit-contribution.command.js';
import type { WantedContribution } from '../commands/submit-contribution.command.js';
import { participationError } from '../domain/participation.errors.js';
import { MentionReader } from '../queries/mention.reader.js';
import { TreatmentReader } from '../queries/treatment.reader.js';
import {
  EnterContributionInput, EnterContributionPayload, NewContributionInput, RefuseContributionInput, RefuseContributionPayload, ReleaseContributionInput, ReleaseContributionPayload, ReplyToContributionInput, ReplyToContributionPayload,
  SetContributionReleaseInput, SetContributionReleasePayload, SubmitContributionInput, SubmitContributionPayload, WithdrawContributionInput, WithdrawContributionPayload,
} from './contribution.input.js';
import type { ContributionPayload, MentioningPayload } from './contribution.input.js';
import { toContribution } from './contribution.type.js';
import { toMentionable } from './mention.resolver.js';

const command = (request: RequestContext, mutation: string, input: MutationInput): CommandContext => commandContext(request.requireActor(), request.correlationId, mutation, input);

function wantedOf(input: NewContributionInput): WantedContribution {
  const { kind, title = null, text, replacement = null, language, passage = null } = input;
  return {
    editionId: decodeGlobalId(input.editionId, 'Edition'), sectionId: pickedId(input.sectionId, 'Section'), goalId: pickedId(input.goalId, 'Goal'), measureId: pickedId(input.measureId, 'Measure'),
    passage: passage === null ? null : { blockId: passage.blockId ?? null, quote: passage.quote, before: passage.before }, kind, title, text, replacement, language, attachmentIds: input.attachmentIds,
  };
}

/** Turns what commands answer into payloads: the contribution read afresh, or the reasons why nothing was done. */
@Injectable()
export class ContributionAnswers {
  constructor(
    @Inject(TreatmentReader) private readonly reader: TreatmentReader,
    @Inject(MentionReader) private readonly mentions: MentionReader,
  ) {}

  async of({ actor }: RequestContext, done: Promise<string>): Promise<ContributionPayload> {
    const { value, errors } = await settle(done);
    const row = value === null ? null : await this.reader.find(actor, value);
    return { contribution: row === null ? null : toContribution(row), errors };
  }

  /** The same for words that may mention people. @param text as it was sent */
  async ofMentioning(request: RequestContext, text: string, done: Promise<string>): Promise<MentioningPayload> {
    const payload = await this.of(request, done);
    return { ...payload, unreached: payload.contribution === null ? [] : (await this.mentions.unreached(payload.contribution.row, text)).map(toMentionable) };
  }
}

/** Making contributions, and what one does with one's own. */
@Resolver()
export class ContributionMutationResolver {
  constructor(
    @Inject(SubmitContributionCommand) private readonly submission: SubmitContributionCommand,
    @Inject(ChangeContributionCommand) private readonly change: ChangeContributionCommand,
    @Inject(RequireReleaseCommand) private readonly requirement: RequireReleaseCommand,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ContributionAnswers) private readonly answers: ContributionAnswers,
  ) {}

  @Mutation(() => SubmitContributionPayload, { description: 'Says something about a concept or a part of it.' })
  submitContribution(@Requested() request: RequestContext, @Args('input') input: SubmitContributionInput): Promise<MentioningPayload> {
    return this.answers.ofMentioning(request, input.text, this.submission.submit(command(request, 'submitContribution', input), wantedOf(input), input.isForOrganisation));
  }

  @Mutation(() => EnterContributionPayload, { description: 'Enters a contribution that came by letter, mail, phone or from a committee.' })
  enterContribution(@Requested() request: RequestContext, @Args('input') input: EnterContributionInput): Promise<MentioningPayload> {
    return this.answers.ofMentioning(request, input.text, this.enter(request, input));
  }

  @Mutation(() => WithdrawContributionPayload, { description: 'Takes one’s own contribution back before it is answered.' })
  withdrawContribution(@Requested() request: RequestContext, @Args('input') input: WithdrawContributionInput): Promise<ContributionPayload> {
    return this.answers.of(request, this.change.withdraw(command(request, 'withdrawContribution', input), decodeGlobalId(input.contributionId, 'Contribution')));
  }

  @Mutation(() => ReleaseContributionPayload, { description: 'Lets others see a contribution of one’s organisation.' })
  releaseContribution(@Requested() request: RequestContext, @Args('input') input: ReleaseContributionInput): Promise<ContributionPayload> {
    return this.answers.of(request, this.change.release(command(request, 'releaseContribution', input), decodeGlobalId(input.contributionId, 'Contribution')));
  }

  @Mutation(() => RefuseContributionPayload, { description: 'Does not release what waits for it; its author reads why.' })
  refuseContribution(@Requested() request: RequestContext, @Args('input') input: RefuseContributionInput): Promise<ContributionPayload> {
    return this.answers.of(request, this.change.refuse(command(request, 'refuseContribution', input), decodeGlobalId(input.contributionId, 'Contribution'), input.reason));
  }

  @Mutation(() => ReplyToContributionPayload, { description: 'Writes below a contribution.' })
  replyToContribution(@Requested() request: RequestContext, @Args('input') input: ReplyToContributionInput): Promise<MentioningPayload> {
    const { text, language } = input;
    return this.answers.ofMentioning(request, text, this.change.reply(command(request, 'replyToContribution', input), decodeGlobalId(input.contributionId, 'Contribution'), { text, language }));
  }

  @Mutation(() => SetContributionReleasePayload, { description: 'Says whether an organisation releases its contributions before others see them.' })
  async setContributionRelease(@Requested() request: RequestContext, @Args('input') input: SetContributionReleaseInput): Promise<SetContributionReleasePayload> {
    const organisationId = decodeGlobalId(input.organisationId, 'Organisation');
    const { value, errors } = await settle(this.requirement.run(command(request, 'setContributionRelease', input), organisationId, input.isRequired));
    return { organisation: value === null ? null : await request.loader(organisationLoader).load(value), errors };
  }

  private async enter(request: RequestContext, input: EnterContributionInput): Promise<string> {
    const actor = request.requireActor();
    const organisationId = pickedId(input.organisationId, 'Organisation');
    if (organisationId !== null && (await this.identity.organisationsByIds(actor.municipalityId ?? '', [organisationId])).length === 0) throw participationError('UNKNOWN_ORGANISATION', ['organisationId']);
    const { way, sender = null, receivedOn = null } = input;
    return this.submission.enter(command(request, 'enterContribution', input), wantedOf(input), { way, sender: sender === null || sender.trim() === '' ? null : sender.trim().slice(0, 300), receivedOn, organisationId });
  }
}
