import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { getRelativeSelection, ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bindingOf } from './own-cursor.js';

type Place = ReturnType<typeof getRelativeSelection>;

/** Whether the text a place lies in is still there. */
function isThere(place: unknown, { doc }: ProsemirrorBinding): boolean {
  const found = place === null ? null : Y.createAbsolutePositionFromRelativePosition(place as Y.RelativePosition, doc);
  return found !== null && found.type._item?.deleted !== true;
}

/** A place that is guessed at from the old offset only when the text it lies in is gone by the time it is looked up. */
function guessedOnlyWhenGone(place: Place, binding: ProsemirrorBinding): Place {
  const { absAnchor, absHead } = place;
  const unlessThere = (relative: unknown, offset: number): PropertyDescriptor => ({ enumerable: true, get: () => (isThere(relative, binding) ? undefined : offset) });
  return Object.defineProperties({ ...place }, { absAnchor: unlessThere(place.anchor, absAnchor), absHead: unlessThere(place.head, absHead) });
}

/**
 * Keeps one's cursor at its letter while others write in the same paragraph, and when steps are taken back. The library takes every
 * change of the paragraph's words for a block that was moved, and puts the cursor back to its old offset, into somebody's words.
 * Stands after the library's plugin, and hears of each transaction after it.
 */
export function keptSelectionPlugin(): Plugin {
  return new Plugin({
    view: (view: EditorView) => {
      const doc = bindingOf(view)?.doc;
      const trustPlace = (): void => {
        const binding = bindingOf(view);
        const place = binding?.beforeTransactionSelection as Place | null | undefined;
        if (binding && place) binding.beforeTransactionSelection = guessedOnlyWhenGone(place, binding);
      };
      doc?.on('beforeAllTransactions', trustPlace);
      return { destroy: () => doc?.off('beforeAllTransactions', trustPlace) };
    },
  });
}
