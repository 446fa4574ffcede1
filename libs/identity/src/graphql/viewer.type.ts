import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { createConnection, DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { MembershipRole } from '@konzeptwerkstatt/platform-database';
import type { AccountView, ApiTokenView, MembershipView, SessionView } from '../queries/account.reader.js';

/** Roles in an organisation, by their names in the API. */
export const MembershipRoleEnum: Readonly<Record<Uppercase<MembershipRole>, MembershipRole>> = { MEMBER: 'member', ADMINISTRATOR: 'administrator' };
registerEnumType(MembershipRoleEnum, { name: 'MembershipRole', description: 'What a member may do in her organisation; an administrator says who belongs to it and how it is reached.' });

/** The signed-in person's account. */
@ObjectType('Person', { description: 'A person with an account.' })
export class PersonType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Name shown to others.' })
  displayName!: string;

  @Field(() => String, { description: 'Mail address, for signing in.' })
  email!: string;

  @Field(() => String, { description: 'Language in which mails are written to her, BCP 47.' })
  locale!: string;
}

/** The person belongs to an organisation. */
@ObjectType('Membership', { description: 'The person belongs to an organisation.' })
export class MembershipType extends IdentifiedType {
  @Field(() => MembershipRoleEnum, { description: 'What she may do in the organisation.' })
  role!: MembershipRole;

  organisationId!: string;
  municipalityId!: string;
}

/** A signed-in browser. */
@ObjectType('Session', { description: 'A signed-in browser.' })
export class SessionType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Browser and system in words.' })
  deviceLabel!: string;

  @Field(() => DateTimeScalar, { description: 'When it signed in.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to five minutes.' })
  lastSeenAt!: Date;

  @Field(() => Boolean, { description: 'Whether this request came with it.' })
  isCurrent!: boolean;
}

/** A token for scripts. */
@ObjectType('ApiToken', { description: 'A token for scripts; its text is shown once, when it is issued.' })
export class ApiTokenType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'What its person calls it.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'When it was issued.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to five minutes.' })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'Until when it is valid.' })
  expiresAt!: Date;
}

export const { Connection: SessionConnection } = createConnection(SessionType, 'Session');
export const { Connection: ApiTokenConnection } = createConnection(ApiTokenType, 'ApiToken');

/** Who is signed in, and what is hers. Other contexts add fields. */
@ObjectType('Viewer', { description: 'Who is signed in, and what is hers.' })
export class ViewerType {
  actor!: Actor;
  credentialId!: string | null;
}

export const personNode = ({ id, ...rest }: AccountView): PersonType => ({ id: encodeGlobalId('Person', id), uuid: id, ...rest });
export const membershipNode = ({ id, ...rest }: MembershipView): MembershipType => ({ id: encodeGlobalId('Membership', id), ...rest });
export const apiTokenNode = ({ id, ...rest }: ApiTokenView): ApiTokenType => ({ id: encodeGlobalId('ApiToken', id), uuid: id, ...rest });

export const sessionNode = ({ id, ...rest }: SessionView, currentId: string | null): SessionType =>
  ({ id: encodeGlobalId('Session', id), uuid: id, ...rest, isCurrent: id === currentId });
