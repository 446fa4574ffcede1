import { EditorState, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { bodyOf, documentSchema } from '@konzeptwerkstatt/document-model';

/** An editor without a screen, bound to a shared text: as much of a view as plugins need. */
export class PlainView {
  state: EditorState;
  private readonly views: PluginView[];

  /** @param plugins beside the one that binds it */
  constructor(doc: Y.Doc, plugins: readonly Plugin[] = []) {
    const { doc: shown, mapping } = initProseMirrorDoc(bodyOf(doc), documentSchema);
    this.state = EditorState.create({ doc: shown, plugins: [ySyncPlugin(bodyOf(doc), { mapping }), ...plugins] });
    this.views = this.state.plugins.flatMap(({ spec }) => spec.view?.(this as unknown as EditorView) ?? []);
  }

  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = before.apply(transaction);
    for (const view of this.views) view.update?.(this as unknown as EditorView, before);
  }

  hasFocus(): boolean {
    return false;
  }

  /** Where in the text these words begin. */
  placeOf(words: string): number {
    let place = -1;
    this.state.doc.descendants((node, at) => { if (place < 0 && node.isText && node.text?.includes(words)) place = at + node.text.indexOf(words); });
    return place;
  }

  /** All words, with a stroke between blocks. */
  words(from = 0, to = this.state.doc.content.size): string {
    return this.state.doc.textBetween(from, to, '/');
  }
}
