import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';
import { clearedSessionCookie, sessionCookie } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { commandContext, CurrentActor, decodeGlobalId, readGlobalId, Requested, settle, type HttpExchange, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ActAsCommand } from '../commands/act-as.command.js';
import { EndSessionCommand } from '../commands/end-session.command.js';
import { SignInCommand } from '../commands/sign-in.command.js';
import { SignInProviderReader } from '../queries/sign-in-provider.reader.js';
import { SessionAuthentication } from '../queries/visitor-authentication.reader.js';
import { ActAsInput, EndSessionInput, SignInInput, SignOutInput } from './account.input.js';
import { ActAsPayload, EndSessionPayload, SignInPayload, SignOutPayload } from './account.payload.js';
import { viewerOf } from './viewer.resolver.js';

const FOURTEEN_DAYS = 14 * 24 * 60 * 60;

/** Cookies can only be set over HTTP. */
function httpOf({ http }: RequestContext): HttpExchange {
  if (!http) throw new ApplicationError('BAD_USER_INPUT', 'An- und Abmelden geht nur über HTTP.');
  return http;
}

@Resolver()
export class SessionResolver {
  constructor(
    @Inject(SignInCommand) private readonly signInCommand: SignInCommand,
    @Inject(EndSessionCommand) private readonly endSessionCommand: EndSessionCommand,
    @Inject(ActAsCommand) private readonly actAsCommand: ActAsCommand,
    @Inject(SessionAuthentication) private readonly authentication: SessionAuthentication,
    @Inject(SignInProviderReader) private readonly providers: SignInProviderReader,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Mutation(() => SignInPayload, { description: 'Starts a session and sets its cookie. Codes: INVALID_CREDENTIALS, NO_MEMBERSHIP.' })
  async signIn(@Args('input') { email, password }: SignInInput, @Requested() context: RequestContext): Promise<SignInPayload> {
    const { clientAddress, userAgent, setCookie } = httpOf(context);
    const personId = context.actor?.personId;
    const previous = personId && context.credentialId ? { sessionId: context.credentialId, personId } : null;
    const attempt = { email, password, clientAddress, userAgent, previous, correlationId: context.correlationId };
    const { value: token, errors } = await settle(this.signInCommand.execute(attempt));
    if (token === null) return { viewer: null, errors };
    setCookie(sessionCookie(token, FOURTEEN_DAYS, this.config.secureCookies));
    context.become(await this.authentication.byToken(token));
    return { viewer: viewerOf(context), errors };
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session of this request and clears its cookie.' })
  async signOut(@Args('input') input: SignOutInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SignOutPayload> {
    const { setCookie } = httpOf(context);
    // Asked before: afterwards nothing is known of the session any more.
    const providerLogoutUrl = await this.providers.logoutAddressOf(context.credentialId);
    await this.endSessionCommand.execute(commandContext(actor, context.correlationId, 'signOut', input), context.credentialId ?? '', context.credentialId);
    setCookie(clearedSessionCookie(this.config.secureCookies));
    context.become(null);
    return { viewer: null, providerLogoutUrl, errors: [] };
  }

  @Mutation(() => EndSessionPayload, { description: 'Ends one of the own sessions; its connections close at once.' })
  async endSession(@Args('input') input: EndSessionInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<EndSessionPayload> {
    const sessionId = decodeGlobalId(input.sessionId, 'Session');
    await this.endSessionCommand.execute(commandContext(actor, context.correlationId, 'endSession', input), sessionId, context.credentialId);
    if (sessionId === context.credentialId) context.become(null);
    return { endedSessionId: input.sessionId, viewer: viewerOf(context), errors: [] };
  }

  @Mutation(() => ActAsPayload, { description: 'Goes on for another organisation. Codes: UNKNOWN_ORGANISATION, OTHER_MUNICIPALITY, NOT_A_SESSION.' })
  async actAs(@Args('input') input: ActAsInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<ActAsPayload> {
    const { type, uuid } = readGlobalId(input.organisationId) ?? { type: '', uuid: '' };
    const organisationId = type === 'Organisation' ? uuid : '';
    const command = commandContext(actor, context.correlationId, 'actAs', input);
    const { value, errors } = await settle(this.actAsCommand.execute(command, context.credentialId ?? '', organisationId));
    if (value !== null) context.become(await this.authentication.bySession(context.credentialId ?? ''));
    return { viewer: viewerOf(context), errors };
  }
}
