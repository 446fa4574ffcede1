import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';
import { guestCookie } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { commandContext, CurrentActor, decodeGlobalId, pickedId, Requested, settle, type HttpExchange, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ChangeGuestCodeCommand } from '../commands/change-guest-code.command.js';
import { JoinGatheringCommand, type AdmittedGuest } from '../commands/join-gathering.command.js';
import { ModerateGuestCommand } from '../commands/moderate-guest.command.js';
import { unauthenticated } from '../domain/identity.errors.js';
import { GuestReader } from '../queries/guest.reader.js';
import { SessionAuthentication } from '../queries/visitor-authentication.reader.js';
import {
  BlockGuestInput, BlockGuestPayload, ChangeGuestCodeInput, ChangeGuestCodePayload, ConfirmGuestOrganisationInput, ConfirmGuestOrganisationPayload, GuestType, JoinGatheringInput, JoinGatheringPayload, LeaveGatheringInput, LeaveGatheringPayload,
  ReturnToGatheringInput, ReturnToGatheringPayload, UnblockGuestInput, UnblockGuestPayload, type GuestPayload,
} from './guest.type.js';
import { organisationLoader } from './identity.loader.js';
import { OrganisationType } from './organisation.type.js';

/** Cookies can only be set over HTTP. */
function httpOf({ http }: RequestContext): HttpExchange {
  if (!http) throw new ApplicationError('BAD_USER_INPUT', 'Kommen und gehen kann man nur über HTTP.');
  return http;
}

/** Guests come into a gathering, come back, and leave. */
@Resolver(() => GuestType)
export class GuestResolver {
  constructor(
    @Inject(JoinGatheringCommand) private readonly door: JoinGatheringCommand,
    @Inject(GuestReader) private readonly guests: GuestReader,
    @Inject(SessionAuthentication) private readonly authentication: SessionAuthentication,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Query(() => GuestType, { nullable: true, description: 'The guest who asks; null for everybody else.' })
  async guest(@Requested() { guest }: RequestContext): Promise<GuestType | null> {
    const record = await this.guests.self(guest);
    return record === null ? null : GuestType.of(record);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation she counts for, once it or a moderator has confirmed it.' })
  organisation(@Parent() { record }: GuestType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return record.organisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(record.organisationId);
  }

  @Mutation(() => JoinGatheringPayload, { description: 'Comes into a gathering as a guest, and sets the cookie for it.' })
  async joinGathering(@Args('input') { code, language, organisation = null, idempotencyKey }: JoinGatheringInput, @Requested() context: RequestContext): Promise<JoinGatheringPayload> {
    const { guest, recoveryPhrase, errors } = await this.admit(context, (clientAddress) => this.door.join({ code, clientAddress, actor: context.actor, correlationId: context.correlationId }, { language, organisation, idempotencyKey }));
    return { guest, recoveryPhrase, errors };
  }

  @Mutation(() => ReturnToGatheringPayload, { description: 'Comes back as the guest one was; on another device one is then no longer.' })
  async returnToGathering(@Args('input') { code, phrase }: ReturnToGatheringInput, @Requested() context: RequestContext): Promise<ReturnToGatheringPayload> {
    const { guest, errors } = await this.admit(context, (clientAddress) => this.door.return({ code, clientAddress, actor: context.actor, correlationId: context.correlationId }, phrase));
    return { guest, errors };
  }

  @Mutation(() => LeaveGatheringPayload, { description: 'Leaves a gathering on every device; the five words lead back.' })
  async leaveGathering(@Args('input') _input: LeaveGatheringInput, @Requested() context: RequestContext): Promise<LeaveGatheringPayload> {
    const { setCookie } = httpOf(context);
    if (context.guest === null) throw unauthenticated();
    await this.door.leave(context.guest, context.correlationId);
    setCookie(guestCookie('', 0, this.config.secureCookies));
    context.become(null);
    return { guest: null, errors: [] };
  }

  private async admit(context: RequestContext, work: (clientAddress: string) => Promise<AdmittedGuest>): Promise<JoinGatheringPayload> {
    const { clientAddress, setCookie } = httpOf(context);
    const { value, errors } = await settle(work(clientAddress));
    if (value === null) return { guest: null, recoveryPhrase: null, errors };
    setCookie(guestCookie(value.token, value.maxAge, this.config.secureCookies));
    context.become(await this.authentication.guestByToken(value.token));
    return { guest: await this.guest(context), recoveryPhrase: value.phrase, errors };
  }
}

/** What moderators decide about guests. */
@Resolver()
export class GuestModerationResolver {
  constructor(
    @Inject(ModerateGuestCommand) private readonly moderation: ModerateGuestCommand,
    @Inject(ChangeGuestCodeCommand) private readonly codes: ChangeGuestCodeCommand,
    @Inject(GuestReader) private readonly guests: GuestReader,
  ) {}

  @Mutation(() => BlockGuestPayload, { description: 'A guest can write nothing more, and reads why.' })
  blockGuest(@Args('input') input: BlockGuestInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<GuestPayload> {
    return this.answer(this.moderation.block(commandContext(actor, context.correlationId, 'blockGuest', input), decodeGlobalId(input.guestId, 'Guest'), input.reason));
  }

  @Mutation(() => UnblockGuestPayload, { description: 'A guest can write again.' })
  unblockGuest(@Args('input') input: UnblockGuestInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<GuestPayload> {
    return this.answer(this.moderation.unblock(commandContext(actor, context.correlationId, 'unblockGuest', input), decodeGlobalId(input.guestId, 'Guest')));
  }

  @Mutation(() => ChangeGuestCodePayload, { description: 'Gives a gathering another code for guests: the old one stops at once, and whoever is inside stays.' })
  async changeGuestCode(@Args('input') input: ChangeGuestCodeInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<ChangeGuestCodePayload> {
    const { value, errors } = await settle(this.codes.run(commandContext(actor, context.correlationId, 'changeGuestCode', input), decodeGlobalId(input.gatheringId, 'Gathering')));
    return { guestCode: value, errors };
  }

  @Mutation(() => ConfirmGuestOrganisationPayload, { description: 'Says for which organisation a guest counts.' })
  confirmGuestOrganisation(@Args('input') input: ConfirmGuestOrganisationInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<GuestPayload> {
    const command = commandContext(actor, context.correlationId, 'confirmGuestOrganisation', input);
    return this.answer(this.moderation.confirmOrganisation(command, decodeGlobalId(input.guestId, 'Guest'), pickedId(input.organisationId, 'Organisation')));
  }

  private async answer(done: Promise<string>): Promise<GuestPayload> {
    const { value, errors } = await settle(done);
    const record = value === null ? null : await this.guests.find(value);
    return { guest: record === null ? null : GuestType.of(record), errors };
  }
}
