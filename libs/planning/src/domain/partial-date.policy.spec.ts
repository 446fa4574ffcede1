import { describe, expect, it } from '@jest/globals';
import { comparePartialDate, decadeOf, formatPartialDate, parsePartialDate } from './partial-date.policy.js';

describe('a partial date', () => {
  it.each([
    ['2020-01-29', '2020-01-29', '2020-01-29', 'day'],
    ['2018-04', '2018-04-01', '2018-04-30', 'month'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2025-Q3', '2025-07-01', '2025-09-30', 'quarter'],
    ['2017-autumn', '2017-09-01', '2017-11-30', 'quarter'],
    ['2023-summer', '2023-06-01', '2023-08-31', 'quarter'],
    ['2019-winter', '2019-12-01', '2020-02-29', 'quarter'],
    ['2014', '2014-01-01', '2014-12-31', 'year'],
    ['1990s', '1990-01-01', '1999-12-31', 'decade'],
    ['2017/2018', '2017-01-01', '2018-12-31', 'range'],
    ['2017-09/2018-02', '2017-09-01', '2018-02-28', 'range'],
    ['2017-09-11/2018-02-03', '2017-09-11', '2018-02-03', 'range'],
  ])('keeps of %s its days, its exactness and its text', (text, from, to, precision) => {
    const date = parsePartialDate(text);
    expect(date).toEqual({ from, to, precision });
    expect(date && formatPartialDate(date)).toBe(text);
  });

  it('without a day is undated or recurring, and stays so', () => {
    expect(parsePartialDate('undated')).toEqual({ from: null, to: null, precision: 'unknown' });
    expect(parsePartialDate('yearly')).toEqual({ from: null, to: null, precision: 'recurring' });
    expect(['undated', 'yearly'].map((text) => formatPartialDate(parsePartialDate(text)!))).toEqual(['undated', 'yearly']);
  });

  it('can be widened to its decade', () => {
    expect(decadeOf(parsePartialDate('1985')!)).toEqual({ from: '1980-01-01', to: '1989-12-31', precision: 'decade' });
  });

  it('comes before a later one, an exact one before a vague one, and one without a day last', () => {
    const sorted = ['undated', '2020', '2017/2019', '2020-01', '2017', '2020-01-01'].map((text) => parsePartialDate(text)!).sort(comparePartialDate);
    expect(sorted.map(formatPartialDate)).toEqual(['2017', '2017/2019', '2020-01-01', '2020-01', '2020', 'undated']);
  });
});

describe('a text that is no partial date', () => {
  it.each(['', 'bald', '2021-02-30', '2021-13', '2021-Q5', '2018/2017', '2017/', '2017/2018/2019', '29.01.2020', '1985s', '2020-herbst', '0001-01-01', '3000-01-01'])('is refused: %p', (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });
});
