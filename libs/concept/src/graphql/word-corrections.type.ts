import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { createConnection, encodeGlobalId, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { WORD_DIFFERENCE_KINDS, wordsOfDifference } from '../domain/word-corrections.policy.js';
import type { WordDifference } from '../domain/word-corrections.policy.js';
import type { WordImport } from '../domain/word-import.js';
import { ComparedBlockKindEnum, ComparedWordsType } from './version-comparison.type.js';
import { WordImportProblemEnum, WordImportStateEnum } from './word-import.type.js';

export const WordDifferenceKindEnum = upperCaseEnum(WORD_DIFFERENCE_KINDS);
registerEnumType(WordDifferenceKindEnum, {
  name: 'WordDifferenceKind',
  description: 'CORRECTED: other words in Word, the text is as it went out; CONFLICT: changed there and here; REMOVED: taken out there; ADDED: put in there; ELSEWHERE: changed where nothing can be taken over.',
});

@ObjectType('WordDifference', { description: 'One thing that is different in a Word document that came back.' })
export class WordDifferenceType {
  @Field(() => String, { description: 'Names it within its document.' })
  key!: string;

  @Field(() => WordDifferenceKindEnum, { description: 'What became of the words.' })
  kind!: string;

  @Field(() => String, { description: 'Global id of the section, which may be gone.' })
  sectionId!: string;

  @Field(() => String, { description: 'Raw id of the section.' })
  sectionUuid!: string;

  @Field(() => String, { description: 'Title of the section.' })
  sectionTitle!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of the block; null for what is not in the text.' })
  blockId!: string | null;

  @Field(() => ComparedBlockKindEnum, { nullable: true, description: 'What it is, or what it becomes.' })
  blockKind!: string | null;

  @Field(() => [ComparedWordsType], { description: 'The words of now against those of the document, in order.' })
  words!: readonly ComparedWordsType[];

  @Field(() => String, { description: 'The text of now; what has to be sent as `expected`.' })
  liveText!: string;

  @Field(() => String, { description: 'The words of the document; empty for what was taken out.' })
  fileText!: string;

  @Field(() => Boolean, { description: 'Whether it can be taken over.' })
  mayAccept!: boolean;
}

export const { Connection: WordDifferenceConnection } = createConnection(WordDifferenceType, 'WordDifference');

/** A Word document with corrections. */
@ObjectType('WordCorrections', { description: 'A Word document that the viewer brought with corrections of an edition; kept for a month.' })
export class WordCorrectionsType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => WordImportStateEnum, { description: 'How far it is: WAITING, READY or FAILED.' })
  state!: string;

  @Field(() => WordImportProblemEnum, { nullable: true, description: 'Why it failed; null otherwise.' })
  problem!: string | null;

  @Field(() => Boolean, { description: 'Whether the file still tells which paragraphs were taken out.' })
  knowsRemoved!: boolean;

  @Field(() => Int, { description: 'How many tracked changes count as accepted.' })
  trackedChanges!: number;

  @Field(() => Int, { description: 'How many comments are left out.' })
  comments!: number;

  /** The row, for edges. */
  record!: WordImport;
}

/** A document with corrections as the API shows it. */
export function toWordCorrections(record: WordImport): WordCorrectionsType {
  const { id, fileName, state, problem, corrections } = record;
  return { uuid: id, fileName, state, problem, knowsRemoved: corrections !== null && corrections.sent !== null, trackedChanges: corrections?.notes.tracked_changes ?? 0, comments: corrections?.notes.comments ?? 0, record };
}

export function toWordDifference(difference: WordDifference): WordDifferenceType {
  const { key, kind, sectionId, sectionTitle, blockId, blockKind, liveText, fileText, mayAccept } = difference;
  return { key, kind, sectionId: encodeGlobalId('Section', sectionId), sectionUuid: sectionId, sectionTitle, blockId, blockKind, words: wordsOfDifference(difference), liveText, fileText, mayAccept };
}
