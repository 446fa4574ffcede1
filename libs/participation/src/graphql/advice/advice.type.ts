import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { ContributionAdvice } from '../../domain/advice/advice.policy.js';

/** What an organisation is asked about a contribution, and its advice. */
@ObjectType('ContributionAdvice', { description: 'What an organisation is asked about a contribution, and its advice; only for those who answer and for the organisation that is asked.' })
export class ContributionAdviceType extends IdentifiedType {
  /** Not part of the API. */
  readonly row!: ContributionAdvice;

  @Field(() => String, { description: 'What it is asked.' })
  question!: string;

  @Field(() => String, { description: 'Language of the question, BCP 47.' })
  questionLanguage!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Until when the advice is wanted.' })
  dueOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Its advice; null until it is given.' })
  advice!: string | null;

  @Field(() => String, { nullable: true, description: 'Language of the advice, BCP 47.' })
  adviceLanguage!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given, or last changed.' })
  givenAt!: Date | null;

  @Field(() => Int, { description: 'Grows each time it is given or changed; sent back as expectedRevision.' })
  revision!: number;

  @Field(() => Boolean, { description: 'Whether the viewer may give it, or change it.' })
  mayGive!: boolean;
}

/** A question with its advice as the API gives it. @param mayGive whether the viewer may give it, or change it */
export function toAdvice(row: ContributionAdvice, mayGive: boolean): ContributionAdviceType {
  const { id, question, questionLanguage, dueOn, askedAt, advice, adviceLanguage, givenAt, revision } = row;
  return Object.assign(new ContributionAdviceType(), { row, id: encodeGlobalId('ContributionAdvice', id), question, questionLanguage, dueOn, askedAt, advice, adviceLanguage, givenAt, revision, mayGive });
}
