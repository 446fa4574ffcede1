import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { ApiTokenType, ViewerType } from './viewer.type.js';

@ObjectType({ isAbstract: true })
abstract class ViewerPayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in afterwards.' })
  viewer!: ViewerType | null;
}

@ObjectType({ description: 'What became of signing in.' })
export class SignInPayload extends ViewerPayload {}

@ObjectType({ description: 'What became of signing out.' })
export class SignOutPayload extends ViewerPayload {
  @Field(() => String, { nullable: true, description: 'Where the browser goes to sign out at the provider too; null when the session did not begin there.' })
  providerLogoutUrl!: string | null;
}

@ObjectType({ description: 'What became of switching the organisation.' })
export class ActAsPayload extends ViewerPayload {}

@ObjectType({ description: 'What became of changing the password.' })
export class ChangePasswordPayload extends ViewerPayload {}

@ObjectType({ description: 'What became of choosing a language for mails.' })
export class SetMailLanguagePayload extends ViewerPayload {}

@ObjectType({ description: 'What became of ending a session.' })
export class EndSessionPayload extends ViewerPayload {
  @Field(() => ID, { nullable: true, description: 'The session that ended.' })
  endedSessionId!: string | null;
}

@ObjectType({ description: 'What became of issuing a token.' })
export class IssueApiTokenPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'The token itself, shown this once; null when the call was repeated.' })
  token!: string | null;

  @Field(() => ApiTokenType, { nullable: true, description: 'The token as it stands in the list.' })
  apiToken!: ApiTokenType | null;
}

@ObjectType({ description: 'What became of revoking a token.' })
export class RevokeApiTokenPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The token that was revoked.' })
  revokedApiTokenId!: string | null;
}
