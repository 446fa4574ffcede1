import { describe, expect, it } from '@jest/globals';
import { TextSelection } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { appendBlocks, bodyOf, removeBlock } from '@konzeptwerkstatt/document-model';
import { PlainView } from '../../../test/plain-view.js';
import { keptSelectionPlugin } from './kept-selection.plugin.js';

const blockOf = (doc: Y.Doc, index: number): Y.XmlElement => bodyOf(doc).get(index) as Y.XmlElement;
const textOf = (doc: Y.Doc, block: number): Y.XmlText => blockOf(doc, block).get(0) as Y.XmlText;

/** Selects from after one word to after another and lets somebody else write. @returns the text then, with bars where the selection begins and ends */
function selectedAfter(words: readonly [string, string], write: (other: Y.Doc, blocks: readonly string[]) => void): string {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  const blocks = appendBlocks(doc, ['Eins zwei drei.', 'Vier fünf sechs.'].map((text) => ({ type: 'paragraph' as const, text })));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const view = new PlainView(doc, [keptSelectionPlugin()]);
  const after = (word: string): number => view.placeOf(word) + word.length;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, after(words[0]), after(words[1]))));
  write(other, blocks);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const { from, to } = view.state.selection;
  return [view.words(0, from), view.words(from, to), view.words(to)].join('|');
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
