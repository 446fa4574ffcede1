import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { MutationInput, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { OriginInput } from './origin.input.js';
import { BlockKindEnum } from './section-block.type.js';

export const BlockSideEnum = upperCaseEnum(['before', 'after', 'inside'] as const);
registerEnumType(BlockSideEnum, { name: 'BlockSide', description: 'Where a block goes as seen from another one; INSIDE: at the end of a goal or measure.' });

/** Common part of inputs that put a block somewhere. */
@InputType({ isAbstract: true })
abstract class PlacedBlockInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of the block beside which, or in which, it goes; null: at the end of the text.' })
  besideBlockId?: string | null;

  @Field(() => BlockSideEnum, { nullable: true, description: 'On which side of that block; left out: after it.' })
  side?: string | null;
}

@InputType({ description: 'Other words for a block.' })
export class SetBlockTextInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => String, { description: 'Raw id of the block.' })
  blockId!: string;

  @Field(() => String, { description: 'At most 50,000 characters, a line feed is a line break; of a goal or measure the title, 1 to 300 characters.' })
  text!: string;

  @Field(() => String, { description: 'The words as they were seen.' })
  expected!: string;
}

@InputType({ description: 'A block to be written into a text.' })
export class AddBlockInput extends PlacedBlockInput {
  @Field(() => BlockKindEnum, { description: 'What it is; tables, pictures and indicators cannot be added this way.' })
  kind!: string;

  @Field(() => String, { description: 'Its words, as with `setBlockText`.' })
  text!: string;

  @Field(() => OriginInput, { nullable: true, description: 'Where it is taken over from.' })
  origin?: OriginInput | null;
}

@InputType({ description: 'A block to be taken out of a text with all that is in it.' })
export class RemoveBlockInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => String, { description: 'Raw id of the block.' })
  blockId!: string;

  @Field(() => String, { description: 'Its version as it was seen.' })
  expectedVersion!: string;
}

@InputType({ description: 'Another place for a block.' })
export class MoveBlockInput extends PlacedBlockInput {
  @Field(() => String, { description: 'Raw id of the block.' })
  blockId!: string;
}

@InputType({ description: 'A block that was taken out and shall stand in the text again.' })
export class RestoreBlockInput extends PlacedBlockInput {
  @Field(() => String, { description: 'Its `content`, at most 400,000 characters.' })
  content!: string;
}
