import { Injectable } from '@nestjs/common';
import { isStorableText, newRandomId } from '@konzeptwerkstatt/kernel';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { isBlockKind } from '@konzeptwerkstatt/document-model';
import type { BlockKind, BlockPlace, BlockSpec, ContentBlock, SectionContent } from '@konzeptwerkstatt/document-model';
import { versionsOfContent } from '../domain/block-version.policy.js';
import { conceptError, conceptProblem, throwProblems } from '../domain/concept.errors.js';
import { tidyTitle, titleProblems } from '../domain/title.policy.js';
import type { Origin } from '../domain/origin.js';
import { EditBlockCommand } from './edit-block.command.js';
import { OriginNote } from './take-over.command.js';

/** Longest text of one block that a form may send, in characters; in the text itself there is no such limit. */
export const MAX_BLOCK_TEXT_LENGTH = 50_000;
/** Longest content of a block to be put back, in characters of its JSON. */
export const MAX_BLOCK_CONTENT_LENGTH = 400_000;

/** A block of a section. */
export interface BlockRef {
  readonly sectionId: string;
  readonly blockId: string;
}

/** A block to be written. */
export interface NewBlock {
  readonly sectionId: string;
  readonly kind: BlockKind | 'goal' | 'measure';
  /** Of a goal or measure its title. */
  readonly text: string;
  readonly place: BlockPlace;
  /** Where it was taken over from; null when it is new. */
  readonly origin?: Origin | null;
}

/** What became of a block. */
export interface EditedBlock {
  readonly sectionId: string;
  readonly blockId: string;
}

function blockIn({ blocks }: SectionContent, blockId: string): ContentBlock {
  const block = blocks.find(({ id }) => id === blockId);
  if (block === undefined) throw conceptError('BLOCK_GONE', ['blockId']);
  return block;
}

/** The same words, however a form ends its lines. */
const tidyLines = (text: string): string => text.replace(/\r\n|\r/g, '\n');

function assertText(text: string): void {
  if (!isStorableText(text)) throw conceptError('TEXT_NOT_STORABLE', ['text']);
  throwProblems(text.length > MAX_BLOCK_TEXT_LENGTH ? [conceptProblem('TEXT_TOO_LONG', ['text'], { maxLength: MAX_BLOCK_TEXT_LENGTH })] : []);
}

/** All edits of single blocks from outside the text: for forms where nobody can write live, and for scripts. */
@Injectable()
export class EditPlainBlockCommand {
  constructor(
    private readonly blocks: EditBlockCommand,
    private readonly notes: OriginNote,
  ) {}

  /**
   * Gives a block other words; of a goal or measure the title. Only words that differ are touched.
   * @param expected the words as they were seen
   * @throws as EditBlockCommand.run; ValidationError BLOCK_GONE, STALE_VALUE with the words of now, TEXT_TOO_LONG, TEXT_NOT_STORABLE, VALUE_NOT_ALLOWED for a table or a picture, and those of a title
   */
  setText(context: CommandContext, { sectionId, blockId, text, expected }: BlockRef & { readonly text: string; readonly expected: string }): Promise<EditedBlock> {
    return this.blocks.run(context, sectionId, ({ content }) => {
      assertText(text);
      const block = blockIn(content, blockId);
      if (block.text !== tidyLines(expected)) throw conceptError('STALE_VALUE', ['text'], { currentValue: block.text, changedByOrganisationId: null });
      if (block.kind === 'table' || block.kind === 'picture' || block.kind === 'indicator') throw conceptError('VALUE_NOT_ALLOWED', ['blockId']);
      if (isBlockKind(block.kind)) return { kind: 'setBlockText', blockId, text: tidyLines(text) };
      throwProblems(titleProblems(text, ['text']));
      return { kind: 'setTitle', blockId, title: tidyTitle(text) };
    }, { sectionId, blockId });
  }

  /** Writes a new block. @throws as `setText`; ValidationError BLOCK_GONE when the place is no longer there */
  add(context: CommandContext, { sectionId, kind, text, place, origin = null }: NewBlock): Promise<EditedBlock> {
    const blockId = newRandomId();
    return this.blocks.run(context, sectionId, async (scene) => {
      assertText(text);
      if (origin !== null) await this.notes.note(scene, context.actor, origin, { kind: 'passage', blockId, objectId: null });
      if (!isBlockKind(kind)) throwProblems(titleProblems(text, ['text']));
      const block: BlockSpec = isBlockKind(kind) ? { type: kind, id: blockId, text: tidyLines(text) } : { type: kind, id: blockId, title: tidyTitle(text) };
      return { kind: 'insertBlock', block, place };
    }, { sectionId, blockId });
  }

  /**
   * Takes a block out with all that is in it.
   * @param expectedVersion the block's version as it was seen
   * @throws as EditBlockCommand.run; ValidationError BLOCK_GONE, STALE_VALUE when somebody has changed it since
   */
  remove(context: CommandContext, { sectionId, blockId, expectedVersion }: BlockRef & { readonly expectedVersion: string }): Promise<EditedBlock> {
    return this.blocks.run(context, sectionId, ({ content }) => {
      const block = blockIn(content, blockId);
      if (versionsOfContent(content).get(blockId) !== expectedVersion) throw conceptError('STALE_VALUE', ['expectedVersion'], { currentValue: block.text, changedByOrganisationId: null });
      return { kind: 'removeBlock', blockId };
    }, { sectionId, blockId });
  }

  /** Puts a block to another place. @throws as EditBlockCommand.run; ValidationError BLOCK_GONE for the block or the place */
  move(context: CommandContext, { sectionId, blockId, place }: BlockRef & { readonly place: BlockPlace }): Promise<EditedBlock> {
    return this.blocks.run(context, sectionId, ({ content }) => {
      blockIn(content, blockId);
      return { kind: 'moveBlock', blockId, place };
    }, { sectionId, blockId });
  }

  /**
   * Puts a block back that was taken out, with everything that was in it.
   * @param content the block's content as the API gave it
   * @throws as EditBlockCommand.run; ValidationError CONTENT_INVALID, TEXT_TOO_LONG, BLOCK_GONE for the place, BLOCK_THERE when it is back already
   */
  restore(context: CommandContext, { sectionId, content, place }: { readonly sectionId: string; readonly content: string; readonly place: BlockPlace }): Promise<EditedBlock> {
    const tree = treeOf(content);
    const id = tree?.attrs?.id;
    return this.blocks.run(context, sectionId, () => {
      if (tree === null) throw conceptError('CONTENT_INVALID', ['content']);
      return { kind: 'reinsertBlock', tree, place };
    }, { sectionId, blockId: typeof id === 'string' ? id : '' });
  }
}

function treeOf(content: string): { readonly attrs?: { readonly id?: unknown } } | null {
  if (content.length > MAX_BLOCK_CONTENT_LENGTH) return null;
  try {
    const tree: unknown = JSON.parse(content);
    return typeof tree === 'object' && tree !== null ? tree : null;
  } catch {
    return null;
  }
}
