import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_LANGUAGES } from '@konzeptwerkstatt/document-model';
import { cellText, readCell, sameSheetValue, SHEET_FIELDS, sheetWords } from './measure-sheet.fields.js';
import type { SheetField, SheetValue } from './measure-sheet.fields.js';
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

  it('are understood with the digits of an Arabic keyboard', () => {
    expect([read('period', '٢٠٢٥ إلى ٢٠٢٧'), read('fundingUntil', '٣١/١٢/٢٠٢٧'), read('budgetAmount', '١٢٥٠')]).toEqual([{ value: '2025/2027' }, { value: '2027-12-31' }, { value: '1250' }]);
  });

  it('are refused with a reason when they mean nothing here, or two things', () => {
    expect([read('status', 'bald'), read('lead', 'Niemand'), read('lead', 'Verein'), read('period', 'irgendwann'), read('budgetAmount', 'viel'), read('title', ' ')]).toEqual([
      { problem: 'word_unknown', words: 'bald' }, { problem: 'organisation_unknown', words: 'Niemand' }, { problem: 'organisation_ambiguous', words: 'Verein' },
      { problem: 'period_unclear', words: 'irgendwann' }, { problem: 'number_unclear', words: 'viel' }, { problem: 'title_missing', words: '' },
    ]);
  });

  it('name organisations, periods and amounts', () => {
    const nameOf = (id: string): string | null => organisations.find((organisation) => organisation.id === id)?.name ?? null;
    const words = (field: SheetField, value: SheetValue): string => cellText(field, value, { language: 'de', nameOf });
    expect([words('lead', 'a'), words('partner', ['a', 'weg', 'b']), words('period', '2025-Q1/..'), words('budgetAmount', '1250.00')])
      .toEqual(['Amt für Vielfalt', 'Amt für Vielfalt | Verein, bunt', 'ab 1. Quartal 2025', '1250']);
  });
});

describe.each(DOCUMENT_LANGUAGES)('the words of a cell in a sheet (%s)', (language) => {
  const back = (field: SheetField, value: SheetValue) => read(field, cellText(field, value, { language, nameOf: () => null }));

  it('come back as what they were, each of every list', () => {
    for (const field of SHEET_FIELDS) for (const key of Object.keys(sheetWords(field, language) ?? {})) {
      const value = field === 'targetGroup' ? [key] : key;
      expect([field, key, back(field, value)]).toEqual([field, key, { value }]);
    }
  });

  it('come back as what they were, days and periods', () => {
    const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`);
    const periods = ['2025/2025', '2025/2027', '2025/..', '2025-Q1/..', '2025-Q3/2025-Q3', '2025-Q2/2027', '2025-Q2/2026-03', ...months.flatMap((month) => [`${month}/${month}`, `${month}/2026-05`, `${month}/..`])];
    expect(periods.map((period) => back('period', period))).toEqual(periods.map((value) => ({ value })));
    expect(['2027-12-31', '2028-02-29', '2026-01-02'].map((day) => back('fundingUntil', day))).toEqual(['2027-12-31', '2028-02-29', '2026-01-02'].map((value) => ({ value })));
  });
});

describe('a period in words', () => {
  it.each([
    ['2025', '2025/2025'], ['2025 bis 2027', '2025/2027'], ['2025–2027', '2025/2027'], ['ab 1. Quartal 2025', '2025-Q1/..'], ['ab Q1 2025, unbefristet', '2025-Q1/..'],
    ['März 2025 bis 05/2026', '2025-03/2026-05'], ['03/2025', '2025-03/2025-03'], ['2025-Q1/..', '2025-Q1/..'], ['1. Quartal 2026 bis 2027', '2026-Q1/2027'],
    ['from 2025 to 2027', '2025/2027'], ['since Q2 2025', '2025-Q2/..'], ['May 2025 until 05/2026', '2025-05/2026-05'], ['من 2025 إلى 2027', '2025/2027'], ['منذ الربع 2 من 2025', '2025-Q2/..'],
  ])('%s is %s', (text, period) => expect(readPeriodWords(text)).toBe(period));

  it.each(['2027 bis 2025', '13/2025', 'Q5 2025', 'bald', '2025 bis', '1850', 'quarter 5 of 2025', '2025 to 2026 to 2027', 'Smarch 2025'])('%s is none', (text) => expect(readPeriodWords(text)).toBeNull());

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
