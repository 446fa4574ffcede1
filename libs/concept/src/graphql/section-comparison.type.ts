import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { DocumentComparison } from '@konzeptwerkstatt/document-model';
import { createConnection, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { ComparedSection } from '../queries/section-comparison.reader.js';
import { FateEnum } from './concept.enums.js';
import { SectionType, toSection } from './section.type.js';
import { countsOf } from './version-comparison.mapper.js';

/** What became of a section from one edition to the next. */
@ObjectType('ComparedSection', { description: 'What became of a section and its text from one edition to the next.' })
export class ComparedSectionType extends IdentifiedType {
  @Field(() => FateEnum, { description: 'What became of it.' })
  fate!: string;

  @Field(() => SectionType, { nullable: true, description: 'The section of the earlier edition; null when it is new.' })
  before!: SectionType | null;

  @Field(() => SectionType, { nullable: true, description: 'The section of the later edition; null when it was dropped.' })
  section!: SectionType | null;

  @Field(() => Int, { description: 'Blocks that came; 0 where there is only one text.' })
  addedCount!: number;

  @Field(() => Int, { description: 'Blocks that went.' })
  removedCount!: number;

  @Field(() => Int, { description: 'Blocks that are different.' })
  changedCount!: number;

  /** For the blocks, page by page. */
  comparison!: DocumentComparison;
  municipalityId!: string;
}

export const { Connection: ComparedSectionConnection } = createConnection(ComparedSectionType, 'ComparedSection');

export function toComparedSection({ fate, before, after, comparison }: ComparedSection): ComparedSectionType {
  const { sectionId = '', municipalityId = '' } = after ?? before ?? {};
  const shown = (section: ComparedSection['before']): SectionType | null => (section === null ? null : toSection(section));
  return { id: encodeGlobalId('ComparedSection', sectionId), fate, before: shown(before), section: shown(after), ...countsOf(comparison), comparison, municipalityId };
}
