import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { createConnection, encodeGlobalId, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { ComparedMeasure } from '../domain/edition-comparison.policy.js';
import { FateEnum } from './concept.enums.js';
import { EditionType } from './edition.type.js';

/** What became of a measure from one edition to the next. */
@ObjectType('ComparedMeasure', { description: 'What became of a measure from one edition to the next.' })
export class ComparedMeasureType extends IdentifiedType {
  @Field(() => FateEnum, { description: 'What became of it.' })
  fate!: string;

  @Field(() => String, { nullable: true, description: 'Its number in the earlier edition; null when it is new.' })
  numberBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in the earlier edition; null when it is new.' })
  titleBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'Its number now; null when it was dropped.' })
  number!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title now; null when it was dropped.' })
  title!: string | null;

  @Field(() => [String], { description: 'Of a changed one: names of the fields that differ.' })
  fields!: readonly string[];
}

export const { Connection: ComparedMeasureConnection } = createConnection(ComparedMeasureType, 'ComparedMeasure');

export function toComparedMeasure({ fate, before, after, fields }: ComparedMeasure): ComparedMeasureType {
  const lineageId = after?.lineageId ?? before?.lineageId ?? '';
  return { id: encodeGlobalId('ComparedMeasure', lineageId), fate, numberBefore: before?.number ?? null, titleBefore: before?.title ?? null, number: after?.number ?? null, title: after?.title ?? null, fields };
}

@InputType({ description: 'An edition that begins as a copy of an adopted one.' })
export class BeginNextEditionInput extends MutationInput {
  @Field(() => ID, { description: 'The adopted edition.' })
  editionId!: string;

  @Field(() => String, { description: 'Title of the new edition.' })
  title!: string;

  @Field(() => Int, { description: 'The year it stands for.' })
  year!: number;

  @Field(() => String, { nullable: true, description: 'Given for a correction of the adopted edition: why it is needed, 1 to 1,000 characters.' })
  correctionReason?: string | null;
}

@ObjectType({ description: 'Answer of beginNextEdition. Codes: NOT_ADOPTED, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, TEXT_TOO_LONG, REASON_REQUIRED, YEAR_INVALID.' })
export class BeginNextEditionPayload extends MutationPayload {
  @Field(() => EditionType, { nullable: true, description: 'The new edition; null when nothing was done.' })
  edition!: EditionType | null;
}
