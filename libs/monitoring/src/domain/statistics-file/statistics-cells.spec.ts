import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakdownPart, joinParts, readBreakdown, sameBreakdown } from './breakdown-words.js';
import { guessDecimalSign, isAmbiguousNumber, readNumber, roundDecimal } from './number-cell.js';
import type { DecimalSign } from './number-cell.js';
import { periodInWords, readPeriodCell } from './period-cell.js';
import { readRegionKey, regionOfKey, regionOfName } from './region-cell.js';
import type { KnownRegion } from './region-cell.js';
import { unitFits } from './unit-words.js';
import { readStatus, readValueCell } from './value-cell.js';

const signs = fc.constantFrom<DecimalSign>('comma', 'point');
/** A number as decimal text, whole part and fraction. */
const numbers = fc.record({ isNegative: fc.boolean(), whole: fc.integer({ min: 0, max: 999_999_999 }), fraction: fc.stringMatching(/^\d{0,4}$/) });
const canonical = ({ isNegative, whole, fraction }: { isNegative: boolean; whole: number; fraction: string }): string => {
  const value = `${whole}${fraction === '' ? '' : `.${fraction}`}`;
  return isNegative && /[1-9]/.test(value) ? `-${value}` : value;
};
const grouped = (whole: number, separator: string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, separator);

describe('numbers', () => {
  it('are read as they were written, with every way to separate thousands', () => {
    fc.assert(fc.property(numbers, signs, fc.constantFrom('', '.', ',', ' ', '\u00a0', '\u202f', "'", '’'), fc.constantFrom('-', '−', '–'), (number, sign, separator, minus) => {
      const decimal = sign === 'comma' ? ',' : '.';
      fc.pre(separator !== decimal);
      const text = `${number.isNegative ? minus : ''}${grouped(number.whole, separator)}${number.fraction === '' ? '' : decimal + number.fraction}`;
      expect(readNumber(text, sign)).toEqual({ value: canonical(number), unit: null });
    }));
  });

  it('of a workbook are themselves, whatever the sign of the file', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }), signs, (whole, decimals, sign) => {
      const number = Number((whole / 10 ** decimals).toFixed(6));
      expect(Number(readNumber(number, sign)?.value)).toBe(number === 0 ? 0 : number);
    }));
  });

  it.each(['', 'zwölf', '1.23.456', '1.2345.678', '12,3,4', '1e5', '0x10', '--1', '5,', ',5', '1 23', '٣'])('are not read out of %j', (text) => {
    expect([readNumber(text, 'comma'), readNumber(text, 'point')]).toEqual([null, null]);
  });

  it('tell the sign of their file, and when none of them does', () => {
    expect(guessDecimalSign(['1.234', '7,2', '12'])).toEqual({ sign: 'comma', isSure: true });
    expect(guessDecimalSign(['1,234', '7.2'])).toEqual({ sign: 'point', isSure: true });
    expect(guessDecimalSign(['1.234.567'])).toEqual({ sign: 'comma', isSure: true });
    expect(guessDecimalSign(['1.234', '5'])).toEqual({ sign: 'comma', isSure: false });
    expect(guessDecimalSign(['7,25', '7.25'])).toEqual({ sign: 'comma', isSure: false });
    expect(guessDecimalSign(['12', 'x', 5])).toEqual({ sign: 'comma', isSure: true });
    expect(['1.234', '0.123', '1234', '12,34', 1.234].map(isAmbiguousNumber)).toEqual([true, false, false, false, false]);
  });

  it('are rounded half away from zero, and say so only when something was lost', () => {
    expect(['36.907', '36.95', '-0.05', '9.99', '7'].map((value) => roundDecimal(value, 1).value)).toEqual(['36.9', '37.0', '-0.1', '10.0', '7.0']);
    fc.assert(fc.property(numbers, fc.integer({ min: 0, max: 6 }), (number, decimals) => {
      const rounded = roundDecimal(canonical(number), decimals);
      expect(Math.abs(Number(rounded.value) - Number(canonical(number)))).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-6);
      expect(rounded.isRounded).toBe(/[1-9]/.test(number.fraction.slice(decimals)));
      expect(roundDecimal(rounded.value, decimals)).toEqual({ value: rounded.value, isRounded: false });
    }));
  });
});

