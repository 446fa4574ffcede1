import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@konzeptwerkstatt/platform-graphql';

/** What an edition's adoption has fixed. */
@ObjectType('Adoption', { description: "What an edition's adoption has fixed." })
export class AdoptionType {
  @Field(() => DateTimeScalar, { description: 'Since when the text no longer changes.' })
  frozenAt!: Date;

  @Field(() => String, { description: 'SHA-256 over the adopted text and its tables, hexadecimal.' })
  hash!: string;

  @Field(() => Int, { description: 'How many sections were adopted.' })
  sectionCount!: number;

  @Field(() => Int, { description: 'How many goals were adopted.' })
  goalCount!: number;

  @Field(() => Int, { description: 'How many measures were adopted.' })
  measureCount!: number;
}
