import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import type { SectionBlockRecord } from '../queries/section-blocks.reader.js';
import { ComparedBlockKindEnum } from './version-comparison.type.js';

export const BlockKindEnum = { ...ComparedBlockKindEnum };
registerEnumType(BlockKindEnum, { name: 'BlockKind', description: 'What a block of a text is.' });

@ObjectType('BlockValue', { description: 'A structured value of a goal or measure as the text holds it.' })
export class BlockValueType {
  @Field(() => String, { description: 'The field, `status`; of a set its member too, `partner/<raw id>`.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The value: key of a closed list in lower case, period, amount, text, raw id. Null for a member of a set.' })
  value!: string | null;
}

@ObjectType('TableCellPlace', { description: 'Where a block stands in its table.' })
export class TableCellPlaceType {
  @Field(() => Int, { description: 'Row from 0.' })
  row!: number;

  @Field(() => Int, { description: 'Column from 0, counting cells as they are written: a joined cell counts once.' })
  column!: number;

  @Field(() => Boolean, { description: 'Whether it is a cell of a head.' })
  isHeader!: boolean;
}

/** A block of a section as a form shows and changes it, where nobody can write live. */
@ObjectType('SectionBlock', { description: 'A block of a text, in plain words: of a goal or measure the title, of a table nothing (its cells hold blocks of their own).' })
export class SectionBlockType {
  @Field(() => String, { description: 'Raw id of the block in the text.' })
  blockId!: string;

  @Field(() => BlockKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => Int, { description: 'How far it is indented.' })
  indent!: number;

  @Field(() => String, { description: 'Its words; a line break is a line feed.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether some of its words are bold, italic or a link.' })
  isFormatted!: boolean;

  @Field(() => String, { nullable: true, description: 'Raw id of the goal, measure or table it stands in.' })
  parentBlockId!: string | null;

  @Field(() => TableCellPlaceType, { nullable: true, description: 'Where it stands in its table; null outside of tables.' })
  cell!: TableCellPlaceType | null;

  @Field(() => String, { description: 'Changes whenever somebody changes what the block, or anything in it, says.' })
  version!: string;

  @Field(() => String, { description: 'The block with all that is in it as JSON of the document model, for `restoreBlock`.' })
  content!: string;

  @Field(() => [BlockValueType], { description: 'Structured values of a goal or measure.' })
  values!: BlockValueType[];

  @Field(() => ID, { nullable: true, description: 'The goal or measure it stands for.' })
  objectId!: string | null;
}

/** A block as the API shows it. */
export function toSectionBlock({ id, kind, indent, text, isFormatted, parentId, cell, version, tree, values, objectId }: SectionBlockRecord): SectionBlockType {
  return {
    blockId: id, kind, indent, text, isFormatted, parentBlockId: parentId, cell, version,
    content: JSON.stringify(tree),
    values: Object.entries(values).map(([key, value]) => ({ key, value: typeof value === 'string' ? value : null })),
    objectId: objectId === null ? null : encodeGlobalId(kind === 'goal' ? 'Goal' : 'Measure', objectId),
  };
}
