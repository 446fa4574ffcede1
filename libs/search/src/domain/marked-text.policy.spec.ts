import { describe, expect, it } from '@jest/globals';
import { excerptOf, markMatches } from './marked-text.policy.js';
import { askedWords, termOf, toTsquery } from './search-terms.policy.js';

const terms = [termOf('burger', 'burg', []), termOf('kurs', 'kur', ['sprachkurs'])];

describe('the words of a search', () => {
  it('are folded, single, and remember how they were written', () => {
    expect(askedWords('Kurse für Bürger:innen, Kurse')).toEqual([{ folded: 'kurse', plain: 'kurse' }, { folded: 'fur', plain: 'für' }, { folded: 'burger', plain: 'bürger:innen' }]);
  });

  it('are at most eight', () => expect(askedWords('a b c d e f g h i j')).toHaveLength(8));

  it('become a query that nothing in them can break out of', () => {
    expect(toTsquery([termOf("o'neill\\", "o'neill\\", ['a|b']), termOf('ab', 'ab', [])], 'all')).toBe(`('o''neill\\\\':*|'a|b')&('ab')`);
  });

  it('begin other words with their stem only where it is long enough', () => {
    expect(termOf('kurs', 'kur', [])).toEqual({ beginnings: ['kurs'], others: ['kur'] });
    expect(termOf('kurse', 'kurs', [])).toEqual({ beginnings: ['kurse', 'kurs'], others: [] });
  });
});

describe('marking', () => {
  it('shows the words as they are written, with their forms of gender', () => {
    expect(markMatches('Sprachkurse mit Bürger:innen.', terms)).toEqual([
      { text: 'Sprachkurse', isMatch: true }, { text: ' mit ', isMatch: false }, { text: 'Bürger:innen', isMatch: true }, { text: '.', isMatch: false },
    ]);
  });

  it('cuts an excerpt around the first match, between words', () => {
    const excerpt = excerptOf(`${'Vorweg steht viel. '.repeat(20)}Die Bürgerinnen reden mit. ${'Danach auch. '.repeat(40)}`, terms);
    const text = excerpt.map((part) => part.text).join('');
    expect(excerpt.find(({ isMatch }) => isMatch)?.text).toBe('Bürgerinnen');
    expect(text).toMatch(/^… \w+/);
    expect(text).toMatch(/\S …$/);
    expect(text.length).toBeLessThan(220);
  });

  it('gives the beginning of a text without a match, and nothing of none', () => {
    expect(excerptOf('Kein Treffer hier', terms)).toEqual([{ text: 'Kein Treffer hier', isMatch: false }]);
    expect(excerptOf('', terms)).toEqual([]);
  });

  it('comes to an end quickly for a word without end', () => {
    const begun = performance.now();
    excerptOf('a:in'.repeat(50_000), terms);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
