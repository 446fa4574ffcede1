import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CHANGE_ASPECTS } from '@konzeptwerkstatt/document-model';
import type { DocumentComparison } from '@konzeptwerkstatt/document-model';
import { upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { SectionVersionType } from './version.type.js';

export const BlockChangeEnum = upperCaseEnum(['unchanged', 'added', 'removed', 'changed'] as const);
registerEnumType(BlockChangeEnum, { name: 'BlockChange', description: 'What became of a block.' });

export const ChangeAspectEnum = upperCaseEnum(CHANGE_ASPECTS);
registerEnumType(ChangeAspectEnum, { name: 'ChangeAspect', description: 'What about a block is different: its words, only their looks, its kind, its place, its structured fields.' });

export const WordChangeEnum = upperCaseEnum(['same', 'removed', 'added'] as const);
registerEnumType(WordChangeEnum, { name: 'WordChange', description: 'Whether words are in both texts, only in the earlier, or only in the later one.' });

export const ComparedBlockKindEnum = {
  PARAGRAPH: 'paragraph', HEADING2: 'heading2', HEADING3: 'heading3', HEADING4: 'heading4', BULLET_ITEM: 'bulletItem', ORDERED_ITEM: 'orderedItem', QUOTE: 'quote',
  GOAL: 'goal', MEASURE: 'measure', TABLE: 'table', PICTURE: 'picture', INDICATOR: 'indicator',
} as const;
registerEnumType(ComparedBlockKindEnum, { name: 'ComparedBlockKind', description: 'What a block is.' });

@ObjectType('ComparedWords', { description: 'Words in a row that are in both texts, or in one of them.' })
export class ComparedWordsType {
  @Field(() => WordChangeEnum, { description: 'In which of the texts they are.' })
  kind!: string;

  @Field(() => String, { description: 'The words.' })
  text!: string;
}

@ObjectType('ComparedValue', { description: 'A structured field of a goal or measure that differs.' })
export class ComparedValueType {
  @Field(() => String, { description: 'The field: type, status, decisionState, lead, partner, targetGroup, period, resources, budgetAmount, fundingSource, staffPositions, priority, fundingState, contact, district, fundingUntil, indicator, goal, kind.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'Value before: name of an enum, period, amount, text, or name of an indicator or goal. Null for organisations and what was not set.' })
  fromValue!: string | null;

  @Field(() => String, { nullable: true, description: 'Value afterwards, as fromValue.' })
  toValue!: string | null;

  fromOrganisationId!: string | null;
  toOrganisationId!: string | null;
}

@ObjectType('ComparedBlock', { description: 'A block of two texts: of a goal or measure its title, of a table nothing (its cells hold blocks of their own), of a picture its alternative text and caption.' })
export class ComparedBlockType {
  @Field(() => String, { description: 'Raw id of the block in the text.' })
  blockId!: string;

  @Field(() => ComparedBlockKindEnum, { description: 'What it is, in the later text if it is there.' })
  kind!: string;

  @Field(() => ComparedBlockKindEnum, { nullable: true, description: 'What it was, when that was something else.' })
  kindBefore!: string | null;

  @Field(() => Int, { description: 'How far it is indented.' })
  indent!: number;

  @Field(() => String, { nullable: true, description: 'Raw id of the goal, measure or table it stands in.' })
  parentId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Row of the table, from 1.' })
  row!: number | null;

  @Field(() => Int, { nullable: true, description: 'Cell within the row, from 1.' })
  column!: number | null;

  @Field(() => BlockChangeEnum, { description: 'What became of it.' })
  change!: string;

  @Field(() => [ChangeAspectEnum], { description: 'What about it is different; empty unless it is changed.' })
  aspects!: readonly string[];

  @Field(() => [ComparedWordsType], { description: 'Its words, in order.' })
  words!: readonly ComparedWordsType[];

  @Field(() => [ComparedValueType], { description: 'Its structured fields that differ.' })
  values!: readonly ComparedValueType[];
}

@ObjectType('VersionComparison', { description: "What became of a version's text." })
export class VersionComparisonType {
  @Field(() => SectionVersionType, { description: 'The version that is compared.' })
  version!: SectionVersionType;

  @Field(() => SectionVersionType, { nullable: true, description: 'The version it is compared with; null: the text as it is now.' })
  otherVersion!: SectionVersionType | null;

  @Field(() => Int, { description: 'Blocks that came.' })
  addedCount!: number;

  @Field(() => Int, { description: 'Blocks that went.' })
  removedCount!: number;

  @Field(() => Int, { description: 'Blocks that are different.' })
  changedCount!: number;

  /** For the blocks, page by page. */
  comparison!: DocumentComparison;
  municipalityId!: string;
}
