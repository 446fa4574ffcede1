import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { ContributionPayload, WithdrawContributionInput } from '../contribution.input.js';

@InputType({ description: 'What an organisation is asked about a contribution.' })
export class AskForAdviceInput extends WithdrawContributionInput {
  @Field(() => ID, { description: 'Who is asked: an office or another organisation.' })
  organisationId!: string;

  @Field(() => String, { description: '1 to 20,000 characters.' })
  question!: string;

  @Field(() => String, { description: 'Language of the question, BCP 47.' })
  language!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Until when the advice is wanted; today or later.' })
  dueOn?: string | null;
}

@InputType({ description: 'Which question.' })
export class WithdrawAdviceRequestInput extends MutationInput {
  @Field(() => ID, { description: 'The question.' })
  adviceId!: string;
}

@InputType({ description: 'What an organisation advises.' })
export class GiveAdviceInput extends WithdrawAdviceRequestInput {
  @Field(() => String, { description: '1 to 20,000 characters.' })
  advice!: string;

  @Field(() => String, { description: 'Language of the advice, BCP 47.' })
  language!: string;

  @Field(() => Int, { description: 'The revision of the advice that was seen; 0: it was not given.' })
  expectedRevision!: number;
}

const words = 'TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, LANGUAGE_INVALID';

@ObjectType({ description: `Answer of askForAdvice. Codes: ${words}, DEADLINE_INVALID, UNKNOWN_ORGANISATION, ADVISER_MAY_NOT_READ, ADVICE_OVER, ALREADY_ASKED.` })
export class AskForAdvicePayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of withdrawAdviceRequest. Codes: ADVICE_GIVEN.' })
export class WithdrawAdviceRequestPayload extends ContributionPayload {}

@ObjectType({ description: `Answer of giveAdvice. Codes: ${words}, ADVICE_OVER, STALE_VALUE.` })
export class GiveAdvicePayload extends ContributionPayload {}
