import { Field, ObjectType } from '@nestjs/graphql';
import type { PlacedEmptyHeading } from '../queries/empty-heading.reader.js';
import { SectionType, toSection } from './section.type.js';

/** A heading below which nothing is said. */
@ObjectType('EmptyHeading', { description: 'A heading below which nothing is said, and the place it leads to.' })
export class EmptyHeadingType {
  @Field(() => String, { description: 'Its words.' })
  title!: string;

  @Field(() => String, { description: 'Raw id of its block in the text.' })
  blockId!: string;

  @Field(() => SectionType, { description: 'The section it stands in.' })
  section!: SectionType;
}

export function toEmptyHeading({ title, blockId, section }: PlacedEmptyHeading): EmptyHeadingType {
  return { title, blockId, section: toSection(section) };
}
