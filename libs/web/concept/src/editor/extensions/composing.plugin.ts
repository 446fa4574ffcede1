import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { relativePositionToAbsolutePosition, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { HeldNews } from '../connection/held-news.js';
import { ComposedLetters, type Mending } from './composed-letters.js';
import { bindingOf } from './own-cursor.js';

/** A place in a shared text as a place in the editor: behind the letter before it. */
function placeOf({ doc, type, mapping }: ProsemirrorBinding, text: Y.XmlText, index: number): number | null {
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

/** The step that does it; null when there is nothing to do. @param behind where the cursor goes: so far behind the word */
function mendingStep({ state }: EditorView, binding: ProsemirrorBinding, { replacements, homeless }: Mending, behind: number | null): Transaction | null {
  if (homeless !== '') return state.tr.insertText(homeless);
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
 * Letters of an input method (accents, Japanese, the words a phone suggests) are finished before what others write meanwhile is drawn. Where
 * others have moved or removed what was composed in, the word is put where its paragraph is then; where that is gone, where the cursor is.
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
        const behind = cursorBehind(view, binding, letters);
        const step = mendingStep(view, binding, letters.mendingAfter(take, updates), behind);
        if (step) view.dispatch(step);
      });
      return {
        update: () => { if (news.isHolding) letters?.note(); },
        destroy: () => { news.release(); stop(); },
      };
    },
  });
}
