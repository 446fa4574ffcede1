import { Field, Int, ObjectType } from '@nestjs/graphql';
import { encodeGlobalId, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { SectionPlace } from '../domain/section-place.js';
import type { SectionRecord } from '../queries/section.reader.js';
import { SectionKindEnum } from './concept.enums.js';

/** A chapter or a field of action; its text is a document that is written together. */
@ObjectType('Section', { implements: () => [NodeType], description: 'A chapter or a field of action; its text is written together.' })
export class SectionType extends NodeType {
  @Field(() => String, { description: 'Raw id, for addresses.' })
  uuid!: string;

  @Field(() => SectionKindEnum, { description: 'Chapter or field of action.' })
  kind!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => Int, { description: 'Place within the edition, from 1.' })
  position!: number;

  @Field(() => String, { description: 'Raw id of its text, for /collab/.' })
  documentId!: string;

  @Field(() => Boolean, { description: 'Whether it is an example and not part of a real concept.' })
  isExample!: boolean;

  @Field(() => String, { nullable: true, description: 'Source to be named where facts of others are used.' })
  sourceNote!: string | null;

  /** Where it stands, for rights. */
  place!: SectionPlace;
}

/** A section as the API shows it. */
export function toSection(record: SectionRecord): SectionType {
  const { isExample, sourceNote, ...place } = record;
  const { sectionId, kind, title, position, documentId } = place;
  return { id: encodeGlobalId('Section', sectionId), uuid: sectionId, kind, title, position, documentId, isExample, sourceNote, place };
}
