import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { SectionKindEnum } from './concept.enums.js';
import { WordImportType } from './word-import.type.js';

@InputType({ description: 'A Word document that is to become sections of an edition.' })
export class StartWordImportInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => String, { description: 'Raw id of the file, as `POST /files?purpose=concept.word-document` answered.' })
  fileId!: string;
}

@InputType({ description: 'A suggested section that is to be taken over.' })
export class ChosenWordSectionInput {
  @Field(() => Int, { description: 'Its place among the suggestions of the level.' })
  index!: number;

  @Field(() => String, { description: 'The title it gets.' })
  title!: string;

  @Field(() => SectionKindEnum, { description: 'What it becomes.' })
  kind!: string;
}

@InputType({ description: 'Which sections of a Word document are taken over.' })
export class ApplyWordImportInput extends MutationInput {
  @Field(() => ID, { description: 'The import.' })
  importId!: string;

  @Field(() => Int, { description: 'The heading level at which sections begin; 0: everything is one section.' })
  level!: number;

  @Field(() => [ChosenWordSectionInput], { description: 'Those that are taken over, in this order.' })
  sections!: ChosenWordSectionInput[];
}

@InputType({ description: 'An import that is to be taken back.' })
export class UndoWordImportInput extends MutationInput {
  @Field(() => ID, { description: 'The import.' })
  importId!: string;
}

@ObjectType({ isAbstract: true })
abstract class WordImportPayload extends MutationPayload {
  @Field(() => WordImportType, { nullable: true, description: 'The import; null when nothing was done.' })
  wordImport!: WordImportType | null;
}

@ObjectType({ description: 'Answer of startWordImport. Codes: EDITION_FROZEN, FILE_GONE.' })
export class StartWordImportPayload extends WordImportPayload {}

@ObjectType({ description: 'Answer of applyWordImport. Codes: EDITION_FROZEN, IMPORT_NOT_READY, NOTHING_TO_APPLY, TOO_MANY_SECTIONS, SECTION_TOO_LONG, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE.' })
export class ApplyWordImportPayload extends WordImportPayload {}

@ObjectType({ description: 'Answer of undoWordImport. Codes: EDITION_FROZEN, IMPORT_NOT_READY; CHANGED_SINCE_IMPORT for each section that somebody has worked on, with its raw id in the path.' })
export class UndoWordImportPayload extends WordImportPayload {}
