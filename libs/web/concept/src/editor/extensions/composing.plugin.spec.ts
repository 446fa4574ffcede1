import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { createDecoder } from 'lib0/decoding';
import { createEncoder, toUint8Array } from 'lib0/encoding';
import { readSyncMessage, writeUpdate } from 'y-protocols/sync';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { PlainView } from '../../../test/plain-view.js';
import { HeldNews } from '../connection/held-news.js';
import { composingPlugin } from './composing.plugin.js';
import { keptSelectionPlugin } from './kept-selection.plugin.js';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

type Shapes = readonly string[];
type Act = (state: EditorState, place: (words: string) => number) => Transaction;

/** Two people in one text; one composes, and what the other does reaches her as it would over the network. */
class Pair {
  readonly other: PlainView;
  readonly own: PlainView;
  private readonly news: HeldNews;
  private shape = '';

  constructor(blocks: Shapes, at: string) {
    const [doc, away] = [new Y.Doc(), new Y.Doc()];
    appendBlocks(doc, blocks.map((text) => ({ type: 'paragraph' as const, text })));
    Y.applyUpdate(away, Y.encodeStateAsUpdate(doc));
    const provider = {
      doc, messageHandlers: [(encoder: ReturnType<typeof createEncoder>, decoder: ReturnType<typeof createDecoder>) => { readSyncMessage(decoder, encoder, doc, 'others'); }],
    } as unknown as WebsocketProvider;
    this.news = new HeldNews(provider);
    this.own = new PlainView(doc, [keptSelectionPlugin(), composingPlugin(this.news)]);
    this.other = new PlainView(away);
    doc.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'others' && origin !== provider) Y.applyUpdate(away, update, 'network'); });
    away.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network') return;
      const message = createEncoder();
      writeUpdate(message, update);
      provider.messageHandlers[0]?.(createEncoder(), createDecoder(toUint8Array(message)), provider, true, 0);
    });
    this.own.dispatch(this.own.state.tr.setSelection(TextSelection.create(this.own.state.doc, this.own.placeOf(at) + at.length)));
  }

  compose(shapes: Shapes): void {
    for (const shape of shapes) {
      this.event('compositionupdate');
      const { head } = this.own.state.selection;
      this.own.dispatch(this.own.state.tr.insertText(shape, head - this.shape.length, head));
      this.shape = shape;
    }
  }

  event(name: string): void {
    for (const { props } of this.own.state.plugins) {
      const handlers = props.handleDOMEvents as Record<string, (view: EditorView, event: Event) => void> | undefined;
      handlers?.[name]?.(this.own as unknown as EditorView, { data: this.shape } as unknown as Event);
    }
  }

  act(act: Act): void {
    this.other.dispatch(act(this.other.state, (words) => this.other.placeOf(words)));
  }

  end(): void {
    this.event('compositionend');
    jest.advanceTimersByTime(50);
  }

  /** Her text, with a bar at the cursor; the other one's is the same without. */
  text(): string {
    const { head } = this.own.state.selection;
    expect(this.other.words()).toBe(this.own.words());
    return `${this.own.words(0, head)}|${this.own.words(head)}`;
  }
}

/** Letters are composed behind a word, and in the midst of it somebody else does something. */
function composed(blocks: Shapes, at: string, before: Shapes, act: Act, after: Shapes): string {
  const pair = new Pair(blocks, at);
  pair.event('compositionstart');
  pair.compose(before);
  pair.act(act);
  pair.compose(after);
  pair.end();
  return pair.text();
}

const split = (words: string): Act => ({ tr }, place) => tr.split(place(words));
const joinAbove = (words: string): Act => ({ tr, doc }, place) => tr.join(doc.resolve(place(words)).before());
const remove = (words: string): Act => ({ tr }, place) => tr.delete(place(words), place(words) + words.length);
const removeBlock = (words: string): Act => ({ tr, doc }, place) => tr.delete(doc.resolve(place(words)).before(), doc.resolve(place(words)).after());
const moveUp = (words: string): Act => ({ tr, doc }, place) => {
  const at = doc.resolve(place(words));
  return tr.delete(at.before(), at.after()).insert(0, at.parent);
};
const embolden = (words: string): Act => ({ tr, schema }, place) => tr.addMark(place(words), place(words) + words.length, schema.mark('bold'));
const copyUp = (words: string): Act => ({ tr, doc }, place) => tr.insert(0, doc.resolve(place(words)).parent);
const cutAndPaste = (words: string): Act => ({ tr }, place) => tr.delete(place(words), place(words) + words.length).insertText(words, 2);

