import { Field, ID, InputType } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { OriginInput } from './origin.input.js';

@InputType({ description: 'A measure to be written into a section.' })
export class AddMeasureInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Plain text, one line per paragraph.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of the block behind which it is put; null: at the end of the text.' })
  afterBlockId?: string | null;

  @Field(() => OriginInput, { nullable: true, description: 'Where it is taken over from.' })
  origin?: OriginInput | null;
}

@InputType({ description: 'A measure to be taken out of the text.' })
export class RemoveMeasureInput extends MutationInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;
}
