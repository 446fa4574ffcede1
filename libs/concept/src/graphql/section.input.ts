import { Field, ID, InputType } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import { SectionKindEnum } from './concept.enums.js';

@InputType({ description: 'A section to be added to an edition.' })
export class AddSectionInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => SectionKindEnum, { description: 'Chapter or field of action.' })
  kind!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'The section behind which it is put; left out: at the end; null: at the very beginning.' })
  afterSectionId?: string | null;
}

@InputType({ description: 'A new title for a section.' })
export class RenameSectionInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => String, { description: '1 to 300 characters.' })
  title!: string;

  @Field(() => String, { description: 'The title as it was seen.' })
  expected!: string;
}

@InputType({ description: 'A new place for a section.' })
export class MoveSectionInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => ID, { nullable: true, description: 'The section behind which it is put; null: at the very beginning.' })
  afterSectionId?: string | null;
}

@InputType({ description: 'A section to be taken out of its edition.' })
export class RemoveSectionInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;
}
