import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';

/** Mail address and password. */
@InputType({ description: 'Mail address and password.' })
export class SignInInput {
  @Field(() => String, { description: 'Mail address of the account.' })
  email!: string;

  @Field(() => String, { description: 'Password of the account.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'Not used: signing in twice makes two sessions.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Ends the session of this request.' })
export class SignOutInput extends MutationInput {}

@InputType({ description: 'Which session is to end.' })
export class EndSessionInput extends MutationInput {
  @Field(() => ID, { description: 'One of the own sessions.' })
  sessionId!: string;
}

@InputType({ description: 'For whom the session goes on.' })
export class ActAsInput extends MutationInput {
  @Field(() => ID, { description: 'An organisation the person belongs to.' })
  organisationId!: string;
}

@InputType({ description: 'The old and the new password.' })
export class ChangePasswordInput extends MutationInput {
  @Field(() => String, { description: 'The password until now.' })
  currentPassword!: string;

  @Field(() => String, { description: 'At least twelve characters.' })
  newPassword!: string;
}

@InputType({ description: 'In which language mails are to be written.' })
export class SetMailLanguageInput extends MutationInput {
  @Field(() => String, { description: 'de, en or ar.' })
  language!: string;
}

@InputType({ description: 'What the new token is to be.' })
export class IssueApiTokenInput extends MutationInput {
  @Field(() => String, { description: 'What the person calls it, at most 100 characters.' })
  name!: string;

  @Field(() => Int, { description: 'From 1 to 365.' })
  expiresInDays!: number;
}

@InputType({ description: 'Which token is to be revoked.' })
export class RevokeApiTokenInput extends MutationInput {
  @Field(() => ID, { description: 'One of the own tokens.' })
  apiTokenId!: string;
}
