import { describe, expect, it } from '@jest/globals';
import { fold, foldedWords } from './folding.policy.js';

describe('folding', () => {
  it.each([
    ['Bürger:innen', 'burger'], ['Bürger*innen', 'burger'], ['Bürger_innen', 'burger'], ['Bürger/-innen', 'burger'], ['BürgerInnen', 'burger'], ['Bürgerinnen', 'burger'],
    ['Beauftragte:r', 'beauftragte'], ['Ärzt*innen', 'arzt'], ['Migrant·innen', 'migrant'],
  ])('takes %s as %s', (written, folded) => expect(fold(written)).toBe(folded));

  it.each([['Öffnung', 'Oeffnung', 'Offnung'], ['Straße', 'Strasse', 'STRASSE'], ['Förderung', 'Foerderung', 'Forderung'], ['Übergang', 'Uebergang', 'Ubergang'], ['Café', 'Cafe', 'CAFÉ']])(
    'takes %s, %s and %s as one', (first, ...others) => {
      for (const other of others) expect(fold(other)).toBe(fold(first));
    });

  it('leaves words alone that only look like one of those forms', () => {
    expect(foldedWords('Neue Quellen beginnen')).toEqual(['neue', 'quellen', 'beginnen']);
    expect(fold('Beginn: in Leipzig')).toBe('beginn: in leipzig');
  });

  it('takes no longer for a run of letters than for words', () => {
    const length = 500_000;
    const time = (text: string): number => {
      const start = performance.now();
      fold(text.slice(0, length));
      return performance.now() - start;
    };
    const words = 'Die Bürgerinnen und Bürger:innen der Stadt '.repeat(length / 40);
    time(words);
    const ordinary = time(words);
    for (const run of ['a', 'innen', 'ae', 'a:', 'ä']) expect(time(run.repeat(length / run.length))).toBeLessThan(ordinary * 20 + 100);
  });

  it('keeps the words of other scripts', () => expect(foldedWords('مجلس الاندماج 2026')).toEqual(['مجلس', 'الاندماج', '2026']));
});
