import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, CurrentActor, decodeGlobalId, encodeGlobalId, pickedId, Requested, settle, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { ClaimMembershipCommand } from '../commands/claim-membership.command.js';
import { EndMembershipCommand } from '../commands/end-membership.command.js';
import { SetMembershipRoleCommand } from '../commands/set-membership-role.command.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { GuestReader } from '../queries/guest.reader.js';
import { InvitationReader } from '../queries/invitation.reader.js';
import { SessionAuthentication } from '../queries/visitor-authentication.reader.js';
import { GuestType } from './guest.type.js';
import { organisationLoader } from './identity.loader.js';
import {
  claimNode, ClaimMembershipInput, ClaimMembershipPayload, DecideMembershipClaimInput, DecideMembershipClaimPayload, EndMembershipInput, EndMembershipPayload, invitationNode, InvitationType,
  memberNode, MembershipClaimType, MemberType, OwnClaimType, SetMembershipRoleInput, SetMembershipRolePayload,
} from './member.type.js';
import { OrganisationType } from './organisation.type.js';
import { viewerOf } from './viewer.resolver.js';
import { ViewerType } from './viewer.type.js';

/** Who belongs to an organisation, for those who administer it; few, so the lists are read as a whole. */
@Resolver(() => OrganisationType)
export class MemberResolver {
  constructor(
    @Inject(InvitationReader) private readonly reader: InvitationReader,
    @Inject(GuestReader) private readonly guests: GuestReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => [MemberType], { nullable: true, description: 'Its members, at most 500; null for those who do not administer it.' })
  async members(@Parent() organisation: OrganisationType, @Requested() context: RequestContext): Promise<MemberType[] | null> {
    return (await this.mayAdminister(organisation, context)) ? (await this.reader.members(organisation.municipalityId, organisation.uuid)).map(memberNode) : null;
  }

  @ResolveField(() => [InvitationType], { nullable: true, description: 'Open invitations, at most 200; null for those who do not administer it.' })
  async invitations(@Parent() organisation: OrganisationType, @Requested() context: RequestContext): Promise<InvitationType[] | null> {
    return (await this.mayAdminister(organisation, context)) ? (await this.reader.invitations(organisation.municipalityId, organisation.uuid)).map(invitationNode) : null;
  }

  @ResolveField(() => [MembershipClaimType], { nullable: true, description: 'Who says to belong to it and is not confirmed, at most 200; null for those who do not administer it.' })
  async claims(@Parent() organisation: OrganisationType, @Requested() context: RequestContext): Promise<MembershipClaimType[] | null> {
    return (await this.mayAdminister(organisation, context)) ? (await this.reader.claims(organisation.municipalityId, organisation.uuid)).map(claimNode) : null;
  }

  @ResolveField(() => [GuestType], { nullable: true, description: 'Guests of gatherings who say they come from it, not confirmed, at most 200; null for those who do not administer it.' })
  async statedGuests(@Parent() organisation: OrganisationType, @Requested() context: RequestContext): Promise<GuestType[] | null> {
    return (await this.mayAdminister(organisation, context)) ? (await this.guests.stating(organisation.municipalityId, organisation.uuid)).slice(0, 200).map((record) => GuestType.of(record)) : null;
  }

  private mayAdminister({ municipalityId, uuid: organisationId }: OrganisationType, { actor }: RequestContext): Promise<boolean> {
    return this.policy.can(actor, 'organisation.administer', { municipalityId, organisationId });
  }
}

@Resolver(() => OwnClaimType)
export class OwnClaimResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation.' })
  organisation(@Parent() { organisationId }: OwnClaimType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(organisationId);
  }
}

