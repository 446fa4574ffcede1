import type { Attrs, Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import type { Command, Transaction } from '@tiptap/pm/state';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { allowedNames, newBlockId } from '@konzeptwerkstatt/document-model';
import { nodeType } from './schema-types.js';

/** What stands between the blocks and holds nothing. */
export type AtomName = 'picture' | 'indicator';

/** Right behind the innermost block around the cursor beside which it may stand: out of a table, but not out of a goal or measure. */
function placeFor(name: AtomName, $position: ResolvedPos): number {
  for (let depth = $position.depth; depth > 0; depth -= 1) {
    const parent = $position.node(depth - 1);
    if (allowedNames.allowsChild(depth === 1 ? null : parent.type.name, name)) return $position.after(depth);
  }
  return $position.pos;
}

const newBlock = (of: ProseMirrorNode): ProseMirrorNode => nodeType(of.type.schema, 'block').create({ id: newBlockId() });

/** Puts the cursor into the block at `position`; makes one when there is none. */
function writeAt(tr: Transaction, position: number): Transaction {
  if (tr.doc.nodeAt(position)?.isTextblock !== true) tr.insert(position, newBlock(tr.doc));
  return tr.setSelection(TextSelection.create(tr.doc, position + 1)).scrollIntoView();
}

/** Inserts a picture or an indicator behind the current block; the cursor goes on behind it. @param attributes without the id of the block */
export function insertAtom(name: AtomName, attributes: Attrs): Command {
  return (state, dispatch) => {
    const position = placeFor(name, state.selection.$to);
    const atom = nodeType(state.schema, name).create({ id: newBlockId(), ...attributes });
    dispatch?.(writeAt(state.tr.insert(position, atom), position + atom.nodeSize));
    return true;
  };
}

/** With a picture or an indicator selected, Enter goes on writing behind it. */
export const writeBehindAtom: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || (selection.node.type.name !== 'picture' && selection.node.type.name !== 'indicator')) return false;
  const tr = state.tr.insert(selection.to, newBlock(state.doc));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, selection.to + 1)).scrollIntoView());
  return true;
};
