import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { ViewerType } from './viewer.type.js';

@InputType({ description: 'Somebody has forgotten her password.' })
export class RequestPasswordResetInput extends MutationInput {
  @Field(() => String, { description: 'Mail address of the account.' })
  email!: string;
}

@InputType({ description: 'A new password, with a link from a mail.' })
export class ResetPasswordInput extends MutationInput {
  @Field(() => String, { description: 'What stands behind `#` in the link.' })
  token!: string;

  @Field(() => String, { description: 'At least twelve characters.' })
  newPassword!: string;
}

@InputType({ description: 'Another mail address for the own account.' })
export class RequestEmailChangeInput extends MutationInput {
  @Field(() => String, { description: 'The new address; it gets a link.' })
  email!: string;

  @Field(() => String, { description: 'The password of the account.' })
  currentPassword!: string;
}

@InputType({ description: 'The new mail address is confirmed from its mailbox.' })
export class ConfirmEmailChangeInput extends MutationInput {
  @Field(() => String, { description: 'What stands behind `#` in the link.' })
  token!: string;
}

@InputType({ description: 'Ends the own account for good.' })
export class EraseAccountInput extends MutationInput {
  @Field(() => String, { description: 'The password of the account.' })
  currentPassword!: string;
}

@ObjectType({ description: 'What became of asking for a new password: the same, whether there is such an account or not.' })
export class RequestPasswordResetPayload extends MutationPayload {}

@ObjectType({ description: 'What became of setting a new password. Codes: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE.' })
export class ResetPasswordPayload extends MutationPayload {}

@ObjectType({ description: 'What became of asking for another address: the same, whether it has an account already or not. Codes: EMAIL_INVALID, INVALID_CREDENTIALS.' })
export class RequestEmailChangePayload extends MutationPayload {}

@ObjectType({ description: 'What became of confirming an address. Codes: LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, ADDRESS_TAKEN.' })
export class ConfirmEmailChangePayload extends MutationPayload {}

@ObjectType({ description: 'What became of ending the account. Codes: INVALID_CREDENTIALS, LAST_ADMINISTRATOR.' })
export class EraseAccountPayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in afterwards.' })
  viewer!: ViewerType | null;
}

@ObjectType('RetentionCount', { description: 'How much of one kind was deleted.' })
export class RetentionCountType {
  @Field(() => String, { description: 'What: sessions, apiTokens, links, resetRequests, invitations, claims, mails, rounds.' })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('RetentionRound', { description: 'One round of deleting personal data whose time had come; counts of the whole installation.' })
export class RetentionRoundType extends IdentifiedType {
  @Field(() => DateTimeScalar, { description: 'When.' })
  ranAt!: Date;

  @Field(() => [RetentionCountType], { description: 'What was deleted.' })
  deleted!: RetentionCountType[];
}
