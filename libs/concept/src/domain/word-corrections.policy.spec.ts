import { describe, expect, it } from '@jest/globals';
import { hashOfWords, readWordBlocks, wordBlocksProperties, wordMarkName } from '@konzeptwerkstatt/document-model';
import type { ContentBlock, WordMarkKind } from '@konzeptwerkstatt/document-model';
import type { MarkedParagraph } from '../word/word-corrections.js';
import { compareWordCorrections, wordsOfDifference } from './word-corrections.policy.js';

const uuid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-00000000000${digit}`;
const section = uuid(9);
const block = (digit: number, text: string, more: Partial<ContentBlock> = {}): ContentBlock => ({ id: uuid(digit), kind: 'paragraph', indent: 0, parentId: null, text, ...more });
/** A paragraph that went out as `before` and came back as `words`. */
const came = (digit: number, before: string, words = before, kind: WordMarkKind = 'block'): MarkedParagraph => ({ mark: { kind, id: uuid(digit), hash: hashOfWords(before) }, words, isListItem: false });
const added = (words: string, isListItem = false): MarkedParagraph => ({ mark: null, words, isListItem });
const heading = came(9, 'Sprache', 'Sprache', 'section');

function compare(blocks: readonly ContentBlock[], paragraphs: readonly MarkedParagraph[], sentOut: readonly ContentBlock[] | null = []): unknown[] {
  const names = (sentOut ?? []).map(({ id, text }) => wordMarkName('block', id, text) ?? '');
  const sent = sentOut === null ? null : readWordBlocks(wordBlocksProperties(names).slice(1).map(({ value }) => value));
  return compareWordCorrections({ paragraphs: [heading, ...paragraphs], sent, notes: {} }, [{ sectionId: section, title: 'Sprache', blocks }])
    .map(({ kind, key, blockKind, liveText, fileText, place, mayAccept }) => ({ kind, key, blockKind, liveText, fileText, place, mayAccept }));
}

describe('a Word document that comes back', () => {
  it('brings nothing where its words are those that went out, whatever happened here meanwhile', () => {
    expect(compare([block(1, 'Neu von hier'), block(2, ' Gleich ')], [came(1, 'Alt'), came(2, 'Gleich')])).toEqual([]);
  });

  it('brings other words, and says where they were changed here, too', () => {
    expect(compare([block(1, 'Alt'), block(2, 'Von hier'), block(3, 'Beide')], [came(1, 'Alt', 'Neu'), came(2, 'Früher', 'Von dort'), came(3, 'Früher', 'Beide')])).toMatchObject([
      { kind: 'corrected', key: uuid(1), liveText: 'Alt', fileText: 'Neu', mayAccept: true }, { kind: 'conflict', key: uuid(2), liveText: 'Von hier', fileText: 'Von dort' },
    ]);
  });

  it('tells what was taken out from what never went out, and takes no goal or measure out', () => {
    const [gone, changed, later, goal, emptied] = [block(1, 'Weg'), block(2, 'Inzwischen anders'), block(3, 'Kam danach'), block(4, 'Ziel', { kind: 'goal' }), block(5, 'Leer')];
    const sent = [gone, block(2, 'Wie gesandt'), goal, emptied];
    expect(compare([gone, changed, later, goal, emptied], [came(5, 'Leer', '')], sent)).toMatchObject([
      { kind: 'removed', key: uuid(5), mayAccept: true }, { kind: 'removed', key: uuid(1), fileText: '', mayAccept: true }, { kind: 'conflict', key: uuid(2), liveText: 'Inzwischen anders' }, { kind: 'removed', key: uuid(4), mayAccept: false },
    ]);
    expect(compare([gone], [], null)).toEqual([]);
  });

  it('puts new words behind the last known ones, into the goal, or behind it when its values came before', () => {
    const blocks = [block(1, 'Eins'), block(2, 'Punkt', { kind: 'bulletItem' }), block(3, 'Ziel', { kind: 'goal' }), block(4, 'Darin', { parentId: uuid(3) }), block(5, 'Ohne Text', { kind: 'measure' })];
    const value = came(7, 'Stand: läuft', 'Stand: läuft', 'added');
    expect(compare(blocks, [
      added('Zuerst'), came(1, 'Eins'), added('Danach'), came(2, 'Punkt'), added('Noch ein Punkt', true), came(3, 'Ziel', 'Ziel', 'object'), added('Vor dem ersten'), came(4, 'Darin'), added('Weiter darin'), value, added('Dahinter'),
      came(5, 'Ohne Text', 'Ohne Text', 'object'), added('Hinein'), added('Eins'),
    ])).toMatchObject([
      { fileText: 'Zuerst', blockKind: 'paragraph', place: { side: 'before', blockId: uuid(1) } }, { fileText: 'Danach', place: { side: 'after', blockId: uuid(1) } },
      { fileText: 'Noch ein Punkt', blockKind: 'bulletItem', place: { side: 'after', blockId: uuid(2) } }, { fileText: 'Vor dem ersten', place: { side: 'before', blockId: uuid(4) } }, { fileText: 'Weiter darin', place: { side: 'after', blockId: uuid(4) } },
      { fileText: 'Dahinter', place: { side: 'after', blockId: uuid(3) } }, { fileText: 'Hinein', place: { side: 'inside', blockId: uuid(5) } },
    ]);
  });

  it('shows what was changed where nothing can be taken over: titles, values, blocks and sections that are gone here', () => {
    const other = { ...came(8, 'Fort', 'Fort', 'section') };
    expect(compare([], [came(1, 'War da', 'War da.'), came(2, 'Unverändert'), came(7, 'Stand: läuft', 'Stand: ruht', 'added'), other, came(3, 'a', 'b')])).toMatchObject([
      { kind: 'elsewhere', fileText: 'War da.', mayAccept: false }, { kind: 'elsewhere', fileText: 'Stand: ruht' }, { kind: 'elsewhere', fileText: 'b' },
    ]);
    expect(compareWordCorrections({ paragraphs: [came(9, 'Sprache', 'Sprachen', 'section')], sent: {}, notes: {} }, [{ sectionId: section, title: 'Sprache', blocks: [] }])).toMatchObject([{ kind: 'elsewhere', fileText: 'Sprachen', mayAccept: false }]);
  });

  it('finds a paragraph that stands in another section now', () => {
    expect(compare([block(1, 'Alt')], [came(8, 'Andere', 'Andere', 'section'), came(1, 'Alt', 'Neu')])).toMatchObject([{ kind: 'corrected', fileText: 'Neu' }]);
  });

  it('marks the words that go and come', () => {
    expect(wordsOfDifference({ liveText: 'Wir  reden mit', fileText: 'Wir sprechen mit' })).toEqual([{ kind: 'same', text: 'Wir ' }, { kind: 'removed', text: 'reden' }, { kind: 'added', text: 'sprechen' }, { kind: 'same', text: ' mit' }]);
  });
});