describe('the cell of a value', () => {
  const read = (cell: string | number, isOfficial = true) => readValueCell(cell, { decimalSign: 'comma', isOfficial });

  it('keeps the meaning of the symbols of official statistics', () => {
    expect(read('-')).toMatchObject({ kind: 'value', value: '0', note: expect.stringContaining('nichts vorhanden') });
    expect(read('0')).toMatchObject({ kind: 'value', value: '0', qualifier: 'rounded', note: expect.stringContaining('mehr als nichts') });
    expect(read('0', false)).toMatchObject({ kind: 'value', value: '0', qualifier: null, note: null });
    expect(['.', '...', '…', '/', 'x', 'X', '()', 'k. A.'].map((cell) => read(cell))).toEqual(Array.from({ length: 8 }, () => ({ kind: 'missing', reason: expect.stringContaining('In der Quelle: „') })));
    expect(read('(12,5)')).toMatchObject({ value: '12.5', qualifier: 'approx', note: expect.stringContaining('eingeschränkt') });
    expect(['1.234p', '1.234 r', '1.234s', '12,5 (p)', '(7)r'].map((cell) => { const found = read(cell); return found.kind === 'value' ? [found.value, found.status] : found; })).toEqual([['1234', 'provisional'], ['1234', 'revised'], ['1234', 'estimated'], ['12.5', 'provisional'], ['7', 'revised']]);
    expect([readStatus('e'), readStatus('vorläufig'), readStatus('vielleicht')]).toEqual(['final', 'provisional', null]);
  });

  it('is empty, or no number', () => {
    expect([read(''), read('  '), read('viele'), read('12 Personen'), read('=1+1')].map(({ kind }) => kind)).toEqual(['empty', 'empty', 'unreadable', 'unreadable', 'unreadable']);
  });

  it('is read in no time whatever stands in it', () => {
    const start = performance.now();
    for (const text of ['1.'.repeat(20_000), '('.repeat(20_000), `${'1 '.repeat(20_000)}p`, '9'.repeat(30_000)]) read(text);
    for (const text of ['2020/'.repeat(5_000), `${'1.'.repeat(9_000)}2020`, ' '.repeat(30_000)]) { readPeriodCell(text); periodInWords(text); }
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('periods', () => {
  it.each([
    ['2021', '2021'], [2021, '2021'], ['31.12.1970', '1970-12-31'], ['1.1.2020', '2020-01-01'], ['2020-12-31', '2020-12-31'], ['2020/21', '2020/2021'], ['1999/00', '1999/2000'], ['Schuljahr 2020/21', '2020/2021'], ['2020/2021', '2020/2021'], ['2020–2021', '2020/2021'],
    ['Q1 2020', '2020-Q1'], ['1. Quartal 2020', '2020-Q1'], ['2020-Q3', '2020-Q3'], ['2020Q3', '2020-Q3'], ['IV/2019', '2019-Q4'], ['1. Halbjahr 2020', '2020-01/2020-06'], ['II. Halbjahr 2020', '2020-07/2020-12'], ['2. Hj. 2020', '2020-07/2020-12'], ['2020-H1', '2020-01/2020-06'], ['H2 2020', '2020-07/2020-12'], ['03/2020', '2020-03'], ['2020-03', '2020-03'], ['März 2020', '2020-03'], ['Stichtag: 31.12.2020', '2020-12-31'], ['2020-12-31T00:00:00', '2020-12-31'],
  ])('%j is %s', (cell, period) => {
    expect(readPeriodCell(cell)).toEqual({ period });
  });

  it.each([['31.02.2020', 'DATE_DOES_NOT_EXIST'], ['2021-13-01', 'DATE_DOES_NOT_EXIST'], ['2020/22', 'PERIOD_INVALID'], ['irgendwann', 'PERIOD_INVALID'], ['13/2020', 'PERIOD_INVALID'], ['3. Halbjahr 2020', 'PERIOD_INVALID'], ['Mainz 2020', 'PERIOD_INVALID'], ['', 'PERIOD_INVALID'], [12345, 'PERIOD_INVALID']])('%j is none: %s', (cell, problem) => {
    expect(readPeriodCell(cell)).toEqual({ problem });
  });

  it('are found in heads, with the words around them', () => {
    expect(periodInWords('2015\nKöln')).toEqual({ period: '2015', rest: 'Köln' });
    expect(periodInWords('Bevölkerung am 31.12.2020 (Anzahl)')).toEqual({ period: '2020-12-31', rest: 'Bevölkerung am (Anzahl)' });
    expect(periodInWords('Quote (Probe) (2021)')).toEqual({ period: '2021', rest: 'Quote (Probe)' });
    expect([periodInWords('2015 bis 2017'), periodInWords('Insgesamt'), periodInWords('12345')]).toEqual([null, null, null]);
  });
});

describe('regions', () => {
  const region = (key: string, label: string, ags: string | null, kind = 'city'): KnownRegion => ({ id: key, key, label, kind, ags });
  const regions = [region('leipzig', 'Leipzig', '14713000'), region('rostock', 'Hanse- und Universitätsstadt Rostock', '13003000'), region('belm', 'Belm', '03459008'), region('hersfeld', 'Landkreis Hersfeld-Rotenburg', '06632'), region('de', 'Deutschland', null, 'country')];

  it('have keys with leading zeros, also where a spreadsheet has dropped them', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 16 }), fc.stringMatching(/^0\d{5}$/), (land, rest) => {
      const key = `${String(land).padStart(2, '0')}${rest}`;
      expect(readRegionKey(key)).toEqual({ key, hadLostZero: false });
      expect(readRegionKey(Number(key))).toEqual({ key, hadLostZero: land < 10 });
    }));
    expect(['DG', '05', '053', '14713', '034590008008', '3459'].map((cell) => readRegionKey(cell)?.key)).toEqual(['DG', '05', '053', '14713', '03459008', '03459']);
    expect(['17000000', '123456', 'Leipzig', '', '00000000', '1471300x', '147130000'].map((cell) => readRegionKey(cell))).toEqual(Array.from({ length: 7 }, () => null));
  });

  it('are found by key, a town that is its own Kreis by both of them', () => {
    expect(['14713', '14713000', '13003', '03459008', '06632', 'DG', '05', '14'].map((key) => regionOfKey(key, regions)?.key)).toEqual(['leipzig', 'leipzig', 'rostock', 'belm', 'hersfeld', 'de', undefined, undefined]);
  });

  it('are found by name as files write it, and never one of several', () => {
    expect(['Leipzig', 'LEIPZIG, Stadt', '  Leipzig, kreisfreie Stadt', 'Rostock', 'Hersfeld-Rotenburg', 'Köln', ''].map((name) => regionOfName(name, regions)?.key)).toEqual(['leipzig', 'leipzig', 'leipzig', 'rostock', 'hersfeld', undefined, undefined]);
    expect(regionOfName('Stadt', [region('a', 'Alte Stadt', null), region('b', 'Neue Stadt', null)])).toBeNull();
  });
});

describe('units and parts of the population', () => {
  it('fit, or surely do not', () => {
    const percent = { unit: 'percent', unitLabel: '%' };
    expect([unitFits('%', percent), unitFits('Anzahl', percent), unitFits('1000', { unit: 'persons', unitLabel: 'Personen' }), unitFits('Punkte', percent), unitFits('Anzahl', { unit: 'persons', unitLabel: 'Personen' })]).toEqual([true, false, false, true, true]);
  });

  it('are the same text however a file writes them', () => {
    expect([breakdownPart('Geschlecht', 'weiblich'), breakdownPart('Geschlecht', 'Insgesamt'), breakdownPart('Wohn=ort;', 'a;b')]).toEqual(['gender=weiblich', null, 'Wohn ort=a b']);
    expect(joinParts(['gender=w', null, 'age=x'])).toBe('age=x;gender=w');
    expect([readBreakdown('gender=w;age=x'), readBreakdown('Geschlecht: w, Alter: 6 bis 9'), readBreakdown('irgendwer')]).toEqual(['age=x;gender=w', 'age=6 bis 9;gender=w', null]);
    expect(sameBreakdown('age=under_5')).toBe(sameBreakdown('age=under 5'));
  });
});
