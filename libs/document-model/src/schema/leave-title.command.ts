import { TextSelection } from 'prosemirror-state';
import type { Command } from 'prosemirror-state';
import { newBlockId } from './block-id.policy.js';

/**
 * Enter in a title: what stands behind the cursor becomes the first paragraph of the description, instead of a second
 * title; with nothing behind it the cursor only goes on to the description that is there. False (and nothing done)
 * outside of titles.
 */
export const leaveTitle: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection;
  if ($from.parent.type.name !== 'title' || !$from.sameParent($to)) return false;
  if (dispatch === undefined) return true;
  const rest = $from.parent.content.cut($to.parentOffset);
  const next = state.doc.nodeAt($from.after());
  if (rest.size === 0 && from === to && next?.type.name === 'block') {
    dispatch(state.tr.setSelection(TextSelection.create(state.doc, $from.after() + 1)).scrollIntoView());
    return true;
  }
  const block = state.schema.node('block', { id: newBlockId() }, rest);
  const tr = state.tr.delete(from, to + rest.size);
  const behind = tr.mapping.map($from.after());
  tr.insert(behind, block).setSelection(TextSelection.create(tr.doc, behind + 1));
  dispatch(tr.scrollIntoView());
  return true;
};
