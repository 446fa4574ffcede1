import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { SectionType } from './section.type.js';

/** The section as it is afterwards, or the reasons why nothing was done. */
@ObjectType({ isAbstract: true })
export abstract class SectionPayload extends MutationPayload {
  @Field(() => SectionType, { nullable: true, description: 'The section as it is afterwards; null when nothing was done.' })
  section!: SectionType | null;
}

@ObjectType({ description: 'Answer of addSection.' })
export class AddSectionPayload extends SectionPayload {}

@ObjectType({ description: 'Answer of renameSection.' })
export class RenameSectionPayload extends SectionPayload {}

@ObjectType({ description: 'Answer of moveSection.' })
export class MoveSectionPayload extends SectionPayload {}
