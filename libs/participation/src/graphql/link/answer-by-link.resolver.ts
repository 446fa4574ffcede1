import { Inject } from '@nestjs/common';
import { Args, Extensions, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { rawId, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { AnswerByLinkCommand } from '../../commands/link/answer-by-link.command.js';
import type { VisitorContext } from '../../commands/link/answer-by-link.command.js';
import { LinkReader } from '../../queries/link/link.reader.js';
import { InquiryVisitors } from '../inquiry/inquiry-desk.resolver.js';
import { AnswerByLinkInput, AnswerByLinkPayload, ForgetSenderNameInput, ForgetSenderNamePayload, WithdrawSentContributionInput, WithdrawSentContributionPayload } from './link.input.js';
import type { SentPayload } from './link.input.js';
import { shortVersionLoader } from './link.loader.js';
import { LinkedConceptType, LinkedFieldType, LinkedPassageType, SentContributionType, toLinkedConcept, toLinkedPassage, toSent } from './link.type.js';

const visit = ({ correlationId }: RequestContext, mutation: string, input: MutationInput): VisitorContext => ({ correlationId, mutation, idempotencyKey: input.idempotencyKey, input });

/** What people without an account read by a link, and what became of what they sent. */
@Resolver(() => LinkedConceptType)
export class LinkedConceptResolver {
  constructor(
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(InquiryVisitors) private readonly visitors: InquiryVisitors,
  ) {}

  @Query(() => LinkedConceptType, { description: 'What a link opens.' })
  async linkedConcept(@Requested() context: RequestContext, @Args('token', { type: () => String, description: 'What stands behind `#` in the link.' }) token: string): Promise<LinkedConceptType> {
    return toLinkedConcept((await this.visitors.settle(context, this.reader.open(token))).value);
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the municipality that asks; null without a valid link.' })
  async municipalityName(@Parent() { view }: LinkedConceptType): Promise<string | null> {
    return view === null ? null : (await this.identity.municipality(view.edition.municipalityId))?.name ?? null;
  }

  @ResolveField(() => LinkedFieldType, { nullable: true, description: 'One of its fields of action by raw id; null for one that the link does not open.' })
  field(@Parent() { fields }: LinkedConceptType, @Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string): LinkedFieldType | null {
    return fields.find((field) => field.uuid === uuid) ?? null;
  }

  @Query(() => [SentContributionType], { description: 'What was sent with a key, the newest first, at most 200; nothing for a key nobody has.' })
  async sentContributions(@Args('senderKey', { type: () => String, description: 'The key.' }) senderKey: string): Promise<SentContributionType[]> {
    return (await this.reader.sent(senderKey)).map(toSent);
  }
}

/** A field of action as a link shows it. */
@Resolver(() => LinkedFieldType)
export class LinkedFieldResolver {
  constructor(@Inject(LinkReader) private readonly reader: LinkReader) {}

  @ResolveField(() => String, { nullable: true, description: 'What it says in at most 120 words; null when nobody has written that.' })
  async shortVersion(@Parent() { record }: LinkedFieldType, @Requested() context: RequestContext): Promise<string | null> {
    return (await context.loader(shortVersionLoader).load(record))?.text ?? null;
  }

  // Each text is built from its log.
  @Extensions({ cost: 250 })
  @ResolveField(() => [LinkedPassageType], { description: 'Its words, goals and measures in the order of the text.' })
  async passages(@Parent() { record }: LinkedFieldType): Promise<LinkedPassageType[]> {
    return (await this.reader.passages(record)).map(toLinkedPassage);
  }
}

/** What people without an account do by a link, and afterwards with their key. */
@Resolver()
export class AnswerByLinkResolver {
  constructor(
    @Inject(AnswerByLinkCommand) private readonly answering: AnswerByLinkCommand,
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(InquiryVisitors) private readonly visitors: InquiryVisitors,
  ) {}

  @Mutation(() => AnswerByLinkPayload, { description: 'Sends a question, support, an objection or a proposal without an account.' })
  answerByLink(@Requested() request: RequestContext, @Args('input') input: AnswerByLinkInput): Promise<SentPayload> {
    const { token, senderKey, kind, text, language, sender = null, passage } = input;
    const wanted = {
      sectionId: rawId(input.sectionUuid), goalId: rawId(input.goalUuid), measureId: rawId(input.measureUuid), kind, text, language, sender,
      passage: passage ? { blockId: passage.blockId ?? null, quote: passage.quote, before: passage.before } : null,
    };
    return this.sent(request, senderKey, this.answering.submit(visit(request, 'answerByLink', input), { token, senderKey, clientAddress: request.http?.clientAddress ?? '' }, wanted));
  }

  @Mutation(() => WithdrawSentContributionPayload, { description: 'Takes back what one has sent without an account, with one’s name, until it is answered.' })
  withdrawSentContribution(@Requested() request: RequestContext, @Args('input') input: WithdrawSentContributionInput): Promise<SentPayload> {
    return this.sent(request, input.senderKey, this.answering.withdraw(visit(request, 'withdrawSentContribution', input), input.senderKey, rawId(input.contributionUuid)));
  }

  @Mutation(() => ForgetSenderNamePayload, { description: 'Takes one’s name off what one has sent without an account, also when it is answered.' })
  forgetSenderName(@Requested() request: RequestContext, @Args('input') input: ForgetSenderNameInput): Promise<SentPayload> {
    return this.sent(request, input.senderKey, this.answering.forgetName(visit(request, 'forgetSenderName', input), input.senderKey, rawId(input.contributionUuid)));
  }

  private async sent(request: RequestContext, senderKey: string, done: Promise<string>): Promise<SentPayload> {
    const { value, errors } = await this.visitors.settle(request, done);
    const found = value === null ? undefined : (await this.reader.sent(senderKey)).find(({ contribution }) => contribution.id === value);
    return { contribution: found === undefined ? null : toSent(found), errors };
  }
}
