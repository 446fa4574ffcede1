import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { SectionBlockType } from './section-block.type.js';
import { SectionType } from './section.type.js';

/** The block as it is afterwards, or the reasons why nothing was done. */
@ObjectType({ isAbstract: true })
export abstract class BlockPayload extends MutationPayload {
  @Field(() => SectionBlockType, { nullable: true, description: 'The block as it is afterwards; null when nothing was done, or when it is no longer there.' })
  block!: SectionBlockType | null;

  @Field(() => SectionType, { nullable: true, description: 'The section it stands in; null when nothing was done.' })
  section!: SectionType | null;
}

@ObjectType({ description: 'Answer of setBlockText.' })
export class SetBlockTextPayload extends BlockPayload {}

@ObjectType({ description: 'Answer of addBlock.' })
export class AddBlockPayload extends BlockPayload {}

@ObjectType({ description: 'Answer of moveBlock.' })
export class MoveBlockPayload extends BlockPayload {}

@ObjectType({ description: 'Answer of restoreBlock.' })
export class RestoreBlockPayload extends BlockPayload {}

@ObjectType({ description: 'Answer of removeBlock.' })
export class RemoveBlockPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'Raw id of the block that is no longer there; null when nothing was done.' })
  removedBlockId!: string | null;

  @Field(() => SectionType, { nullable: true, description: 'The section it stood in; null when nothing was done.' })
  section!: SectionType | null;
}
