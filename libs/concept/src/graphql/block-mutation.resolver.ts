import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { UserErrorType } from '@konzeptwerkstatt/platform-graphql';
import type { BlockPlace } from '@konzeptwerkstatt/document-model';
import { conceptError } from '../domain/concept.errors.js';
import { EditPlainBlockCommand } from '../commands/edit-plain-block.command.js';
import type { EditedBlock, NewBlock } from '../commands/edit-plain-block.command.js';
import { SectionBlocksReader } from '../queries/section-blocks.reader.js';
import { AddBlockInput, MoveBlockInput, RemoveBlockInput, RestoreBlockInput, SetBlockTextInput } from './block.input.js';
import { AddBlockPayload, MoveBlockPayload, RemoveBlockPayload, RestoreBlockPayload, SetBlockTextPayload } from './block.payload.js';
import { ConceptAnswers } from './concept-answers.js';
import { SectionBlockType, toSectionBlock } from './section-block.type.js';
import type { SectionType } from './section.type.js';
import { originOf } from './origin.input.js';

interface BlockAnswer {
  readonly block: SectionBlockType | null;
  readonly section: SectionType | null;
  readonly errors: UserErrorType[];
}

function placeOf({ besideBlockId, side }: { besideBlockId?: string | null; side?: string | null }): BlockPlace {
  return besideBlockId ? { blockId: besideBlockId, side: (side ?? 'after') as NonNullable<BlockPlace>['side'] } : null;
}

const sectionOf = ({ sectionId }: { sectionId: string }): string => decodeGlobalId(sectionId, 'Section');

/** Mutations of single blocks of a text. */
@Resolver(() => SectionBlockType)
export class BlockMutationResolver {
  constructor(
    private readonly blocks: EditPlainBlockCommand,
    private readonly reader: SectionBlocksReader,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => SetBlockTextPayload, { description: 'Gives a block other words; bold and links of words that stay are kept.' })
  setBlockText(@Requested() request: RequestContext, @Args('input') input: SetBlockTextInput): Promise<BlockAnswer> {
    const { blockId, text, expected } = input;
    return this.answer(request, this.blocks.setText(this.answers.command(request, 'setBlockText', input), { sectionId: sectionOf(input), blockId, text, expected }));
  }

  @Mutation(() => AddBlockPayload, { description: 'Writes a new block into a text.' })
  async addBlock(@Requested() request: RequestContext, @Args('input') input: AddBlockInput): Promise<BlockAnswer> {
    const context = this.answers.command(request, 'addBlock', input);
    const sectionId = sectionOf(input);
    if (['table', 'picture', 'indicator'].includes(input.kind)) return this.answer(request, Promise.reject(conceptError('VALUE_NOT_ALLOWED', ['kind'])));
    return this.answer(request, this.blocks.add(context, { sectionId, kind: input.kind as NewBlock['kind'], text: input.text, place: placeOf(input), origin: originOf(input.origin) }));
  }

  @Mutation(() => MoveBlockPayload, { description: 'Puts a block with all that is in it to another place of the same text.' })
  moveBlock(@Requested() request: RequestContext, @Args('input') input: MoveBlockInput): Promise<BlockAnswer> {
    return this.answer(request, this.blocks.move(this.answers.command(request, 'moveBlock', input), { sectionId: sectionOf(input), blockId: input.blockId, place: placeOf(input) }));
  }

  @Mutation(() => RestoreBlockPayload, { description: 'Puts a block back that was taken out, with everything that was in it.' })
  restoreBlock(@Requested() request: RequestContext, @Args('input') input: RestoreBlockInput): Promise<BlockAnswer> {
    return this.answer(request, this.blocks.restore(this.answers.command(request, 'restoreBlock', input), { sectionId: sectionOf(input), content: input.content, place: placeOf(input) }));
  }

  @Mutation(() => RemoveBlockPayload, { description: 'Takes a block out of a text with all that is in it.' })
  async removeBlock(@Requested() request: RequestContext, @Args('input') input: RemoveBlockInput): Promise<RemoveBlockPayload> {
    const { blockId, expectedVersion } = input;
    const removal = this.blocks.remove(this.answers.command(request, 'removeBlock', input), { sectionId: sectionOf(input), blockId, expectedVersion });
    const { value, errors } = await settle(removal);
    return { removedBlockId: value?.blockId ?? null, section: value === null ? null : await this.answers.sectionById(request, value.sectionId), errors };
  }

  private async answer(request: RequestContext, command: Promise<EditedBlock>): Promise<BlockAnswer> {
    const { value, errors } = await settle(command);
    if (value === null) return { block: null, section: null, errors };
    const section = await this.answers.sectionById(request, value.sectionId);
    const blocks = section === null ? [] : await this.reader.read(section.documentId);
    const block = blocks.find(({ id }) => id === value.blockId);
    return { block: block === undefined ? null : toSectionBlock(block), section, errors };
  }
}
