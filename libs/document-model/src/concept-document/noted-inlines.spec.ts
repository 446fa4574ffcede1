import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Inline } from './concept-document.js';
import { plainText } from './inline.builder.js';
import { inlinesWithNotes } from './noted-inlines.js';
import type { NotedInline } from './noted-inlines.js';

const words = (text: string, bold = false): Inline => ({ kind: 'text', text, bold, italic: false, href: null });
const isWords = (part: NotedInline): part is Inline => part.kind === 'text' || part.kind === 'break';
const shown = (parts: readonly NotedInline[]): string => parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'break' ? '\n' : `${part.kind === 'noteStart' ? '<' : '>'}${part.number}`)).join('');

const inline: fc.Arbitrary<Inline> = fc.oneof(fc.constant<Inline>({ kind: 'break' }), fc.tuple(fc.string({ maxLength: 6 }), fc.boolean()).map(([text, bold]) => words(text, bold)));
const note = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(20), fc.nat(20)).map(([number, one, other]) => ({ number, start: Math.min(one, other), end: Math.max(one, other) }));

describe('words with notes', () => {
  it('are cut where notes begin and end, over runs and over each other', () => {
    const parts = inlinesWithNotes([words('Die Stadt '), words('fördert', true), { kind: 'break' }, words('Sprache')], [{ number: 1, start: 4, end: 17 }, { number: 2, start: 10, end: 25 }]);
    expect(shown(parts)).toBe('Die <1Stadt <2fördert>1\nSprache>2');
    expect(parts.filter((part) => part.kind === 'text').map(({ bold }) => bold)).toEqual([false, false, true, false]);
  });

  it('stay the same words, and every note begins once and ends once behind it', () => {
    fc.assert(fc.property(fc.array(inline, { maxLength: 5 }), fc.uniqueArray(note, { selector: ({ number }) => number, maxLength: 4 }), (inlines, notes) => {
      const parts = inlinesWithNotes(inlines, notes);
      expect(plainText(parts.filter(isWords))).toBe(plainText(inlines));
      for (const { number, start, end } of notes) {
        const [from, to] = (['noteStart', 'noteEnd'] as const).map((kind) => parts.flatMap((part, index) => (part.kind === kind && part.number === number ? [index] : [])));
        expect([from?.length, to?.length]).toEqual([1, 1]);
        expect(plainText(parts.slice(from?.[0], to?.[0]).filter(isWords))).toBe(plainText(inlines).slice(start, end));
      }
    }));
  });
});
