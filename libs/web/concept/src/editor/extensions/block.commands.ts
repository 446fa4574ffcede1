import type { Command } from '@tiptap/pm/state';
import type { BlockKind } from '@konzeptwerkstatt/document-model';
import { isListItem, MAX_INDENT, newBlockId, toBlockKind, toIndent } from '@konzeptwerkstatt/document-model';

/** Sets the kind of every selected block. The block stays the same node, so nothing that others type in it is lost. */
export function setBlockKind(kind: BlockKind): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    state.doc.nodesBetween(state.selection.from, state.selection.to, (node, position) => {
      if (node.type.name !== 'block' || node.attrs['kind'] === kind) return;
      tr.setNodeAttribute(position, 'kind', kind);
      if (!isListItem(kind)) tr.setNodeAttribute(position, 'indent', 0);
    });
    if (tr.steps.length === 0) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The kind of the block at the cursor, or null outside of blocks (title of a measure). */
export function currentBlockKind(state: Parameters<Command>[0]): BlockKind | null {
  const { parent } = state.selection.$from;
  return parent.type.name === 'block' ? toBlockKind(parent.attrs['kind']) : null;
}

/** Indents (1) or outdents (-1) the selected list items by one level. */
export function changeIndent(by: 1 | -1): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    state.doc.nodesBetween(state.selection.from, state.selection.to, (node, position) => {
      if (node.type.name !== 'block' || !isListItem(toBlockKind(node.attrs['kind']))) return;
      const indent = Math.min(Math.max(toIndent(node.attrs['indent']) + by, 0), MAX_INDENT);
      if (indent !== node.attrs['indent']) tr.setNodeAttribute(position, 'indent', indent);
    });
    if (tr.steps.length === 0) return false;
    dispatch?.(tr);
    return true;
  };
}

/** Enter in an empty list item ends the list (or goes one level up); elsewhere the list goes on by a plain split. */
export const leaveEmptyItem: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'block' || $from.parent.content.size > 0) return false;
  if (!isListItem(toBlockKind($from.parent.attrs['kind']))) return false;
  return toIndent($from.parent.attrs['indent']) > 0 ? changeIndent(-1)(state, dispatch, view) : setBlockKind('paragraph')(state, dispatch, view);
};

/** Enter: splits the block; after a heading or quote the next block is a paragraph. The new block has an id of its own at once. */
export const splitBlock: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.parent.type.name !== 'block' || !$from.sameParent($to)) return false;
  const kind = toBlockKind($from.parent.attrs['kind']);
  const isAtEnd = $to.parentOffset === $to.parent.content.size;
  const nextKind: BlockKind = isAtEnd && !isListItem(kind) ? 'paragraph' : kind;
  const tr = state.tr.deleteSelection();
  tr.split(tr.selection.from, 1, [{ type: $from.parent.type, attrs: { ...$from.parent.attrs, kind: nextKind, id: newBlockId() } }]);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Backspace at the beginning of a list item, heading or quote first makes it plain. */
export const makePlain: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'block') return false;
  if (toIndent($from.parent.attrs['indent']) > 0) return changeIndent(-1)(state, dispatch, view);
  return toBlockKind($from.parent.attrs['kind']) === 'paragraph' ? false : setBlockKind('paragraph')(state, dispatch, view);
};
