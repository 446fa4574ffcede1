import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { editionLoader, EditionType, toEdition } from '@konzeptwerkstatt/concept';
import { AccessPolicy, IdentityReader, organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { commandContext, DateTimeScalar, decodeGlobalId, encodeGlobalId, rawId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { CreateInquiryCommand } from '../../commands/inquiry/create-inquiry.command.js';
import { RemindRecipientsCommand } from '../../commands/inquiry/remind-recipients.command.js';
import { RunInquiryCommand } from '../../commands/inquiry/run-inquiry.command.js';
import { InquiryReader } from '../../queries/inquiry/inquiry.reader.js';
import { nextMailLoader, phoneLoader, reachLoader } from './inquiry.loader.js';
import {
  CloseInquiryInput, CloseInquiryPayload, CreateInquiryInput, CreateInquiryPayload, ExtendInquiryDeadlineInput, ExtendInquiryDeadlinePayload, RemindInquiryRecipientsInput, RemindInquiryRecipientsPayload, RevokeInquiryLinksInput,
  RevokeInquiryLinksPayload, SetInquiryRepeatInput, SetInquiryRepeatPayload,
} from './inquiry.input.js';
import type { InquiryPayload } from './inquiry.input.js';
import { InquiryRequestType, toRequest } from './inquiry-request.type.js';
import { InquiryPhoneContactType, InquiryRecipientType, InquiryType, toInquiry, toRecipient } from './inquiry.type.js';

const command = (request: RequestContext, mutation: string, input: MutationInput): CommandContext => commandContext(request.requireActor(), request.correlationId, mutation, input);
const requestId = (id: string): string => decodeGlobalId(id, 'InquiryRequest');

/** Running inquiries. */
@Resolver()
export class InquiryMutationResolver {
  constructor(
    @Inject(CreateInquiryCommand) private readonly creation: CreateInquiryCommand,
    @Inject(RemindRecipientsCommand) private readonly reminding: RemindRecipientsCommand,
    @Inject(RunInquiryCommand) private readonly running: RunInquiryCommand,
    @Inject(InquiryReader) private readonly reader: InquiryReader,
  ) {}

  @Mutation(() => CreateInquiryPayload, { description: 'Asks organisations something; the mails go out with the next round.' })
  createInquiry(@Requested() request: RequestContext, @Args('input') input: CreateInquiryInput): Promise<InquiryPayload> {
    const { kind, title, introduction, closesOn, remindDays, ownQuestions, repeatMonths = null, isOnlyUnasked } = input;
    const [organisationIds, measureIds] = [input.organisationIds.map((id) => decodeGlobalId(id, 'Organisation')), input.measureIds.map((id) => decodeGlobalId(id, 'Measure'))];
    return this.answer(request, this.creation.run(command(request, 'createInquiry', input), { editionId: decodeGlobalId(input.editionId, 'Edition'), kind, title, introduction, closesOn, remindDays, ownQuestions, organisationIds, measureIds, repeatMonths, isOnlyUnasked }));
  }

  @Mutation(() => RemindInquiryRecipientsPayload, { description: 'Reminds organisations that have not answered, each with its next mail: at once, or as soon as its last one is a week old.' })
  async remindInquiryRecipients(@Requested() request: RequestContext, @Args('input') input: RemindInquiryRecipientsInput): Promise<RemindInquiryRecipientsPayload> {
    const inquiryId = decodeGlobalId(input.inquiryId, 'Inquiry');
    const reminding = this.reminding.remind(command(request, 'remindInquiryRecipients', input), inquiryId, input.requestIds.map(requestId));
    const answer = await this.answer(request, reminding.then(() => inquiryId));
    const reminders = answer.inquiry === null ? [] : await reminding;
    return { ...answer, reminders: reminders.map(({ recipientId, outcome }) => ({ requestId: encodeGlobalId('InquiryRequest', recipientId), outcome })) };
  }

  @Mutation(() => ExtendInquiryDeadlinePayload, { description: 'Gives one organisation a deadline of its own.' })
  extendInquiryDeadline(@Requested() request: RequestContext, @Args('input') input: ExtendInquiryDeadlineInput): Promise<InquiryPayload> {
    return this.answer(request, this.running.extend(command(request, 'extendInquiryDeadline', input), requestId(input.requestId), input.closesOn));
  }

  @Mutation(() => RevokeInquiryLinksPayload, { description: 'Takes back every mail link to a request.' })
  revokeInquiryLinks(@Requested() request: RequestContext, @Args('input') input: RevokeInquiryLinksInput): Promise<InquiryPayload> {
    return this.answer(request, this.running.revokeLinks(command(request, 'revokeInquiryLinks', input), requestId(input.requestId)));
  }

  @Mutation(() => CloseInquiryPayload, { description: 'Ends an inquiry for everybody; what was handed in stays.' })
  closeInquiry(@Requested() request: RequestContext, @Args('input') input: CloseInquiryInput): Promise<InquiryPayload> {
    return this.answer(request, this.running.close(command(request, 'closeInquiry', input), decodeGlobalId(input.inquiryId, 'Inquiry')));
  }

  @Mutation(() => SetInquiryRepeatPayload, { description: 'Has an inquiry asked again every so many months, or not any more.' })
  setInquiryRepeat(@Requested() request: RequestContext, @Args('input') input: SetInquiryRepeatInput): Promise<InquiryPayload> {
    return this.answer(request, this.running.setRepeat(command(request, 'setInquiryRepeat', input), decodeGlobalId(input.inquiryId, 'Inquiry'), input.repeatMonths ?? null));
  }

  private async answer({ actor }: RequestContext, done: Promise<string>): Promise<InquiryPayload> {
    const { value, errors } = await settle(done);
    const row = value === null ? null : await this.reader.find(actor, value);
    return { inquiry: row === null ? null : toInquiry(row), errors };
  }
}

/** An inquiry with its return list, for those who run it. */
@Resolver(() => InquiryType)
export class InquiryResolver {
  constructor(@Inject(InquiryReader) private readonly reader: InquiryReader) {}

  @Query(() => InquiryType, { nullable: true, description: 'An inquiry by its raw id; null for those who do not run it.' })
  async inquiry(@Requested() { actor }: RequestContext, @Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string): Promise<InquiryType | null> {
    const row = isUuid(uuid) ? await this.reader.find(actor, uuid) : null;
    return row === null ? null : toInquiry(row);
  }

  @Query(() => InquiryRequestType, { description: 'What one organisation is asked, for its members and for those who run the inquiry.' })
  async inquiryRequest(@Requested() { actor }: RequestContext, @Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string): Promise<InquiryRequestType> {
    return toRequest(await this.reader.request({ actor, token: null }, rawId(uuid)));
  }

  @ResolveField(() => [InquiryRecipientType], { description: 'Who is asked, and how far each is, at most 200.' })
  async recipients(@Parent() { row }: InquiryType): Promise<InquiryRecipientType[]> {
    return (await this.reader.recipients(row.municipalityId, [row.id])).map((recipient) => toRecipient(recipient, row));
  }

  @ResolveField(() => EditionType, { nullable: true, description: 'The edition it is about.' })
  async edition(@Parent() { row }: InquiryType, @Requested() context: RequestContext): Promise<EditionType | null> {
    const edition = await context.loader(editionLoader).load(row.editionId);
    return edition === null ? null : toEdition(edition);
  }
}

/** A row of the return list. */
@Resolver(() => InquiryRecipientType)
export class InquiryRecipientResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation; null when it is gone.' })
  organisation(@Parent() { row }: InquiryRecipientType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(row.organisationId);
  }

  @ResolveField(() => Boolean, { description: 'Whether there is a mail address to write to.' })
  hasAddress(@Parent() { row }: InquiryRecipientType, @Requested() context: RequestContext): Promise<boolean> {
    return context.loader(reachLoader).load(row);
  }

  @ResolveField(() => InquiryPhoneContactType, { nullable: true, description: 'Whom to ring up while nothing is handed in: the contact person, or else the deputy; null when no number is known.' })
  async phoneContact(@Parent() { row }: InquiryRecipientType, @Requested() context: RequestContext): Promise<InquiryPhoneContactType | null> {
    return row.handedInAt === null ? context.loader(phoneLoader).load(row) : null;
  }

  @ResolveField(() => DateTimeScalar, { nullable: true, description: 'When the next mail may go to it; null: at once.' })
  nextMailAt(@Parent() { row }: InquiryRecipientType, @Requested() context: RequestContext): Promise<Date | null> {
    return context.loader(nextMailLoader).load(row);
  }
}

/** The inquiries of an edition. */
@Resolver(() => EditionType)
export class EditionInquiryResolver {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(InquiryReader) private readonly reader: InquiryReader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the visitor runs inquiries about it.' })
  mayManageInquiries(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.policy.can(actor, 'inquiry.manage', place);
  }

  @ResolveField(() => [ID], { description: 'The organisations of its municipality that can be asked by mail; none for those who do not run its inquiries.' })
  async organisationIdsByMail(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<string[]> {
    const ids = (await this.policy.can(actor, 'inquiry.manage', place)) ? await this.identity.organisationsWithAddress(place.municipalityId) : [];
    return [...ids].map((id) => encodeGlobalId('Organisation', id));
  }

  @ResolveField(() => [InquiryType], { description: 'Inquiries about it, the newest first, at most 200; none for those who do not run them.' })
  async inquiries(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<InquiryType[]> {
    return (await this.reader.ofEdition(actor, place)).map(toInquiry);
  }
}
