import { describe, expect, it } from '@jest/globals';
import { EditorState, TextSelection, type PluginView, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { appendBlocks, bodyOf, documentSchema, removeBlock } from '@konzeptwerkstatt/document-model';
import { keptSelectionPlugin } from './kept-selection.plugin.js';

/** As much of a view as the plugins need. */
class PlainView {
  state: EditorState;
  private views: PluginView[] = [];

  constructor(doc: Y.Doc) {
    const { doc: shown, mapping } = initProseMirrorDoc(bodyOf(doc), documentSchema);
    this.state = EditorState.create({ doc: shown, plugins: [ySyncPlugin(bodyOf(doc), { mapping }), keptSelectionPlugin()] });
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
}

const blockOf = (doc: Y.Doc, index: number): Y.XmlElement => bodyOf(doc).get(index) as Y.XmlElement;
const textOf = (doc: Y.Doc, block: number): Y.XmlText => blockOf(doc, block).get(0) as Y.XmlText;

/** Selects from after one word to after another and lets somebody else write. @returns the text then, with bars where the selection begins and ends */
function selectedAfter(words: readonly [string, string], write: (other: Y.Doc, blocks: readonly string[]) => void): string {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  const blocks = appendBlocks(doc, ['Eins zwei drei.', 'Vier fünf sechs.'].map((text) => ({ type: 'paragraph' as const, text })));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const view = new PlainView(doc);
  const after = (word: string): number => {
    let place = 0;
    view.state.doc.descendants((node, at) => { if (node.isText && node.text?.includes(word)) place = at + node.text.indexOf(word) + word.length; });
    return place;
  };
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, after(words[0]), after(words[1]))));
  write(other, blocks);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const { from, to } = view.state.selection;
  const textBetween = (start: number, end: number): string => view.state.doc.textBetween(start, end, '/');
  return [textBetween(0, from), textBetween(from, to), textBetween(to, view.state.doc.content.size)].join('|');
}

describe('the cursor, when somebody else', () => {
  it.each<[string, readonly [string, string], (other: Y.Doc, blocks: readonly string[]) => void, string]>([
    ['writes before it', ['zwei', 'zwei'], (other) => textOf(other, 0).insert(0, 'Null '), 'Null Eins zwei|| drei./Vier fünf sechs.'],
    ['writes behind it', ['zwei', 'zwei'], (other) => textOf(other, 0).insert(9, '!'), 'Eins zwei||! drei./Vier fünf sechs.'],
    ['takes its letter away', ['zwei', 'zwei'], (other) => textOf(other, 0).delete(5, 4), 'Eins || drei./Vier fünf sechs.'],
    ['takes away all that stands before it in the first paragraph', ['zwei', 'zwei'], (other) => textOf(other, 0).delete(0, 10), '||drei./Vier fünf sechs.'],
    ['takes away all that stands before it in another', ['fünf', 'fünf'], (other) => textOf(other, 1).delete(0, 10), 'Eins zwei drei./||sechs.'],
    ['writes within what is selected', ['Eins', 'fünf'], (other) => { textOf(other, 0).insert(5, 'und '); textOf(other, 1).insert(0, 'Dann '); }, 'Eins| und zwei drei./Dann Vier fünf| sechs.'],
    ['takes away a paragraph above it', ['fünf', 'fünf'], (other, [first]) => removeBlock(other, first!), 'Vier fünf|| sechs.'],
    ['moves its paragraph', ['fünf', 'fünf'], (other) => { const moved = blockOf(other, 1).clone(); bodyOf(other).delete(1, 1); bodyOf(other).insert(0, [moved]); }, 'Vier fünf|| sechs./Eins zwei drei.'],
  ])('%s, stays at its letter', (_what, words, write, expected) => {
    expect(selectedAfter(words, write)).toBe(expected);
  });
});
