import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';
import { sessionCookie } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { commandContext, CurrentActor, decodeGlobalId, Requested, settle, type HttpExchange, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { AcceptInvitationCommand } from '../commands/accept-invitation.command.js';
import { actingPerson } from '../commands/acting-person.js';
import { InvitePersonCommand } from '../commands/invite-person.command.js';
import { WithdrawInvitationCommand } from '../commands/withdraw-invitation.command.js';
import { InvitationReader } from '../queries/invitation.reader.js';
import { SessionAuthentication } from '../queries/visitor-authentication.reader.js';
import { organisationLoader } from './identity.loader.js';
import {
  AcceptInvitationInput, AcceptInvitationPayload, CreateAccountInput, CreateAccountPayload, InvitationLinkType, InvitePersonInput, InvitePersonPayload, WithdrawInvitationInput, WithdrawInvitationPayload,
} from './member.type.js';
import { viewerOf } from './viewer.resolver.js';

const FOURTEEN_DAYS = 14 * 24 * 60 * 60;

function httpOf({ http }: RequestContext): HttpExchange {
  if (!http) throw new ApplicationError('BAD_USER_INPUT', 'Einladungen werden nur über HTTP beantwortet.');
  return http;
}

/** Invitations, from issuing to the first sign-in. */
@Resolver()
export class InvitationResolver {
  constructor(
    @Inject(InvitePersonCommand) private readonly inviteCommand: InvitePersonCommand,
    @Inject(WithdrawInvitationCommand) private readonly withdrawCommand: WithdrawInvitationCommand,
    @Inject(AcceptInvitationCommand) private readonly acceptCommand: AcceptInvitationCommand,
    @Inject(InvitationReader) private readonly reader: InvitationReader,
    @Inject(SessionAuthentication) private readonly authentication: SessionAuthentication,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Query(() => InvitationLinkType, { description: 'What an invitation offers to whoever holds its link. Looking does not use it.' })
  invitation(@Args('token', { type: () => String, description: 'What stands behind `#` in the link, or is printed on the letter.' }) token: string, @Requested() context: RequestContext): Promise<InvitationLinkType> {
    this.acceptCommand.count(httpOf(context).clientAddress);
    return this.reader.byToken(token);
  }

  @Mutation(() => InvitePersonPayload, { description: 'Invites somebody to an organisation that one administers.' })
  async invitePerson(@Args('input') input: InvitePersonInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<InvitePersonPayload> {
    const { name, email, role, way, language } = input;
    const organisationId = decodeGlobalId(input.organisationId, 'Organisation');
    const command = commandContext(actor, context.correlationId, 'invitePerson', input);
    const { value, errors } = await settle(this.inviteCommand.execute(command, { organisationId, name, email: email ?? null, role, way, language }));
    return { organisation: value === null ? null : await context.loader(organisationLoader).load(organisationId), letterAddress: value?.letterAddress ?? null, errors };
  }

  @Mutation(() => WithdrawInvitationPayload, { description: 'Withdraws an open invitation; its link does not work any more.' })
  async withdrawInvitation(@Args('input') input: WithdrawInvitationInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<WithdrawInvitationPayload> {
    const organisationId = await this.withdrawCommand.execute(commandContext(actor, context.correlationId, 'withdrawInvitation', input), decodeGlobalId(input.invitationId, 'Invitation'));
    return { organisation: await context.loader(organisationLoader).load(organisationId), errors: [] };
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Accepts an invitation as whoever is signed in. A second time the link is used.' })
  async acceptInvitation(@Args('input') input: AcceptInvitationInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<AcceptInvitationPayload> {
    const { personId } = actingPerson(actor);
    const request = { clientAddress: httpOf(context).clientAddress, correlationId: context.correlationId };
    const { value, errors } = await settle(this.acceptCommand.asPerson({ ...actor, personId }, input.token, request));
    return { organisation: value === null ? null : await context.loader(organisationLoader).load(value), viewer: viewerOf(context), errors };
  }

  @Mutation(() => CreateAccountPayload, { description: 'Makes an account with an invitation and signs in; when its address has an account, the password of that one signs in. A second time the link is used.' })
  async createAccount(@Args('input') { token, name, email, password }: CreateAccountInput, @Requested() context: RequestContext): Promise<CreateAccountPayload> {
    const { clientAddress, userAgent, setCookie } = httpOf(context);
    const { value: session, errors } = await settle(this.acceptCommand.withPassword({ token, name, email: email ?? null, password, clientAddress, userAgent, correlationId: context.correlationId }));
    if (session === null) return { viewer: viewerOf(context), errors };
    setCookie(sessionCookie(session, FOURTEEN_DAYS, this.config.secureCookies));
    context.become(await this.authentication.byToken(session));
    return { viewer: viewerOf(context), errors };
  }
}
