import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import de from '../catalogue/de.json' with { type: 'json' };
import en from '../catalogue/en.json' with { type: 'json' };
import { formatQuantity } from './format.js';
import { partialDateText } from './partial-date.js';
import type { DateExactness } from './partial-date.js';

type Values = Record<string, string | number>;
const translate = (catalogue: Record<string, string>, language: string) => (key: string, values?: Record<string, unknown>): string =>
  String(new IntlMessageFormat(catalogue[key] ?? `missing ${key}`, language).format(values as Values));

const german = (from: string | null, to: string | null, precision: DateExactness | null): string => partialDateText({ from, to, precision }, translate(de, 'de'), 'de');
const english = (from: string | null, to: string | null, precision: DateExactness | null): string => partialDateText({ from, to, precision }, translate(en, 'en'), 'en');

describe('a partial date in words', () => {
  it.each<[string, string | null, string | null, DateExactness]>([
    ['29. Januar 2020', '2020-01-29', '2020-01-29', 'DAY'],
    ['Mai 1990', '1990-05-01', '1990-05-31', 'MONTH'],
    ['Herbst 2017', '2017-09-01', '2017-11-30', 'QUARTER'],
    ['Winter 2019/20', '2019-12-01', '2020-02-29', 'QUARTER'],
    ['3. Quartal 2025', '2025-07-01', '2025-09-30', 'QUARTER'],
    ['1. Quartal 2025', '2025-01-01', '2025-03-31', 'QUARTER'],
    ['1. Halbjahr 2025', '2025-01-01', '2025-06-30', 'RANGE'],
    ['2. Halbjahr 2025', '2025-07-01', '2025-12-31', 'RANGE'],
    ['Januar 2025 bis Juni 2026', '2025-01-01', '2026-06-30', 'RANGE'],
    ['2014', '2014-01-01', '2014-12-31', 'YEAR'],
    ['1990er-Jahre', '1990-01-01', '1999-12-31', 'DECADE'],
    ['2017–2018', '2017-01-01', '2018-12-31', 'RANGE'],
    ['2020', '2020-01-01', '2020-12-31', 'RANGE'],
    ['September 2017 bis Februar 2018', '2017-09-01', '2018-02-28', 'RANGE'],
    ['11. September 2017 bis 3. Februar 2018', '2017-09-11', '2018-02-03', 'RANGE'],
    ['jährlich', null, null, 'RECURRING'],
    ['ohne Datum', null, null, 'UNKNOWN'],
  ])('reads %s', (words, from, to, precision) => {
    expect(german(from, to, precision)).toBe(words);
  });

  it('without any exactness is undated', () => {
    expect(german(null, null, null)).toBe('ohne Datum');
  });

  it('reads in English as well', () => {
    expect([english('1990-05-01', '1990-05-31', 'MONTH'), english('2017-09-01', '2017-11-30', 'QUARTER'), english('1990-01-01', '1999-12-31', 'DECADE')]).toEqual(['May 1990', 'Autumn 2017', '1990s']);
  });
});

describe('a value with its unit', () => {
  const plain = (text: string): string => text.replace(/\s/g, ' ');

  it('is written as the language writes it', () => {
    expect(plain(formatQuantity('20.5', { key: 'percent', label: '%' }, 1, 'de'))).toBe('20,5 %');
    expect(plain(formatQuantity('20.5', { key: 'percent', label: '%' }, 1, 'en'))).toBe('20.5%');
    expect(plain(formatQuantity('15300000', { key: 'persons', label: 'Personen' }, 0, 'de'))).toBe('15.300.000 Personen');
  });

  it('keeps the decimals of its indicator', () => {
    expect(plain(formatQuantity('7', { key: 'percent', label: '%' }, 1, 'de'))).toBe('7,0 %');
  });
});