const blocks = ['Anfang.', 'Eins zwei (drei).'];
const [latin, japanese] = [{ before: ['d', 'do'], after: ['doc', 'doch'] }, { before: ['に', 'にほ'], after: ['にほん', '日本'] }] as const;

describe('a composed word stands whole and once, and its cursor behind it, when somebody else', () => {
  it.each<[string, string, Act, string]>([
    ['splits the paragraph before it', 'zwei ', split('zwei'), 'Anfang./Eins /zwei W|(drei).'],
    ['splits it right before it', 'zwei', ({ tr }, place) => tr.split(place('zwei') + 4), 'Anfang./Eins zwei/W| (drei).'],
    ['splits it right behind it', 'zwei', split(' (drei'), 'Anfang./Eins zweiW|/ (drei).'],
    ['splits it behind', 'Eins', split('zwei'), 'Anfang./EinsW| /zwei (drei).'],
    ['splits it before a word at the end', 'drei).', split('zwei'), 'Anfang./Eins /zwei (drei).W|'],
    ['joins the paragraph to the one above', 'zwei ', joinAbove('Eins'), 'Anfang.Eins zwei W|(drei).'],
    ['joins the one below to it', 'Anfang', joinAbove('Eins'), 'AnfangW|.Eins zwei (drei).'],
    ['moves the paragraph', 'zwei ', moveUp('Eins'), 'Eins zwei W|(drei)./Anfang.'],
    ['removes words before it', 'zwei ', remove('zwei '), 'Anfang./Eins W|(drei).'],
    ['makes the paragraph bold', 'zwei ', embolden('Eins zwei '), 'Anfang./Eins zwei W|(drei).'],
    ['removes the paragraph', 'zwei ', removeBlock('Eins'), 'Anfang./W|'],
    ['removes the first paragraph', 'Anfang', removeBlock('Anfang'), 'W|/Eins zwei (drei).'],
  ])('%s', (_what, at, act, expected) => {
    for (const { before, after } of [latin, japanese]) expect(composed(blocks, at, before, act, after)).toBe(expected.replace('W', after.at(-1)!));
  });

  it.each<[string, Act, string]>([
    ['splits it in the midst', split('o(drei'), 'Anfang./Eins zwei /doch|(drei).'],
    ['removes its first letters', remove('zwei do'), 'Anfang./Eins doch|(drei).'],
    ['cuts it out with what stands around and puts it in elsewhere', cutAndPaste('zwei do(drei'), 'Azwei doch|(dreinfang./Eins ).'],
    ['copies the paragraph', copyUp('Eins'), 'Eins zwei do(drei)./Anfang./Eins zwei doch|(drei).'],
  ])('%s', (_what, act, expected) => {
    expect(composed(blocks, 'zwei ', latin.before, act, latin.after)).toBe(expected);
  });

  it('moves the paragraph before a letter of it has come', () => {
    expect(composed(blocks, 'zwei ', [], moveUp('Eins'), latin.after)).toBe('Eins zwei doch|(drei)./Anfang.');
  });

  it('splits the paragraph before it, and its letters are the same as those around', () => {
    expect(composed(['Anfang.', 'oh do(doch)'], 'do', ['(', '(d'], split('do'), ['(doc', '(doch)'])).toBe('Anfang./oh /do(doch)|(doch)');
  });

  it('moves the paragraph of which it is all', () => {
    expect(composed(['Anfang.', 'x'], 'x', ['y'], moveUp('xy'), ['yz'])).toBe('xyz|/Anfang.');
  });
});

