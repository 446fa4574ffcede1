import { EditorState, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bodyOf, documentSchema } from '@konzeptwerkstatt/document-model';
import { sharedTextPlugin } from '../src/editor/extensions/shared-text.plugin.js';

/** An editor without a screen, bound to a shared text: as much of a view as plugins need. */
export class PlainView {
  state: EditorState;
  private readonly views: PluginView[] = [];

  /** @param plugins beside the one that binds it */
  constructor(doc: Y.Doc, plugins: readonly Plugin[] = []) {
    const { doc: shown, mapping } = initProseMirrorDoc(bodyOf(doc), documentSchema);
    this.state = EditorState.create({ doc: shown, plugins: [ySyncPlugin(bodyOf(doc), { mapping }), ...plugins] });
    this.open();
  }

  /** One that is empty at first and then shows the text, as in a browser. */
  static opening(doc: Y.Doc, plugins: readonly Plugin[] = []): PlainView {
    const view = new PlainView(new Y.Doc());
    view.views.splice(0);
    view.state = EditorState.create({ schema: documentSchema, plugins: [sharedTextPlugin(bodyOf(doc)), ...plugins] });
    view.open();
    return view;
  }

  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = before.apply(transaction);
    for (const view of this.views) view.update?.(this as unknown as EditorView, before);
  }

  private open(): void {
    for (const { spec } of this.state.plugins) {
      const view = spec.view?.(this as unknown as EditorView);
      if (view) this.views.push(view);
    }
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
