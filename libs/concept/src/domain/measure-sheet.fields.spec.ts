import { describe, expect, it } from '@jest/globals';
import { cellText, readCell, sameSheetValue } from './measure-sheet.fields.js';
import { readPeriodWords } from './period-words.policy.js';

const organisations = [
  { id: 'a', name: 'Amt für Vielfalt', shortName: 'AV' }, { id: 'b', name: 'Verein, bunt', shortName: null }, { id: 'c', name: 'Verein', shortName: 'V' }, { id: 'd', name: 'verein', shortName: null },
];
const read = (field: Parameters<typeof readCell>[0], text: string) => readCell(field, text, organisations);

describe('the words of a cell', () => {
  it('are understood as people write them', () => {
    expect([read('status', ' Läuft '), read('status', ''), read('decisionState', ''), read('lead', 'av'), read('targetGroup', 'Frauen | alle')]).toEqual([
      { value: 'running' }, { value: null }, { value: 'draft' }, { value: 'a' }, { value: ['everyone', 'women'] },
    ]);
    expect(read('partner', 'Verein, bunt\nAmt für Vielfalt')).toEqual({ value: ['a', 'b'] });
    expect(['1.250,50', '1250.5', '1250,5', '12.500', '0,75', '007', '1.250.000 €'].map((text) => read('budgetAmount', text))).toEqual(
      ['1250.50', '1250.5', '1250.5', '12500', '0.75', '7', '1250000'].map((value) => ({ value })),
    );
  });

  it('are refused with a reason when they mean nothing here, or two things', () => {
    expect([read('status', 'bald'), read('lead', 'Niemand'), read('lead', 'Verein'), read('period', 'irgendwann'), read('budgetAmount', 'viel'), read('title', ' ')]).toEqual([
      { problem: 'word_unknown', words: 'bald' }, { problem: 'organisation_unknown', words: 'Niemand' }, { problem: 'organisation_ambiguous', words: 'Verein' },
      { problem: 'period_unclear', words: 'irgendwann' }, { problem: 'number_unclear', words: 'viel' }, { problem: 'title_missing', words: '' },
    ]);
  });

  it('name organisations, periods and amounts', () => {
    const nameOf = (id: string): string | null => organisations.find((organisation) => organisation.id === id)?.name ?? null;
    expect([cellText('lead', 'a', nameOf), cellText('partner', ['a', 'weg', 'b'], nameOf), cellText('period', '2025-Q1/..', nameOf), cellText('budgetAmount', '1250.00', nameOf)])
      .toEqual(['Amt für Vielfalt', 'Amt für Vielfalt | Verein, bunt', 'ab 1. Quartal 2025', '1250']);
  });
});

describe('a period in words', () => {
  it.each([
    ['2025', '2025/2025'], ['2025 bis 2027', '2025/2027'], ['2025–2027', '2025/2027'], ['ab 1. Quartal 2025', '2025-Q1/..'], ['ab Q1 2025, unbefristet', '2025-Q1/..'],
    ['März 2025 bis 05/2026', '2025-03/2026-05'], ['03/2025', '2025-03/2025-03'], ['2025-Q1/..', '2025-Q1/..'], ['1. Quartal 2026 bis 2027', '2026-Q1/2027'],
  ])('%s is %s', (text, period) => expect(readPeriodWords(text)).toBe(period));

  it.each(['2027 bis 2025', '13/2025', 'Q5 2025', 'bald', '2025 bis', '1850'])('%s is none', (text) => expect(readPeriodWords(text)).toBeNull());

  it('is read also with many blanks, and refused when it is longer than any', () => {
    const blanks = ' '.repeat(20_000);
    expect([readPeriodWords(`ab${blanks}2025,${blanks}unbefristet`), readPeriodWords(`2025${blanks}bis 2027`)]).toEqual(['2025/..', '2025/2027']);
    const start = performance.now();
    expect([readPeriodWords(`ab 2025${blanks}bald`), readPeriodWords(`ab ${'2025 , '.repeat(20_000)}`), readPeriodWords(`2025${blanks}-${blanks}2026${blanks}x`)]).toEqual([null, null, null]);
    // Some milliseconds; by the patterns alone more than an hour.
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('a number of a hostile file', () => {
  it('is compared in no time, however many zeros it has', () => {
    const [few, many] = ['0.5', `0.${'0'.repeat(200_000)}5`];
    const start = performance.now();
    expect(sameSheetValue('budgetAmount', many, few)).toBe(false);
    expect(sameSheetValue('budgetAmount', '12.500', '12.5')).toBe(true);
    expect(sameSheetValue('budgetAmount', '12.00', '12')).toBe(true);
    // Some milliseconds; by a pattern that tries at every zero it was many seconds.
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
