import * as Y from 'yjs';
import { BlockNotFound, refuse } from '../document-model.errors.js';
import { childElements, readBody } from '../reading/body.reader.js';
import type { BodyNode } from '../reading/body.reader.js';
import { readTree, toTree } from '../reading/document-tree.reader.js';
import type { TreeElement, TreeNode } from '../reading/document-tree.reader.js';
import { bodyOf } from '../reading/section-document.js';
import { documentSchema } from '../schema/document.schema.js';
import { allowsChild, isElementName } from '../schema/structure.policy.js';
import type { ElementName } from '../schema/structure.policy.js';
import { prepareBlock, writeValues } from './blocks.editor.js';
import type { BlockSpec } from './blocks.editor.js';
import { findBlock } from './fields.editor.js';
import { assertStorable } from './text-block.factory.js';
import { createFromTree } from './tree.factory.js';

/**
 * Where a block goes: before or after another one, in the same goal, measure or cell if it may stand there, otherwise beside what holds
 * that; `inside`: at the end of a goal or measure. Null: at the end of the text.
 */
export type BlockPlace = { readonly side: 'before' | 'after' | 'inside'; readonly blockId: string } | null;

interface Spot {
  readonly container: Y.XmlFragment;
  readonly index: number;
}

function spotOf(doc: Y.Doc, name: ElementName, place: BlockPlace): Spot {
  const body = bodyOf(doc);
  if (place === null) return { container: body, index: body.length };
  let node: BodyNode = findBlock(doc, place.blockId);
  if (place.side === 'inside' && allowsChild(node.name, name)) return { container: node.element, index: node.element.length };
  while (node.parent !== null && !allowsChild(node.parent.name, name)) node = node.parent;
  const container = node.parent?.element ?? body;
  return { container, index: container.toArray().indexOf(node.element) + (place.side === 'before' ? 0 : 1) };
}

const idsIn = (node: BodyNode): string[] => [...(node.id === null ? [] : [node.id]), ...childElements(node).flatMap(idsIn)];

function assertFree(doc: Y.Doc, ids: readonly string[]): void {
  const { byId } = readBody(doc);
  const taken = ids.find((id) => byId.has(id));
  if (taken !== undefined) throw refuse('BLOCK_ID_TAKEN', 'Dieser Textabschnitt ist schon da.', { blockId: taken });
}

/** Writes one new block at a place. Throws BLOCK_NOT_FOUND (of the place), BLOCK_ID_TAKEN, FIELDS_INVALID and a title's refusals. */
export function insertBlock(doc: Y.Doc, spec: BlockSpec, place: BlockPlace): void {
  const prepared = prepareBlock(spec);
  const name = prepared.element.nodeName as ElementName;
  const { container, index } = spotOf(doc, name, place);
  assertFree(doc, [prepared.id]);
  doc.transact(() => {
    container.insert(index, [prepared.element]);
    writeValues(doc, prepared);
  });
}

/**
 * Puts a block with all that is in it to another place. Yjs knows no moving: the block is written anew with its ids and taken out where it
 * was. Nothing happens when the place is the block itself. Throws BLOCK_NOT_FOUND, also for a place inside of the block.
 */
export function moveBlock(doc: Y.Doc, blockId: string, place: BlockPlace): void {
  const node = findBlock(doc, blockId);
  if (place?.blockId === blockId) return;
  if (place !== null && idsIn(node).includes(place.blockId)) throw new BlockNotFound(place.blockId);
  const { container, index } = spotOf(doc, node.name, place);
  const home = node.parent?.element ?? bodyOf(doc);
  const old = home.toArray().indexOf(node.element);
  const isBehindItself = home === container && old < index;
  if (home === container && (index === old || index === old + 1)) return;
  const moved = createFromTree(toTree(node));
  doc.transact(() => {
    home.delete(old, 1);
    container.insert(isBehindItself ? index - 1 : index, [moved]);
  });
}

const textsOf = (node: TreeNode): string[] => (node.type === 'text' ? [node.text] : (node.content ?? []).flatMap(textsOf));

/** A tree from outside as the document model has it: unknown attributes and links that are not allowed are gone. Throws CONTENT_INVALID. */
function cleanTree(tree: unknown): Y.Doc {
  const scratch = new Y.Doc();
  try {
    const doc = documentSchema.nodeFromJSON({ type: 'doc', content: [tree] });
    doc.check();
    const [element] = (doc.toJSON() as { content: TreeElement[] }).content;
    if (element === undefined || !isElementName(element.type)) throw new Error('no block');
    textsOf(element).forEach(assertStorable);
    bodyOf(scratch).insert(0, [createFromTree(element)]);
  } catch {
    throw refuse('CONTENT_INVALID', 'Dieser Inhalt lässt sich nicht in den Text setzen.');
  }
  return scratch;
}

/**
 * Puts a block that was taken out back in, with its ids and marks: what hangs on the ids (values of a goal or measure) is there again.
 * @param tree ProseMirror JSON of one block, from whoever it comes
 * Throws CONTENT_INVALID, BLOCK_NOT_FOUND (of the place), BLOCK_ID_TAKEN when it is already back.
 */
export function reinsertBlock(doc: Y.Doc, tree: unknown, place: BlockPlace): void {
  const scratch = cleanTree(tree);
  const [element] = readTree(scratch).content;
  if (element === undefined) throw refuse('CONTENT_INVALID', 'Dieser Inhalt lässt sich nicht in den Text setzen.');
  const { container, index } = spotOf(doc, element.type, place);
  assertFree(doc, [...readBody(scratch).byId.keys()]);
  doc.transact(() => container.insert(index, [createFromTree(element)]));
}
