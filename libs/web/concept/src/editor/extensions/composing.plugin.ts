import type { Attrs } from '@tiptap/pm/model';
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { relativePositionToAbsolutePosition, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { HeldNews } from '../connection/held-news.js';
import { ComposedLetters, type Mending } from './composed-letters.js';
import { housingStep, kindOf } from './homeless-word.js';
import { bindingOf } from './own-cursor.js';

/** A place in a shared text, or between its paragraphs, as a place in the editor: behind what is before it. */
function placeOf({ doc, type, mapping }: ProsemirrorBinding, text: Y.XmlText | Y.XmlFragment, index: number): number | null {
  return relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromTypeIndex(text, index, -1), mapping);
}

/**
 * How far behind the word the cursor is, mostly not at all. Of equal letters beside each other nobody can tell which is the new one, so that
 * the word may be taken to lie a little further along than it was typed. Null when the cursor is elsewhere.
 */
function cursorBehind({ state }: EditorView, binding: ProsemirrorBinding, letters: ComposedLetters): number | null {
  const word = letters.range();
  const end = word && placeOf(binding, word.text, word.to);
  if (word === null || end === null) return null;
  const distance = state.selection.head - end;
  return Math.abs(distance) <= word.to - word.from ? distance : null;
}

/** Where the cursor was before: so far behind the word, and in what kind of paragraph. */
interface FormerCursor {
  readonly behind: number | null;
  readonly kind: Attrs | null;
}

/** The step that does it; null when there is nothing to do. */
function mendingStep({ state }: EditorView, binding: ProsemirrorBinding, { replacements, homeless }: Mending, { behind, kind }: FormerCursor): Transaction | null {
  if (homeless !== null) {
    const place = placeOf(binding, homeless.parent, homeless.index);
    return place === null ? state.tr.insertText(homeless.word) : housingStep(state, homeless.word, place, behind === null ? null : kind);
  }
  const ranges = replacements.flatMap(({ text, from, to, word }) => {
    const [start, end] = [placeOf(binding, text, from), placeOf(binding, text, to)];
    return start === null || end === null ? [] : [{ start, end, word }];
  });
  if (ranges.length === 0) return null;
  const { tr } = state;
  // From the end, so that the places of the others stay what they are.
  for (const { start, end, word } of [...ranges].sort((one, other) => other.start - one.start)) {
    if (word === '') tr.delete(start, end);
    else tr.insertText(word, start, end);
  }
  const last = ranges.at(-1);
  if (last === undefined || behind === null) return tr;
  const cursor = Math.min(Math.max(tr.mapping.map(last.end) + behind, 0), tr.doc.content.size);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(cursor)));
}

/**
 * Letters of an input method (accents, Japanese, the words a phone suggests) are finished before what others do in the same paragraph is drawn.
 * Where others have moved or removed it, the word is put where its paragraph is then; where that is gone, in one of its own.
 */
export function composingPlugin(news: HeldNews): Plugin {
  let letters: ComposedLetters | null = null;
  const begin = (view: EditorView): void => {
    const binding = bindingOf(view);
    if (!news.isHolding) letters = binding && new ComposedLetters(binding.doc, binding.type);
    news.hold();
  };
  return new Plugin({
    props: { handleDOMEvents: { compositionstart: begin, compositionupdate: () => news.hold(), compositionend: () => news.releaseSoon() } },
    view: (view) => {
      const stop = news.takeBy((take, updates) => {
        const binding = bindingOf(view);
        if (binding === null || letters === null) return take();
        const cursor = { behind: cursorBehind(view, binding, letters), kind: kindOf(view.state.selection.$head.parent) };
        const step = mendingStep(view, binding, letters.mendingAfter(take, updates), cursor);
        if (step) view.dispatch(step);
      }, (update) => letters?.isConcernedBy(update) ?? true);
      return {
        update: () => { if (news.isHolding) letters?.note(); },
        destroy: () => { news.release(); stop(); },
      };
    },
  });
}
