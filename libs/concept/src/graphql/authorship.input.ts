import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { SectionType } from './section.type.js';

@InputType({ description: 'Words that were copied from one section’s text into another one.' })
export class RecordCopiedTextInput extends MutationInput {
  @Field(() => String, { description: 'Raw id of the text they were put into.' })
  documentId!: string;

  @Field(() => String, { description: 'Raw id of the text they were copied from.' })
  sourceDocumentId!: string;

  @Field(() => [String], { description: 'The blocks they were copied from, whole or in part; at most 500.' })
  blockIds!: string[];

  @Field(() => Float, { description: 'Client id of the shared document under which they were put in; one of the viewer’s own.' })
  clientId!: number;

  @Field(() => Int, { description: 'First clock.' })
  fromClock!: number;

  @Field(() => Int, { description: 'First clock behind them.' })
  toClock!: number;
}

@ObjectType({ description: 'What became of noting where words were copied from.' })
export class RecordCopiedTextPayload extends MutationPayload {
  @Field(() => SectionType, { nullable: true, description: 'The section they were put into.' })
  section!: SectionType | null;
}