describe('a word whose paragraph somebody else removes stands in one of its own', () => {
  const makeItem: Act = ({ tr, doc }, place) => tr.setNodeMarkup(doc.resolve(place('Eins')).before(), undefined, { kind: 'bulletItem', indent: 1 });
  const three = ['Anfang.', 'Eins zwei (drei).', 'Ende und noch etwas mehr.'];

  it('between those it stood between, and so do the letters that come next', () => {
    expect(composed(three, 'zwei ', latin.before, removeBlock('Eins'), latin.after)).toBe('Anfang./doch|/Ende und noch etwas mehr.');
  });

  it('also when those beside it are removed with it', () => {
    const removeTwo: Act = ({ tr, doc }, place) => tr.delete(doc.resolve(place('Anfang')).before(), doc.resolve(place('Eins')).after());
    expect(composed(three, 'zwei ', latin.before, removeTwo, latin.after)).toBe('doch|/Ende und noch etwas mehr.');
  });

  it('of the kind it was', () => {
    const pair = new Pair(three, 'zwei ');
    pair.act(makeItem);
    pair.event('compositionstart');
    pair.compose(latin.before);
    pair.act(removeBlock('Eins'));
    pair.end();
    expect(pair.text()).toBe('Anfang./do|/Ende und noch etwas mehr.');
    expect(pair.own.state.selection.$head.parent.attrs).toMatchObject({ kind: 'bulletItem', indent: 1 });
  });

  it('and in its own when only all the words of that are removed', () => {
    expect(composed(three, 'zwei ', latin.before, remove('Eins zwei do(drei).'), latin.after)).toBe('Anfang./doch|/Ende und noch etwas mehr.');
  });
});

describe('while letters are composed', () => {
  function meanwhile(...acts: readonly Act[]): Pair {
    const pair = new Pair(['Anfang.', 'Eins zwei (drei).', 'Ende.'], 'zwei ');
    pair.event('compositionstart');
    pair.compose(latin.before);
    acts.forEach((act) => pair.act(act));
    return pair;
  }
  const write = (words: string, behind: string): Act => ({ tr }, place) => tr.insertText(words, place(behind) + behind.length);

  it('what others do in other paragraphs is there at once, what they do in the same one when they are finished', () => {
    const pair = meanwhile(write(' Gut.', 'Anfang.'), ({ tr, doc, schema }) => tr.insert(doc.content.size, schema.node('block', null, schema.text('Neu.'))));
    expect(pair.text()).toBe('Anfang. Gut./Eins zwei do|(drei)./Ende./Neu.');
    pair.act(write(' und', '(drei'));
    expect(pair.own.words()).not.toContain('und');
    pair.compose(latin.after);
    pair.end();
    expect(pair.text()).toBe('Anfang. Gut./Eins zwei doch|(drei und)./Ende./Neu.');
  });

  it('a pause in the midst of a word leaves it whole', () => {
    const pair = meanwhile(remove('Eins '));
    jest.advanceTimersByTime(14_000);
    expect(pair.own.words()).toContain('Eins zwei do(drei)');
    pair.compose(latin.after);
    pair.end();
    expect(pair.text()).toBe('Anfang./zwei doch|(drei)./Ende.');
  });

  it('a paragraph that is copied first and then removed takes the word along', () => {
    const pair = meanwhile(({ tr }, place) => tr.insertText('Eins zwei do(drei). ', place('Ende')), removeBlock('Eins'));
    pair.compose(latin.after);
    pair.end();
    expect(pair.text()).toBe('Anfang./Eins zwei doch|(drei). Ende.');
  });
});

it('letters that were thrown away are gone from where somebody else took them', () => {
  expect(composed(blocks, 'zwei ', latin.before, split('zwei'), [''])).toBe('Anfang./Eins /zwei |(drei).');
});

it('what somebody else does is in the text a quarter of a minute after the last letter, with the word in its place', () => {
  const pair = new Pair(blocks, 'zwei ');
  pair.event('compositionstart');
  pair.compose(latin.before);
  pair.act(split('zwei'));
  pair.compose(latin.after);
  jest.advanceTimersByTime(15_100);
  expect(pair.text()).toBe('Anfang./Eins /zwei doch|(drei).');
});
