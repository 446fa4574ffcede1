import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { ShownPassage } from './author-index.js';
import type { ShownAuthor } from './shown-author.js';

/** What is painted: passages and their authors, one of them put forward; null: nothing. */
export interface ShownAuthorship {
  readonly passages: readonly ShownPassage[];
  readonly authors: readonly ShownAuthor[];
  readonly marked: string | null;
}

const key = new PluginKey<DecorationSet>('authorship');

/** The name in front of a passage: read aloud with the text, and seen without colours. */
function nameAt(author: ShownAuthor): () => HTMLElement {
  return () => {
    const label = document.createElement('span');
    label.className = `kw-author-name ${author.look}`;
    label.contentEditable = 'false';
    const name = document.createElement('bdi');
    name.textContent = author.shortName;
    label.append(name);
    return label;
  };
}

function paint({ doc }: EditorState, { passages, authors, marked }: ShownAuthorship): DecorationSet {
  const byKey = new Map(authors.map((author) => [author.key, author]));
  let last: ShownPassage | null = null;
  const decorations: Decoration[] = [];
  for (const passage of passages) {
    const author = byKey.get(passage.key);
    if (author === undefined) continue;
    const isMarked = passage.key === marked;
    decorations.push(Decoration.inline(passage.from, passage.to, { class: `kw-author ${author.look}${isMarked ? ' kw-author--marked' : ''}`, 'data-author': author.shortName }));
    if (last?.key !== passage.key) decorations.push(Decoration.widget(passage.from, nameAt(author), { side: -1, key: `${passage.key}/${author.look}`, ignoreSelection: true }));
    last = passage;
  }
  return DecorationSet.create(doc, decorations);
}

/** Shows who wrote which passage; what is shown comes by `showAuthorship`. */
export const authorshipExtension = Extension.create({
  name: 'authorship',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, painted, _before, state) => {
          const shown = tr.getMeta(key) as ShownAuthorship | null | undefined;
          if (shown === undefined) return painted.map(tr.mapping, tr.doc);
          return shown === null ? DecorationSet.empty : paint(state, shown);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Paints anew, or with null nothing. Changes neither text nor history. */
export function showAuthorship(view: EditorView, shown: ShownAuthorship | null): void {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, shown).setMeta('addToHistory', false));
}
