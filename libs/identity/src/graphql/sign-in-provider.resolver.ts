import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';
import { attemptCookie } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { commandContext, CurrentActor, decodeGlobalId, pickedId, Requested, settle, type HttpExchange, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { SetSignInProviderCommand } from '../commands/set-sign-in-provider.command.js';
import { StartProviderSignInCommand, type ProviderStart } from '../commands/start-provider-sign-in.command.js';
import { UnlinkExternalIdentityCommand } from '../commands/unlink-external-identity.command.js';
import { unauthenticated } from '../domain/identity.errors.js';
import { SignInProviderReader } from '../queries/sign-in-provider.reader.js';
import {
  externalIdentityNode, ExternalIdentityType, SetSignInProviderInput, SetSignInProviderPayload, signInConfiguration, SignInConfigurationType, signInProviderNode, SignInProviderType, StartIdentityLinkInput,
  StartIdentityLinkPayload, StartProviderSignInInput, StartProviderSignInPayload, UnlinkExternalIdentityInput, UnlinkExternalIdentityPayload,
} from './sign-in-provider.type.js';
import { viewerOf } from './viewer.resolver.js';
import { ViewerType } from './viewer.type.js';

function httpOf({ http }: RequestContext): HttpExchange {
  if (!http) throw new ApplicationError('BAD_USER_INPUT', 'An- und Abmelden geht nur über HTTP.');
  return http;
}

/** Signing in with accounts of other houses. */
@Resolver(() => ViewerType)
export class SignInProviderResolver {
  constructor(
    @Inject(StartProviderSignInCommand) private readonly startCommand: StartProviderSignInCommand,
    @Inject(SetSignInProviderCommand) private readonly setCommand: SetSignInProviderCommand,
    @Inject(UnlinkExternalIdentityCommand) private readonly unlinkCommand: UnlinkExternalIdentityCommand,
    @Inject(SignInProviderReader) private readonly reader: SignInProviderReader,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Query(() => [SignInProviderType], { description: 'Ways to sign in with an account of another house; few, by municipality.' })
  async signInProviders(): Promise<SignInProviderType[]> {
    return (await this.reader.buttons()).map(signInProviderNode);
  }

  @ResolveField(() => SignInConfigurationType, { nullable: true, description: 'How people of the own municipality sign in; null for everybody but its administrators.' })
  async signInConfiguration(@Parent() { actor }: ViewerType): Promise<SignInConfigurationType | null> {
    const found = await this.reader.settingsFor(actor);
    return found && signInConfiguration(found);
  }

  @ResolveField(() => [ExternalIdentityType], { description: 'Accounts of other houses that she signs in with, as far as this sign-in reaches; few.' })
  async externalIdentities(@Parent() { actor, credentialId }: ViewerType): Promise<ExternalIdentityType[]> {
    return (await this.reader.identitiesOf(actingPerson(actor).personId, credentialId)).map(externalIdentityNode);
  }

  @ResolveField(() => Boolean, { description: 'Whether she can sign in with a password.' })
  hasPassword(@Parent() { actor }: ViewerType): Promise<boolean> {
    return this.reader.hasPassword(actingPerson(actor).personId);
  }

  @ResolveField(() => Boolean, { description: 'Whether a provider of her municipality opened this session: what belongs to the whole account then needs a sign-in with her password.' })
  async isProviderSession(@Parent() { credentialId }: ViewerType): Promise<boolean> {
    return (await this.reader.boundMunicipality(credentialId)) !== null;
  }

  @Mutation(() => StartProviderSignInPayload, { description: 'Begins to sign in with an account of another house. Codes: PROVIDER_UNKNOWN, PROVIDER_UNREACHABLE, PROVIDER_REFUSES_CLIENT, SIGN_IN_UNTRUSTED, SECRETS_KEY_MISSING.' })
  startProviderSignIn(@Args('input') { providerId, returnPath }: StartProviderSignInInput, @Requested() context: RequestContext): Promise<StartProviderSignInPayload> {
    return this.start(context, { providerId: pickedId(providerId, 'SignInProvider'), returnPath: returnPath ?? null, linkingSessionId: null });
  }

  @Mutation(() => StartIdentityLinkPayload, { description: 'Begins to link the own account with one of another house. Codes: as startProviderSignIn.' })
  async startIdentityLink(@Args('input') { providerId }: StartIdentityLinkInput, @CurrentActor() _actor: Actor, @Requested() context: RequestContext): Promise<StartIdentityLinkPayload> {
    if (context.credentialId === null) throw unauthenticated();
    return this.start(context, { providerId: pickedId(providerId, 'SignInProvider'), returnPath: '/konto', linkingSessionId: context.credentialId });
  }

  @Mutation(() => UnlinkExternalIdentityPayload, { description: 'Undoes a link of the own account. Codes: PASSWORD_NEEDED.' })
  async unlinkExternalIdentity(@Args('input') input: UnlinkExternalIdentityInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<UnlinkExternalIdentityPayload> {
    const command = commandContext(actor, context.correlationId, 'unlinkExternalIdentity', input);
    const { errors } = await settle(this.unlinkCommand.execute(command, decodeGlobalId(input.identityId, 'ExternalIdentity'), context.credentialId));
    return { viewer: viewerOf(context), errors };
  }

  @Mutation(() => SetSignInProviderPayload, {
    description: 'Sets how people of the own municipality sign in. Codes: ISSUER_INVALID, ISSUER_NOT_ALLOWED, ISSUER_UNREACHABLE, ISSUER_UNUSABLE, CLIENT_ID_REQUIRED, SECRET_REQUIRED, SECRETS_KEY_MISSING, LABEL_REQUIRED, CLAIM_REQUIRED, GROUPS_INVALID, RULES_INVALID, RULE_ORGANISATION_UNKNOWN, RULE_NOT_ADMINISTRATION.',
  })
  async setSignInProvider(@Args('input') input: SetSignInProviderInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetSignInProviderPayload> {
    const { clientSecret, idempotencyKey: _key, ...facts } = input;
    // A hash of the input is stored with the answer, so the secret stays out of it.
    const command = { ...commandContext(actor, context.correlationId, 'setSignInProvider', input), input: facts };
    const rules = input.rules.map((rule) => ({ ...rule, organisationId: pickedId(rule.organisationId, 'Organisation') }));
    const { value, errors } = await settle(this.setCommand.execute(command, { ...facts, clientSecret: clientSecret ?? null, groupsClaim: input.groupsClaim ?? null, rules }));
    const found = value === null ? null : await this.reader.settingsFor(actor);
    return { configuration: found && signInConfiguration(found), errors };
  }

  private async start(context: RequestContext, way: Omit<ProviderStart, 'clientAddress'>): Promise<StartProviderSignInPayload> {
    const { clientAddress, setCookie } = httpOf(context);
    const { value, errors } = await settle(this.startCommand.execute({ ...way, clientAddress }));
    if (value) setCookie(attemptCookie(value.browserToken, this.config.secureCookies));
    return { url: value?.url ?? null, errors };
  }
}
