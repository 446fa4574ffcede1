import { Field, ID, InputType } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';

@InputType({ description: "A section's text to be kept as it is now." })
export class KeepVersionInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is kept for, at most 1,000 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A version that is to come back.' })
export class RestoreVersionInput extends MutationInput {
  @Field(() => ID, { description: 'The version.' })
  versionId!: string;
}
