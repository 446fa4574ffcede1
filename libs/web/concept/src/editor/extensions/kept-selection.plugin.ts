import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { getRelativeSelection, ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bindingOf } from './own-cursor.js';

type Place = ReturnType<typeof getRelativeSelection>;

/** Where a place is now; null when the text it lies in is gone. */
function found(place: unknown, { doc }: ProsemirrorBinding): Y.AbsolutePosition | null {
  const now = place === null ? null : Y.createAbsolutePositionFromRelativePosition(place as Y.RelativePosition, doc);
  return now?.type._item?.deleted === true ? null : now;
}

/** A place at whose text nothing stands before it any more is its beginning: reached from a letter, the library takes that of the first text for an error. */
function beginningOr(place: unknown, binding: ProsemirrorBinding): unknown {
  const now = found(place, binding);
  return now?.type instanceof Y.XmlText && now.index === 0 ? Y.createRelativePositionFromTypeIndex(now.type, 0, -1) : place;
}

/** A place that is guessed at from the old offset only when the text it lies in is gone by the time it is looked up. */
function guessedOnlyWhenGone(place: Place, binding: ProsemirrorBinding): Place {
  const looked = (get: () => unknown): PropertyDescriptor => ({ enumerable: true, get });
  const { anchor, head, absAnchor, absHead } = place as Record<keyof Place, unknown>;
  return Object.defineProperties({ ...place }, {
    anchor: looked(() => beginningOr(anchor, binding)),
    head: looked(() => beginningOr(head, binding)),
    absAnchor: looked(() => (found(anchor, binding) === null ? absAnchor : undefined)),
    absHead: looked(() => (found(head, binding) === null ? absHead : undefined)),
  });
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