/** Memberships: roles, ends, and what people say of themselves. */
@Resolver(() => ViewerType)
export class MembershipChangeResolver {
  constructor(
    @Inject(InvitationReader) private readonly reader: InvitationReader,
    @Inject(SetMembershipRoleCommand) private readonly setRoleCommand: SetMembershipRoleCommand,
    @Inject(EndMembershipCommand) private readonly endCommand: EndMembershipCommand,
    @Inject(ClaimMembershipCommand) private readonly claimCommand: ClaimMembershipCommand,
    @Inject(SessionAuthentication) private readonly authentication: SessionAuthentication,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => [OwnClaimType], { description: 'Organisations she says to belong to, not confirmed yet; few.' })
  async claims(@Parent() { actor }: ViewerType): Promise<OwnClaimType[]> {
    const claims = await this.reader.claimsOf(actingPerson(actor).personId);
    return claims.map(({ id, organisationId }) => ({ id: encodeGlobalId('MembershipClaim', id), organisationId }));
  }

  @ResolveField(() => [OrganisationType], { description: 'Organisations to which people say they belong, and that wait for her to decide: the one she acts for and, for whoever administers the municipality, those that nobody administers; at most 20.' })
  async organisationsWithClaims(@Parent() { actor }: ViewerType, @Requested() context: RequestContext): Promise<OrganisationType[]> {
    const { municipalityId, organisationId } = actor;
    if (municipalityId === null) return [];
    const [isOwn, alsoWithoutAdministrator] = await Promise.all([
      organisationId === null ? false : this.policy.can(actor, 'organisation.administer', { municipalityId, organisationId }), this.policy.can(actor, 'municipality.administer', { municipalityId }),
    ]);
    if (!isOwn && !alsoWithoutAdministrator) return [];
    const ids = await this.reader.organisationsWithClaims(municipalityId, { organisationId: isOwn ? organisationId : null, alsoWithoutAdministrator });
    return (await Promise.all(ids.map((id) => context.loader(organisationLoader).load(id)))).filter((organisation) => organisation !== null);
  }

  @Mutation(() => SetMembershipRolePayload, { description: 'Lets a member administer the organisation, or no longer.' })
  async setMembershipRole(@Args('input') input: SetMembershipRoleInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetMembershipRolePayload> {
    const command = commandContext(actor, context.correlationId, 'setMembershipRole', input);
    const { value, errors } = await settle(this.setRoleCommand.execute(command, decodeGlobalId(input.membershipId, 'Membership'), input.role));
    return { organisation: value === null ? null : await context.loader(organisationLoader).load(value), errors };
  }

  @Mutation(() => EndMembershipPayload, { description: 'Leaves an organisation, or takes somebody out of one that one administers. Takes effect everywhere within two seconds.' })
  async endMembership(@Args('input') input: EndMembershipInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<EndMembershipPayload> {
    const command = commandContext(actor, context.correlationId, 'endMembership', input);
    const { value, errors } = await settle(this.endCommand.execute(command, decodeGlobalId(input.membershipId, 'Membership')));
    const organisation = value === null ? null : await context.loader(organisationLoader).load(value);
    // A script's token stands for one organisation and has no session to go on with.
    if (context.http !== null) context.become(await this.authentication.bySession(context.credentialId ?? ''));
    return { organisation, viewer: viewerOf(context), errors };
  }

  @Mutation(() => ClaimMembershipPayload, { description: 'Says that one belongs to a further organisation; it gives no right until the organisation or the office confirms it.' })
  async claimMembership(@Args('input') input: ClaimMembershipInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<ClaimMembershipPayload> {
    const command = commandContext(actor, context.correlationId, 'claimMembership', input);
    const { errors } = await settle(this.claimCommand.claim(command, pickedId(input.organisationId, 'Organisation')));
    return { viewer: viewerOf(context), errors };
  }

  @Mutation(() => DecideMembershipClaimPayload, { description: 'Confirms or declines what somebody says of herself, or takes back one’s own.' })
  async decideMembershipClaim(@Args('input') input: DecideMembershipClaimInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<DecideMembershipClaimPayload> {
    const command = commandContext(actor, context.correlationId, 'decideMembershipClaim', input);
    const { value, errors } = await settle(this.claimCommand.decide(command, decodeGlobalId(input.claimId, 'MembershipClaim'), input.confirmed));
    return { organisation: value === null ? null : await context.loader(organisationLoader).load(value), errors };
  }
}
