import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, encodeGlobalId, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { ProviderRole } from '../domain/provider-access.policy.js';
import type { LinkedIdentity, ProviderAddresses, ProviderSettings, SignInButton } from '../queries/sign-in-provider.reader.js';
import { ViewerType } from './viewer.type.js';

export const ProviderRoleEnum: Readonly<Record<Uppercase<ProviderRole>, ProviderRole>> = {
  MEMBER: 'member', ORGANISATION_ADMINISTRATOR: 'organisation_administrator', MUNICIPALITY_ADMINISTRATOR: 'municipality_administrator',
};
registerEnumType(ProviderRoleEnum, { name: 'ProviderRole', description: 'What a group gives in an organisation: belonging to it, administering it, or administering the municipality for it.' });

@ObjectType('SignInProvider', { description: 'A way to sign in with an account of another house: a button on the sign-in page.' })
export class SignInProviderType extends IdentifiedType {
  @Field(() => String, { description: 'What stands on the button.' })
  label!: string;

  @Field(() => String, { description: 'The municipality that offers it.' })
  municipalityName!: string;
}

@ObjectType('SignInRule', { description: 'What a group gives.' })
export class SignInRuleType {
  @Field(() => String, { description: 'The group; empty for everybody who may sign in.' })
  group!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ProviderRoleEnum, { description: 'What it gives there.' })
  role!: ProviderRole;
}

@ObjectType('SignInSettings', { description: 'How people of the municipality sign in with accounts of their own house; the secret is never read.' })
export class SignInSettingsType {
  @Field(() => String, { description: 'Address by which the provider names itself.' })
  issuer!: string;

  @Field(() => String, { description: 'The name of this installation there.' })
  clientId!: string;

  @Field(() => String, { description: 'What stands on the button.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Claim that holds the groups; null when groups do not count.' })
  groupsClaim!: string | null;

  @Field(() => [String], { description: 'Only people in one of these may sign in; everybody when empty. At most 50.' })
  requiredGroups!: string[];

  @Field(() => Boolean, { description: 'Whether an account is made for somebody who comes for the first time.' })
  createsAccounts!: boolean;

  @Field(() => Boolean, { description: 'Whether it is offered.' })
  isEnabled!: boolean;

  @Field(() => [SignInRuleType], { description: 'What groups give. At most 100.' })
  rules!: SignInRuleType[];
}

@ObjectType('SignInRegistration', { description: 'What is entered at the provider.' })
export class SignInRegistrationType {
  @Field(() => String, { description: 'Where people come back to.' })
  callback!: string;

  @Field(() => String, { description: 'Where people come back to after signing out there.' })
  afterLogout!: string;

  @Field(() => String, { nullable: true, description: 'Where the provider says that somebody signed out; null until settings are saved.' })
  backchannelLogout!: string | null;
}

@ObjectType('SignInConfiguration', { description: 'Settings and addresses, for administrators of the municipality.' })
export class SignInConfigurationType {
  @Field(() => SignInSettingsType, { nullable: true, description: 'The settings; null until somebody makes some.' })
  settings!: SignInSettingsType | null;

  @Field(() => SignInRegistrationType, { description: 'What is entered at the provider.' })
  registration!: SignInRegistrationType;
}

@ObjectType('ExternalIdentity', { description: 'An account of another house that the person signs in with.' })
export class ExternalIdentityType extends IdentifiedType {
  @Field(() => ID, { description: 'The way to sign in.' })
  providerId!: string;

  @Field(() => String, { description: 'What stands on its button.' })
  label!: string;

  @Field(() => String, { description: 'The municipality that offers it.' })
  municipalityName!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  linkedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When she last signed in with it.' })
  lastSignInAt!: Date | null;
}

@InputType({ description: 'What a group gives.' })
export class SignInRuleInput {
  @Field(() => String, { description: 'The group; empty for everybody who may sign in.' })
  group!: string;

  @Field(() => ID, { description: 'An organisation of the municipality.' })
  organisationId!: string;

