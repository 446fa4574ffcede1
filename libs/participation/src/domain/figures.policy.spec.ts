import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONTRIBUTION_FATES, fateOf, missingKinds, monthsOf, tableOf } from './figures.policy.js';
import type { CountedContributions } from './figures.policy.js';

const kinds = ['administration', 'welfare', 'business', null];
const row = (facts: Partial<CountedContributions>): CountedContributions => ({ kind: 'welfare', organisationId: null, sectionId: null, fate: 'open', month: '2026-03', answeredMonth: null, count: 1, ...facts });
const rows = fc.array(fc.record({
  kind: fc.constantFrom(...kinds), organisationId: fc.constantFrom('a', 'b', null), sectionId: fc.constantFrom('s', null), fate: fc.constantFrom(...CONTRIBUTION_FATES),
  month: fc.constantFrom('2025-11', '2026-01', '2026-03'), answeredMonth: fc.constantFrom('2026-04', null), count: fc.integer({ min: 1, max: 4 }),
}), { maxLength: 20 });
const total = (counted: readonly CountedContributions[]): number => counted.reduce((sum, { count }) => sum + count, 0);

describe('a table of figures', () => {
  it('has a line for every kind, counts everything once, and breaks down only what adds up to its line', () => {
    fc.assert(fc.property(rows, (counted) => {
      const { lines, together } = tableOf(counted, kinds, ({ kind }) => kind);
      expect(lines.map(({ key }) => key)).toEqual(kinds);
      expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(total(counted));
      for (const { fates, count } of [...lines, ...(together ? [together] : [])]) {
        if (fates !== null) expect([Object.values(fates).reduce((sum, part) => sum + part, 0), count >= 5]).toEqual([count, true]);
      }
    }));
  });

  it('counts organisations once, however often they say something', () => {
    const counted = [row({ organisationId: 'a' }), row({ organisationId: 'a', fate: 'noted' }), row({ organisationId: 'b' })];
    expect(tableOf(counted, kinds, ({ kind }) => kind).lines[1]).toMatchObject({ count: 3, organisationCount: 2, fates: null });
  });
});

describe('the figures over time', () => {
  it('have every month between, also those in which nothing came', () => {
    const counted = [row({ month: '2025-11', count: 4 }), row({ month: '2026-01', answeredMonth: '2026-02', fate: 'noted', count: 2 })];
    expect(monthsOf(counted)).toEqual([
      { month: '2025-11', received: 4, answered: 0 }, { month: '2025-12', received: 0, answered: 0 }, { month: '2026-01', received: 2, answered: 0 }, { month: '2026-02', received: 0, answered: 2 },
    ]);
  });

  it('are left out while there are fewer than five', () => expect(monthsOf([row({ count: 4 })])).toEqual([]));

  it('add up to what came', () => {
    fc.assert(fc.property(rows, (counted) => {
      const months = monthsOf(counted);
      if (months.length > 0) expect(months.reduce((sum, { received }) => sum + received, 0)).toBe(total(counted));
    }));
  });
});

it('who said nothing is missing, and who said one thing is not', () => {
  expect(missingKinds([row({})], ['administration', 'welfare', 'business'])).toEqual(['administration', 'business']);
  expect([fateOf(null, false), fateOf('not', false), fateOf(null, true)]).toEqual(['open', 'not', 'parts']);
});
