import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { createConnection, encodeGlobalId, NodeType, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { WORD_IMPORT_PROBLEMS, WORD_IMPORT_STATES } from '../domain/word-import.js';
import type { ImportedSection, WordImport } from '../domain/word-import.js';
import { MAX_SECTION_CHARACTERS } from '../domain/word-sections.policy.js';
import type { ProposedSection } from '../domain/word-sections.policy.js';
import { WORD_NOTES } from '../word/word-reading.js';
import { IMPORTED_SECTION_STATES } from '../queries/word-import.reader.js';
import type { ImportedSectionState } from '../queries/word-import.reader.js';
import { SectionKindEnum } from './concept.enums.js';

export const WordImportStateEnum = upperCaseEnum(WORD_IMPORT_STATES);
registerEnumType(WordImportStateEnum, { name: 'WordImportState', description: 'How far an import of a Word document is; READY: its sections wait for a decision.' });
export const WordImportProblemEnum = upperCaseEnum(WORD_IMPORT_PROBLEMS);
registerEnumType(WordImportProblemEnum, { name: 'WordImportProblem', description: 'Why a Word document could not be read or taken over.' });
export const WordNoteKindEnum = upperCaseEnum(WORD_NOTES);
registerEnumType(WordNoteKindEnum, { name: 'WordNoteKind', description: 'What of a Word document comes in another form than it had, or not at all.' });
export const ImportedSectionStateEnum = upperCaseEnum(IMPORTED_SECTION_STATES);
registerEnumType(ImportedSectionStateEnum, { name: 'ImportedSectionState', description: 'How a section that came out of an import is today.' });

@ObjectType('WordNote', { description: 'Something of a Word document that comes in another form than it had, or not at all.' })
export class WordNoteType {
  @Field(() => WordNoteKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => Int, { description: 'How often it is in the document.' })
  count!: number;
}

@ObjectType('WordHeadingLevel', { description: 'A heading level of a Word document at which sections could begin.' })
export class WordHeadingLevelType {
  @Field(() => Int, { description: 'From 1.' })
  level!: number;

  @Field(() => Int, { description: 'How many headings have it.' })
  count!: number;
}

@ObjectType('WordSection', { description: 'A section as a Word document suggests it.' })
export class WordSectionType {
  @Field(() => Int, { description: 'Its place among the suggestions of this level, from 0.' })
  index!: number;

  @Field(() => String, { description: 'Its title; empty for what stands before the first heading.' })
  title!: string;

  @Field(() => SectionKindEnum, { description: 'Whether it looks like a field of action.' })
  kind!: string;

  @Field(() => Int, { description: 'Words in it.' })
  words!: number;

  @Field(() => Int, { description: 'Lists in it.' })
  lists!: number;

  @Field(() => Int, { description: 'Tables in it.' })
  tables!: number;

  @Field(() => Int, { description: 'Pictures in it.' })
  pictures!: number;

  @Field(() => Boolean, { description: 'Whether it is too long for one section.' })
  isTooLong!: boolean;

  @Field(() => String, { description: 'Its first words.' })
  opening!: string;
}

@ObjectType('ImportedSection', { description: 'A section that came out of an import.' })
export class ImportedSectionType {
  @Field(() => String, { description: 'Raw id of the section.' })
  uuid!: string;

  @Field(() => String, { description: 'Its title at the import.' })
  title!: string;

  @Field(() => ImportedSectionStateEnum, { description: 'How it is today.' })
  state!: string;
}

export const { Connection: WordSectionConnection } = createConnection(WordSectionType, 'WordSection');
export const { Connection: ImportedSectionConnection } = createConnection(ImportedSectionType, 'ImportedSection');

/** A Word document on its way into an edition. */
@ObjectType('WordImport', { implements: () => [NodeType], description: 'A Word document that the viewer brings into an edition; kept for a month.' })
export class WordImportType extends NodeType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => WordImportStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => Int, { description: 'How much of it is taken over, 0 to 100.' })
  progress!: number;

  @Field(() => WordImportProblemEnum, { nullable: true, description: 'Why it failed; null otherwise.' })
  problem!: string | null;

  /** The row, for edges. */
  record!: WordImport;
}

/** An import as the API shows it. */
export function toWordImport(record: WordImport): WordImportType {
  const { id, fileName, state, progress, problem } = record;
  return { id: encodeGlobalId('WordImport', id), uuid: id, fileName, state, progress, problem, record };
}

export function toWordSection({ index, title, kind, figures, opening }: ProposedSection): WordSectionType {
  const { words, lists, tables, pictures, characters } = figures;
  return { index, title, kind, words, lists, tables, pictures, isTooLong: characters > MAX_SECTION_CHARACTERS, opening };
}

export const toImportedSection = ({ sectionId, title }: ImportedSection, state: ImportedSectionState): ImportedSectionType => ({ uuid: sectionId, title, state });
