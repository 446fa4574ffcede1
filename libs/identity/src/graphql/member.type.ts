import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, encodeGlobalId, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { InvitationWay, MembershipRole } from '@konzeptwerkstatt/platform-database';
import type { LinkState } from '../domain/one-time-link.policy.js';
import { LinkStateEnum } from './municipality.enums.js';
import type { ClaimView, InvitationView, MemberView } from '../queries/invitation.reader.js';
import { OrganisationType } from './organisation.type.js';
import { MembershipRoleEnum, ViewerType } from './viewer.type.js';

export const InvitationWayEnum: Readonly<Record<Uppercase<InvitationWay>, InvitationWay>> = { MAIL: 'mail', LETTER: 'letter' };
registerEnumType(InvitationWayEnum, { name: 'InvitationWay', description: 'How an invitation reaches somebody.' });

/** A member, for those who administer the organisation. */
@ObjectType('Member', { description: 'A member of an organisation, for those who administer it.' })
export class MemberType extends IdentifiedType {
  @Field(() => String, { description: 'Name.' })
  displayName!: string;

  @Field(() => String, { description: 'Mail address of the account.' })
  email!: string;

  @Field(() => MembershipRoleEnum, { description: 'What she may do in the organisation.' })
  role!: MembershipRole;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;

  @Field(() => Boolean, { description: 'Whether she administers the municipality.' })
  administersMunicipality!: boolean;
}

@ObjectType('Invitation', { description: 'An open invitation, for those who administer the organisation.' })
export class InvitationType extends IdentifiedType {
  @Field(() => InvitationWayEnum, { description: 'By mail or by letter.' })
  way!: InvitationWay;

  @Field(() => String, { description: 'Who is invited.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The address it counts for; null: for whoever holds the letter.' })
  email!: string | null;

  @Field(() => MembershipRoleEnum, { description: 'What she will be.' })
  role!: MembershipRole;

  @Field(() => DateTimeScalar, { description: 'When it was issued.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it counts.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it takes no password, because it was tried wrongly again and again; null: it does.' })
  pausedUntil!: Date | null;

  @Field(() => Boolean, { description: 'Whether the mail with it did not arrive.' })
  isUndelivered!: boolean;
}

@ObjectType('MembershipClaim', { description: 'Somebody says that she belongs to the organisation; nobody has confirmed it yet.' })
export class MembershipClaimType extends IdentifiedType {
  @Field(() => String, { description: 'Name.' })
  displayName!: string;

  @Field(() => String, { description: 'Mail address of the account.' })
  email!: string;

  @Field(() => DateTimeScalar, { description: 'Since when she says so.' })
  createdAt!: Date;
}

@ObjectType('OwnClaim', { description: 'What the person says of herself, not confirmed yet.' })
export class OwnClaimType extends IdentifiedType {
  organisationId!: string;
}

@ObjectType('InvitationOffer', { description: 'What an invitation offers.' })
export class InvitationOfferType {
  @Field(() => String, { description: 'Name of the municipality.' })
  municipality!: string;

  @Field(() => String, { description: 'Name of the organisation.' })
  organisation!: string;

  @Field(() => String, { description: 'Who is invited.' })
  name!: string;

  @Field(() => MembershipRoleEnum, { description: 'What she will be.' })
  role!: MembershipRole;

  @Field(() => String, { description: 'Language of the invitation, BCP 47.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'The address it counts for, most of it hidden; null: for whoever holds the letter.' })
  emailHint!: string | null;

  @Field(() => Boolean, { description: 'Whether that address has an account already; always false for a letter.' })
  hasAccount!: boolean;
}

@ObjectType('InvitationLink', { description: 'An invitation as somebody sees it who holds its link.' })
export class InvitationLinkType {
  @Field(() => LinkStateEnum, { description: 'How it stands.' })
  state!: LinkState;

  @Field(() => InvitationOfferType, { nullable: true, description: 'What it offers; null unless it is open.' })
  offer!: InvitationOfferType | null;
}

export const memberNode = ({ id, displayName, email, role, since, administersMunicipality }: MemberView): MemberType => ({ id: encodeGlobalId('Membership', id), displayName, email, role, since, administersMunicipality });
export const invitationNode = ({ id, ...rest }: InvitationView): InvitationType => ({ id: encodeGlobalId('Invitation', id), ...rest });
export const claimNode = ({ id, ...rest }: ClaimView): MembershipClaimType => ({ id: encodeGlobalId('MembershipClaim', id), ...rest });

@InputType({ description: 'Who is invited.' })
export class InvitePersonInput extends MutationInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Name, for the greeting; at most 100 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Mail address. Needed for a mail; a letter with one counts for this address only.' })
  email?: string | null;

  @Field(() => MembershipRoleEnum, { description: 'What she will be.' })
  role!: MembershipRole;

  @Field(() => InvitationWayEnum, { description: 'By mail or by a letter to print.' })
  way!: InvitationWay;

  @Field(() => String, { defaultValue: 'de', description: 'Language, BCP 47.' })
  language!: string;
}

@InputType({ description: 'Which invitation is withdrawn.' })
export class WithdrawInvitationInput extends MutationInput {
  @Field(() => ID, { description: 'An open invitation.' })
  invitationId!: string;
}

@InputType({ description: 'An invitation is accepted by whoever is signed in.' })
export class AcceptInvitationInput extends MutationInput {
  @Field(() => String, { description: 'What stands behind `#` in the link.' })
  token!: string;
}

@InputType({ description: 'An account is made with an invitation.' })
export class CreateAccountInput extends MutationInput {
  @Field(() => String, { description: 'What stands behind `#` in the link.' })
  token!: string;

