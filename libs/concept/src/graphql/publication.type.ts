import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { publicPath } from '../domain/publication.policy.js';
import type { Publication } from '../domain/publication.policy.js';
import { EditionType } from './edition.type.js';

/** Where an adopted edition can be read by everybody. */
@ObjectType('Publication', { description: 'Where an adopted edition can be read by everybody.' })
export class PublicationType {
  @Field(() => String, { description: 'Path of the public page; stays the same.' })
  path!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  publishedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it can no longer be read; null while it can.' })
  withdrawnAt!: Date | null;
}

/** A publication as the API shows it. */
export function toPublication(publication: Publication): PublicationType {
  return { path: publicPath(publication), publishedAt: publication.publishedAt, withdrawnAt: publication.withdrawnAt };
}

@InputType({ description: 'An adopted edition that everybody may read.' })
export class PublishEditionInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;
}

@InputType({ description: 'A published edition that is no longer for everybody.' })
export class WithdrawEditionInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;
}

@ObjectType({ description: 'Answer of publishEdition. Codes: NOT_ADOPTED.' })
export class PublishEditionPayload extends MutationPayload {
  @Field(() => EditionType, { nullable: true, description: 'The edition; null when nothing was done.' })
  edition!: EditionType | null;
}

@ObjectType({ description: 'Answer of withdrawEdition.' })
export class WithdrawEditionPayload extends MutationPayload {
  @Field(() => EditionType, { nullable: true, description: 'The edition; null when nothing was done.' })
  edition!: EditionType | null;
}
