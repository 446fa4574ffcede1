import { describe, expect, it } from '@jest/globals';
import { emptyHeadings } from './empty-heading.policy.js';

type Block = Parameters<typeof emptyHeadings>[0][number];

/** Blocks as `kind words`; what begins with a blank lies in the block before. */
const blocksOf = (...lines: readonly string[]): Block[] => lines.map((line, index) => {
  const [kind = '', ...words] = line.trim().split(' ');
  return { id: String(index), kind: kind as Block['kind'], parentId: line.startsWith(' ') ? String(index - 1) : null, text: words.join(' ') };
});
const named = (...lines: readonly string[]): string[] => emptyHeadings(blocksOf(...lines)).map(({ title }) => title);

describe('a heading without text', () => {
  it('is followed by nothing, by blank lines, or by the next one of its level or above', () => {
    expect(named('heading2 Zusammenfassung', 'paragraph ', 'heading2 Stand', 'paragraph Zwei laufen.', 'heading3 Im Einzelnen', 'bulletItem ', 'heading2 Einordnung')).toEqual(['Zusammenfassung', 'Im Einzelnen', 'Einordnung']);
  });

  it('is not one with smaller headings below it: those are named when they are empty', () => {
    expect(named('heading2 Oben', 'heading3 Darunter', 'paragraph Text')).toEqual([]);
    expect(named('heading2 Oben', 'heading3 Darunter', 'heading4 Zuunterst')).toEqual(['Zuunterst']);
  });

  it('is not one above anything that says something', () => {
    for (const what of ['paragraph Text', 'bulletItem Punkt', 'quote Wort', 'picture ', 'table ', 'measure ', 'goal ', 'indicator ']) expect(named('heading2 Oben', what)).toEqual([]);
  });

  it('has words of its own: a blank line that is called a heading is none, nor is what lies in a table', () => {
    expect(named('heading2  ', 'heading2 Oben', 'paragraph Text', 'table ', ' heading3 Spalte', 'heading2 Ende', 'paragraph Text')).toEqual([]);
    expect(named()).toEqual([]);
  });

  it('leads to its place', () => {
    expect(emptyHeadings(blocksOf('paragraph Text', 'heading2 Ausblick'))).toEqual([{ blockId: '1', title: 'Ausblick' }]);
  });
});
