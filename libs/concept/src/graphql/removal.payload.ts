import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { EditionType } from './edition.type.js';
import { SectionType } from './section.type.js';

@ObjectType({ description: 'Answer of removeMeasure.' })
export class RemoveMeasurePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The measure that is no longer there; null when nothing was done.' })
  removedMeasureId!: string | null;

  @Field(() => SectionType, { nullable: true, description: 'The section it stood in.' })
  section!: SectionType | null;
}

@ObjectType({ description: 'Answer of removeGoal.' })
export class RemoveGoalPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The goal that is no longer there; null when nothing was done.' })
  removedGoalId!: string | null;

  @Field(() => SectionType, { nullable: true, description: 'The section it stood in.' })
  section!: SectionType | null;
}

@ObjectType({ description: 'Answer of removeSection.' })
export class RemoveSectionPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The section that is no longer there; null when nothing was done.' })
  removedSectionId!: string | null;

  @Field(() => EditionType, { nullable: true, description: 'The edition it stood in.' })
  edition!: EditionType | null;
}