  @Field(() => String, { description: 'Name shown to others, at most 100 characters; an account that is there keeps its own.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Mail address; counts only for a letter that names none.' })
  email?: string | null;

  @Field(() => String, { description: 'At least twelve characters; or the password of the account that the invitation’s own address has.' })
  password!: string;
}

@InputType({ description: 'What a member may do in her organisation from now on.' })
export class SetMembershipRoleInput extends MutationInput {
  @Field(() => ID, { description: 'A member of an organisation one administers.' })
  membershipId!: string;

  @Field(() => MembershipRoleEnum, { description: 'The role.' })
  role!: MembershipRole;
}

@InputType({ description: 'Who administers the municipality from now on.' })
export class AppointAdministratorInput extends MutationInput {
  @Field(() => ID, { description: 'A membership in an organisation of the own municipality’s administration.' })
  membershipId!: string;
}

@InputType({ description: 'Who does not administer the municipality any more.' })
export class DismissAdministratorInput extends MutationInput {
  @Field(() => ID, { description: 'A membership in the own municipality.' })
  membershipId!: string;
}

@InputType({ description: 'Whose membership ends.' })
export class EndMembershipInput extends MutationInput {
  @Field(() => ID, { description: 'One’s own, or one in an organisation one administers.' })
  membershipId!: string;
}

@InputType({ description: 'To which organisation one says to belong.' })
export class ClaimMembershipInput extends MutationInput {
  @Field(() => ID, { description: 'An organisation of the own municipality.' })
  organisationId!: string;
}

@InputType({ description: 'Whether it is true what somebody says of herself.' })
export class DecideMembershipClaimInput extends MutationInput {
  @Field(() => ID, { description: 'What was said.' })
  claimId!: string;

  @Field(() => Boolean, { description: 'True confirms, false declines; who said it may take it back.' })
  confirmed!: boolean;
}

@ObjectType({ isAbstract: true })
abstract class OrganisationPayload extends MutationPayload {
  @Field(() => OrganisationType, { nullable: true, description: 'The organisation.' })
  organisation!: OrganisationType | null;
}

@ObjectType({ description: 'What became of an invitation. Codes: NAME_REQUIRED, NAME_TOO_LONG, EMAIL_INVALID, ALREADY_MEMBER.' })
export class InvitePersonPayload extends OrganisationPayload {
  @Field(() => String, { nullable: true, description: 'The address for the letter, told this once; null for a mail, and when the call was repeated.' })
  letterAddress!: string | null;
}

@ObjectType({ description: 'What became of withdrawing an invitation.' })
export class WithdrawInvitationPayload extends OrganisationPayload {}

@ObjectType({ description: 'What became of setting a role.' })
export class SetMembershipRolePayload extends OrganisationPayload {}

@ObjectType({ description: 'What became of handing administration on. Codes: NOT_IN_ADMINISTRATION.' })
export class AppointAdministratorPayload extends OrganisationPayload {}

@ObjectType({ description: 'What became of taking administration away. Codes: LAST_ADMINISTRATOR.' })
export class DismissAdministratorPayload extends OrganisationPayload {}

@ObjectType({ description: 'What became of ending a membership. Codes: LAST_ADMINISTRATOR.' })
export class EndMembershipPayload extends OrganisationPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in afterwards; null when she belongs to no organisation any more.' })
  viewer!: ViewerType | null;
}

@ObjectType({ description: 'What became of saying that one belongs to an organisation. Codes: UNKNOWN_ORGANISATION, ALREADY_MEMBER, ALREADY_CLAIMED.' })
export class ClaimMembershipPayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in.' })
  viewer!: ViewerType | null;
}

@ObjectType({ description: 'What became of confirming or declining.' })
export class DecideMembershipClaimPayload extends OrganisationPayload {}

@ObjectType({ description: 'What became of accepting an invitation. Codes: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, INVITATION_FOR_OTHERS, ALREADY_MEMBER.' })
export class AcceptInvitationPayload extends OrganisationPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in.' })
  viewer!: ViewerType | null;
}

@ObjectType({ description: 'What became of making an account. Codes: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, ACCOUNT_EXISTS, INVALID_CREDENTIALS, ALREADY_MEMBER, NAME_REQUIRED, NAME_TOO_LONG, EMAIL_INVALID, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE.' })
export class CreateAccountPayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in afterwards.' })
  viewer!: ViewerType | null;
}
