import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { sessionCookie } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { Requested, settle, type HttpExchange, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { AcceptMunicipalityCommand } from '../commands/accept-municipality.command.js';
import { SetUpInstallationCommand } from '../commands/set-up-installation.command.js';
import { SignInCommand } from '../commands/sign-in.command.js';
import { SetupLinkReader } from '../queries/setup-link.reader.js';
import { SessionAuthentication } from '../queries/visitor-authentication.reader.js';
import { SetupLinkPurposeEnum } from './municipality.enums.js';
import { AcceptMunicipalityInput, AcceptMunicipalityPayload, SetUpInstallationInput, SetUpInstallationPayload, SetupLinkType } from './setup.type.js';
import { viewerOf } from './viewer.resolver.js';

const FOURTEEN_DAYS = 14 * 24 * 60 * 60;

function httpOf({ http }: RequestContext): HttpExchange {
  if (!http) throw new ApplicationError('BAD_USER_INPUT', 'Einrichten geht nur über HTTP.');
  return http;
}

/** What one-time links of setting up open: for people who have no account yet. */
@Resolver()
export class SetupResolver {
  constructor(
    @Inject(SetUpInstallationCommand) private readonly setUp: SetUpInstallationCommand,
    @Inject(AcceptMunicipalityCommand) private readonly accept: AcceptMunicipalityCommand,
    @Inject(SignInCommand) private readonly signIn: SignInCommand,
    @Inject(SetupLinkReader) private readonly links: SetupLinkReader,
    @Inject(SessionAuthentication) private readonly authentication: SessionAuthentication,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Query(() => SetupLinkType, { description: 'Looks at a link without using it.' })
  setupLink(
    @Args('purpose', { type: () => SetupLinkPurposeEnum }) purpose: 'installation-setup' | 'municipality-setup', @Args('token') token: string,
  ): Promise<SetupLinkType> {
    return this.links.look(purpose, token);
  }

  @Mutation(() => SetUpInstallationPayload, { description: 'Begins an installation and signs its first administrator in. Codes: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, EMAIL_TAKEN, AGS_TAKEN, and one per wrong field.' })
  async setUpInstallation(@Args('input') input: SetUpInstallationInput, @Requested() context: RequestContext): Promise<SetUpInstallationPayload> {
    httpOf(context);
    const { value, errors } = await settle(this.setUp.execute(input, context.correlationId));
    if (value !== null) await this.openSession(context, input);
    return { viewer: viewerOf(context), errors };
  }

  @Mutation(() => AcceptMunicipalityPayload, { description: 'Takes a municipality over, with a new account or the one signed in. Codes: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, EMAIL_TAKEN, and one per wrong field.' })
  async acceptMunicipality(@Args('input') { token, officeName, account }: AcceptMunicipalityInput, @Requested() context: RequestContext): Promise<AcceptMunicipalityPayload> {
    httpOf(context);
    const { value, errors } = await settle(this.accept.execute({ token, officeName, account: account ?? null, actor: context.actor }, context.correlationId));
    if (value !== null && account && !context.actor) await this.openSession(context, account);
    return { viewer: viewerOf(context), errors };
  }

  private async openSession(context: RequestContext, { email, password }: { readonly email: string; readonly password: string }): Promise<void> {
    const { clientAddress, userAgent, setCookie } = httpOf(context);
    const personId = context.actor?.personId;
    const previous = personId && context.credentialId ? { sessionId: context.credentialId, personId } : null;
    const token = await this.signIn.execute({ email, password, clientAddress, userAgent, previous, correlationId: context.correlationId });
    setCookie(sessionCookie(token, FOURTEEN_DAYS, this.config.secureCookies));
    context.become(await this.authentication.byToken(token));
  }
}
