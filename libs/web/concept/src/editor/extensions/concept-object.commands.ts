import { Fragment } from '@tiptap/pm/model';
import type { ResolvedPos } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { newBlockId } from '@konzeptwerkstatt/document-model';
import { nodeType } from './schema-types.js';

/** Position right after the top-level node that holds the cursor. */
function afterTopLevel($position: ResolvedPos): number {
  return $position.depth === 0 ? $position.pos : $position.after(1);
}

/** Inserts an empty goal or measure after the current block and puts the cursor into its title. */
export function insertConceptObject(name: 'goal' | 'measure'): Command {
  return (state, dispatch) => {
    const { schema } = state;
    const block = () => nodeType(schema, 'block').create({ id: newBlockId() });
    const object = nodeType(schema, name).create({ id: newBlockId() }, Fragment.from([nodeType(schema, 'title').create(), block()]));
    const position = afterTopLevel(state.selection.$to);
    const tr = state.tr.insert(position, object);
    // A goal or measure at the very end would leave no place to go on writing.
    const end = position + object.nodeSize;
    if (end === tr.doc.content.size) tr.insert(end, block());
    tr.setSelection(TextSelection.create(tr.doc, position + 2));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Takes out the goal or measure with that id. */
export function removeConceptObject(blockId: string): Command {
  return (state, dispatch) => {
    let found: { from: number; to: number } | null = null;
    state.doc.forEach((node, offset) => {
      if (node.attrs['id'] === blockId) found = { from: offset, to: offset + node.nodeSize };
    });
    if (!found) return false;
    const { from, to } = found as { from: number; to: number };
    dispatch?.(state.tr.delete(from, to).scrollIntoView());
    return true;
  };
}