  @Field(() => ProviderRoleEnum, { description: 'What it gives there.' })
  role!: ProviderRole;
}

@InputType({ description: 'How people of the municipality sign in with accounts of their own house.' })
export class SetSignInProviderInput extends MutationInput {
  @Field(() => String, { description: 'Address by which the provider names itself.' })
  issuer!: string;

  @Field(() => String, { description: 'The name of this installation there.' })
  clientId!: string;

  @Field(() => String, { nullable: true, description: 'The secret; null keeps the one that is stored.' })
  clientSecret?: string | null;

  @Field(() => String, { description: 'What stands on the button, at most 60 characters.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Claim that holds the groups, with dots for what is nested.' })
  groupsClaim?: string | null;

  @Field(() => [String], { description: 'Only people in one of these may sign in.' })
  requiredGroups!: string[];

  @Field(() => Boolean, { description: 'Whether an account is made for somebody who comes for the first time.' })
  createsAccounts!: boolean;

  @Field(() => Boolean, { description: 'Whether it is offered.' })
  isEnabled!: boolean;

  @Field(() => [SignInRuleInput], { description: 'What groups give.' })
  rules!: SignInRuleInput[];
}

@InputType({ description: 'With what somebody wants to sign in.' })
export class StartProviderSignInInput {
  @Field(() => ID, { description: 'One of `signInProviders`.' })
  providerId!: string;

  @Field(() => String, { nullable: true, description: 'Path of this installation to go to afterwards.' })
  returnPath?: string | null;

  @Field(() => String, { nullable: true, description: 'Not used: starting twice makes two ways, of which the later counts.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'With what the own account is to be linked.' })
export class StartIdentityLinkInput {
  @Field(() => ID, { description: 'One of `signInProviders`.' })
  providerId!: string;

  @Field(() => String, { nullable: true, description: 'Not used: starting twice makes two ways, of which the later counts.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which link is to be undone.' })
export class UnlinkExternalIdentityInput extends MutationInput {
  @Field(() => ID, { description: 'One of the own.' })
  identityId!: string;
}

@ObjectType({ isAbstract: true })
abstract class ProviderStartPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'Where the browser goes now; it keeps a cookie for the way back.' })
  url!: string | null;
}

@ObjectType({ description: 'What became of going to a provider to sign in.' })
export class StartProviderSignInPayload extends ProviderStartPayload {}
@ObjectType({ description: 'What became of going to a provider to link the own account.' })
export class StartIdentityLinkPayload extends ProviderStartPayload {}

@ObjectType({ description: 'What became of undoing a link.' })
export class UnlinkExternalIdentityPayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in afterwards.' })
  viewer!: ViewerType | null;
}

@ObjectType({ description: 'What became of setting how people sign in.' })
export class SetSignInProviderPayload extends MutationPayload {
  @Field(() => SignInConfigurationType, { nullable: true, description: 'As it is now.' })
  configuration!: SignInConfigurationType | null;
}

export const signInProviderNode = ({ id, ...rest }: SignInButton): SignInProviderType => ({ id: encodeGlobalId('SignInProvider', id), ...rest });
export const externalIdentityNode = ({ id, providerId, ...rest }: LinkedIdentity): ExternalIdentityType => ({ id: encodeGlobalId('ExternalIdentity', id), providerId: encodeGlobalId('SignInProvider', providerId), ...rest });

/** Without what the program alone needs, and never with the secret. */
export function signInConfiguration({ provider, addresses }: { readonly provider: ProviderSettings | null; readonly addresses: ProviderAddresses }): SignInConfigurationType {
  if (!provider) return { settings: null, registration: addresses };
  const { issuer, clientId, label, groupsClaim, requiredGroups, createsAccounts, isEnabled, rules } = provider;
  const organisationRules = rules.map((rule) => ({ ...rule, organisationId: encodeGlobalId('Organisation', rule.organisationId) }));
  return { settings: { issuer, clientId, label, groupsClaim, requiredGroups: [...requiredGroups], createsAccounts, isEnabled, rules: organisationRules }, registration: addresses };
}
