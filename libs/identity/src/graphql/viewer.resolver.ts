import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { commandContext, ConnectionArgs, pageOfList, Requested, settle, type Page, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { SetMailLanguageCommand } from '../commands/set-mail-language.command.js';
import { notFound } from '../domain/identity.errors.js';
import { AccountReader } from '../queries/account.reader.js';
import { SetMailLanguageInput } from './account.input.js';
import { SetMailLanguagePayload } from './account.payload.js';
import { municipalityLoader, organisationLoader } from './identity.loader.js';
import { MunicipalityType, OrganisationType } from './organisation.type.js';
import {
  ApiTokenConnection, apiTokenNode, membershipNode, MembershipType, personNode, PersonType, SessionConnection, sessionNode, ViewerType,
  type ApiTokenType, type SessionType,
} from './viewer.type.js';

/** Who is behind a request, in the form of the API. */
export const viewerOf = ({ actor, credentialId }: RequestContext): ViewerType | null => (actor ? { actor, credentialId } : null);

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(
    @Inject(AccountReader) private readonly accounts: AccountReader,
    @Inject(SetMailLanguageCommand) private readonly mailLanguage: SetMailLanguageCommand,
  ) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  viewer(@Requested() context: RequestContext): ViewerType | null {
    return viewerOf(context);
  }

  @Mutation(() => SetMailLanguagePayload, { description: 'Says in which language mails are written to oneself. Codes: LANGUAGE_INVALID.' })
  async setMailLanguage(@Args('input') input: SetMailLanguageInput, @Requested() context: RequestContext): Promise<SetMailLanguagePayload> {
    const { errors } = await settle(this.mailLanguage.run(commandContext(context.requireActor(), context.correlationId, 'setMailLanguage', input), input.language));
    return { viewer: viewerOf(context), errors };
  }

  @ResolveField(() => PersonType, { description: 'The person herself.' })
  async person(@Parent() { actor }: ViewerType): Promise<PersonType> {
    const account = await this.accounts.account(actingPerson(actor).personId);
    if (!account) throw notFound();
    return personNode(account);
  }

  @ResolveField(() => MunicipalityType, { description: 'The municipality she acts in.' })
  municipality(@Parent() { actor }: ViewerType, @Requested() context: RequestContext): Promise<MunicipalityType | null> {
    return context.loader(municipalityLoader).load(actingPerson(actor).municipalityId);
  }

  @ResolveField(() => OrganisationType, { description: 'The organisation she acts for.' })
  actingOrganisation(@Parent() { actor }: ViewerType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(actingPerson(actor).organisationId);
  }

  @ResolveField(() => [MembershipType], { description: 'The organisations she may act for with this sign-in; few.' })
  async memberships(@Parent() { actor, credentialId }: ViewerType): Promise<MembershipType[]> {
    const memberships = await this.accounts.memberships(actingPerson(actor).personId, credentialId);
    return memberships.map(membershipNode);
  }

  @ResolveField(() => SessionConnection, { description: 'Her signed-in browsers; with a sign-in by a provider, this one only.' })
  async sessions(@Parent() { actor, credentialId }: ViewerType, @Args() args: ConnectionArgs): Promise<Page<SessionType>> {
    const sessions = await this.accounts.sessions(actingPerson(actor).personId, credentialId);
    return pageOfList(sessions.map((session) => sessionNode(session, credentialId)), args);
  }

  @ResolveField(() => ApiTokenConnection, { description: 'Her tokens for scripts; none with a sign-in by a provider.' })
  async apiTokens(@Parent() { actor, credentialId }: ViewerType, @Args() args: ConnectionArgs): Promise<Page<ApiTokenType>> {
    const tokens = await this.accounts.apiTokens(actingPerson(actor).personId, credentialId);
    return pageOfList(tokens.map(apiTokenNode), args);
  }
}

@Resolver(() => MembershipType)
export class MembershipResolver {
  @ResolveField(() => OrganisationType, { description: 'The organisation.' })
  organisation(@Parent() { organisationId }: MembershipType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(organisationId);
  }

  @ResolveField(() => MunicipalityType, { description: 'The municipality that knows it.' })
  municipality(@Parent() { municipalityId }: MembershipType, @Requested() context: RequestContext): Promise<MunicipalityType | null> {
    return context.loader(municipalityLoader).load(municipalityId);
  }
}
