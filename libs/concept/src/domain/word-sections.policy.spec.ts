import { describe, expect, it } from '@jest/globals';
import type { WordPiece, WordReading } from '../word/word-reading.js';
import { headingCounts, proposeSections, suggestedLevel } from './word-sections.policy.js';
import { sectionSpecs } from './word-section-specs.js';

const inlines = (text: string) => [{ kind: 'text' as const, text, bold: false, italic: false, href: null }];
const h = (level: number, text: string): WordPiece => ({ block: { kind: 'heading', level, direction: 'ltr', inlines: inlines(text) }, footnotes: [] });
const p = (text: string, footnotes: WordPiece['footnotes'] = []): WordPiece => ({ block: { kind: 'paragraph', direction: 'ltr', inlines: inlines(text) }, footnotes });
const reading = (...pieces: WordPiece[]): WordReading => ({ pieces, notes: {} });
const shown = (of: WordReading, level: number) => proposeSections(of, level).map(({ title, kind, pieces, figures }) => ({ title, kind, words: figures.words, levels: pieces.flatMap(({ block }) => (block.kind === 'heading' ? [block.level] : [])) }));

describe('sections of a Word document', () => {
  const concept = reading(h(1, 'Konzept der Stadt'), p('Vorwort hier'), h(2, '1. Ausgangslage'), p('Text'), h(3, 'Zahlen'), h(5, 'Tief'), h(2, '2 Handlungsfeld Sprache'), p('Mehr Text dazu'));

  it('begin at the highest level that is there more than once', () => {
    expect([suggestedLevel(concept), headingCounts(concept)]).toEqual([2, [{ level: 1, count: 1 }, { level: 2, count: 2 }, { level: 3, count: 1 }, { level: 5, count: 1 }]]);
    expect(suggestedLevel(reading(p('Text')))).toBe(0);
  });

  it('are named without the numbers that count them, and keep what stands before; headings inside come right below the title', () => {
    expect(shown(concept, 2)).toEqual([
      { title: 'Konzept der Stadt', kind: 'chapter', words: 2, levels: [] }, { title: 'Ausgangslage', kind: 'chapter', words: 3, levels: [2, 4] }, { title: 'Handlungsfeld Sprache', kind: 'field_of_action', words: 3, levels: [] },
    ]);
    expect(shown(reading(p('Vorneweg'), h(1, '10 Jahre Integration'), h(1, '2026 im Blick')), 1).map(({ title }) => title)).toEqual(['', '10 Jahre Integration', '2026 im Blick']);
  });

  it('are one, if nothing is to be split', () => {
    expect(shown(concept, 0)).toEqual([{ title: '', kind: 'chapter', words: 16, levels: [2, 2, 3, 4, 2] }]);
  });

  it('hold their pictures, and end with their footnotes', () => {
    expect(sectionSpecs([p('Satz[3]', [{ number: 3, text: 'Quelle' }]), { block: { kind: 'picture', part: 'a', alt: 'Tisch', isDecorative: false, caption: 'Auftakt' }, footnotes: [] }], new Map([['a', 'file']]))).toEqual([
      { type: 'paragraph', text: [{ text: 'Satz[3]', marks: [] }] }, { type: 'picture', fileId: 'file', alt: 'Tisch', caption: 'Auftakt', decorative: false }, { type: 'heading2', text: 'Anmerkungen' }, { type: 'paragraph', text: '[3] Quelle' },
    ]);
  });
});
