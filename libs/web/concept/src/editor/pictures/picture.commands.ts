import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import type { Command, Transaction } from '@tiptap/pm/state';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { allowedNames, newBlockId, toPictureText } from '@konzeptwerkstatt/document-model';
import type { PictureAttributes } from '@konzeptwerkstatt/document-model';
import { nodeType } from '../extensions/schema-types.js';

/** Right behind the innermost block around the cursor beside which a picture may stand: out of a table, but not out of a goal or measure. */
function placeForPicture($position: ResolvedPos): number {
  for (let depth = $position.depth; depth > 0; depth -= 1) {
    const parent = $position.node(depth - 1);
    if (allowedNames.allowsChild(depth === 1 ? null : parent.type.name, 'picture')) return $position.after(depth);
  }
  return $position.pos;
}

const newBlock = (of: ProseMirrorNode): ProseMirrorNode => nodeType(of.type.schema, 'block').create({ id: newBlockId() });

/** Puts the cursor into the block at `position`, behind a picture; makes one when there is none. */
function writeBehind(tr: Transaction, position: number): Transaction {
  if (tr.doc.nodeAt(position)?.isTextblock !== true) tr.insert(position, newBlock(tr.doc));
  return tr.setSelection(TextSelection.create(tr.doc, position + 1)).scrollIntoView();
}

/** Inserts a picture behind the current block; the cursor goes on behind it. */
export function insertPicture({ fileId, alt, caption, decorative }: PictureAttributes): Command {
  return (state, dispatch) => {
    const position = placeForPicture(state.selection.$to);
    const attributes = { id: newBlockId(), fileId, alt: toPictureText(alt), caption: toPictureText(caption), decorative };
    const picture = nodeType(state.schema, 'picture').create(attributes);
    dispatch?.(writeBehind(state.tr.insert(position, picture), position + picture.nodeSize));
    return true;
  };
}

/** With a picture selected, Enter goes on writing behind it. */
export const writeBehindPicture: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'picture') return false;
  const tr = state.tr.insert(selection.to, newBlock(state.doc));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, selection.to + 1)).scrollIntoView());
  return true;
};

/** Changes what is said of the picture at `position`. Each attribute by itself: somebody else may be changing another one. */
export function describePicture(position: number, texts: Pick<PictureAttributes, 'alt' | 'caption' | 'decorative'>): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (node?.type.name !== 'picture') return false;
    const wanted = { alt: toPictureText(texts.alt), caption: toPictureText(texts.caption), decorative: texts.decorative };
    const { tr } = state;
    for (const [key, value] of Object.entries(wanted)) if (node.attrs[key] !== value) tr.setNodeAttribute(position, key, value);
    dispatch?.(tr);
    return true;
  };
}
