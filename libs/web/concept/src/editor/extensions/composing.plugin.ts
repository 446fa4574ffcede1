import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { HeldNews } from '../connection/held-news.js';
import { bindingOf } from './own-cursor.js';

/** The shared text in which the cursor stands; null where it stands in none. */
function textAtCursor(view: EditorView): Y.AbstractType<unknown> | null {
  const binding = bindingOf(view);
  if (binding === null) return null;
  const place = absolutePositionToRelativePosition(view.state.selection.head, binding.type, binding.mapping) as Y.RelativePosition;
  return Y.createAbsolutePositionFromRelativePosition(place, binding.doc)?.type ?? null;
}

/** Takes what others wrote; a word whose paragraph is gone with it is put where the cursor is then, as the next letter would be. */
function takeAndKeep(view: EditorView, word: string, take: () => void): void {
  const text = textAtCursor(view);
  take();
  if (word !== '' && text?._item?.deleted === true) view.dispatch(view.state.tr.insertText(word));
}

/** Letters of an input method (accents, Japanese, the words a phone suggests) are finished before what others write meanwhile is drawn. */
export function composingPlugin(news: HeldNews): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: () => news.hold(),
        compositionend: (view, { data }) => news.releaseSoon((take) => takeAndKeep(view, data, take)),
      },
    },
    view: () => ({ destroy: news.release }),
  });
}
