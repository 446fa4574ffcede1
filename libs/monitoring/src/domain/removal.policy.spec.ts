import { describe, expect, it } from '@jest/globals';
import { removalProblems } from './removal.policy.js';
import type { IndicatorUse, NamedPlace } from './removal.policy.js';

const unused: IndicatorUse = { hasValues: false, isReleased: false, shares: [], places: [] };
const place = (facts: Partial<NamedPlace>): NamedPlace => ({ kind: 'goal', title: 'Ankommen', sectionTitle: 'Sprache', editionTitle: 'Konzept', isReadable: true, ...facts });
const codes = (use: Partial<IndicatorUse>): string[] => removalProblems({ ...unused, ...use }).map(({ code }) => code);
const messages = (use: Partial<IndicatorUse>): string[] => removalProblems({ ...unused, ...use }).map(({ message }) => message);

describe('an indicator can be taken away', () => {
  it('when nobody needs it', () => {
    expect(codes({})).toEqual([]);
  });

  it('not while something needs it: every reason is told at once', () => {
    expect(codes({ hasValues: true, isReleased: true, shares: [{ id: 's', name: 'Anteil' }], places: [place({}), place({ kind: 'measure' }), place({ kind: 'text', title: '' })] }))
      .toEqual(['HAS_VALUES', 'STILL_RELEASED', 'IS_COUNT', 'IS_LINKED', 'STANDS_IN_TEXT']);
  });
});

describe('the reason says where', () => {
  it('by the names of goal, measure, section, edition and share', () => {
    const [shares, links, texts] = messages({ shares: [{ id: 's', name: 'Anteil' }], places: [place({}), place({ kind: 'measure', title: '' }), place({ kind: 'text', title: '', sectionTitle: 'Vorwort' })] });
    expect(shares).toMatch(/ Gemeint: „Anteil“\.$/);
    expect(links).toMatch(/ Gemeint: „Ankommen“ \(Sprache, Konzept\), „Sprache“ \(Konzept\)\.$/);
    expect(texts).toMatch(/ Gemeint: „Vorwort“ \(Konzept\)\.$/);
  });

  it('but names nothing that may not be read, and not more than a sentence holds', () => {
    expect(messages({ places: [place({ isReadable: false })] })).toEqual([expect.not.stringContaining('Gemeint')]);
    expect(messages({ places: [place({ isReadable: false }), ...Array.from({ length: 7 }, (_, at) => place({ title: `Ziel ${at + 1}` }))] })).toEqual([expect.stringMatching(/„Ziel 5“ \(Sprache, Konzept\) und 2 weitere\.$/)]);
  });
});
