import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import de from '../catalogue/de.json' with { type: 'json' };
import { readTypedValue, typedPeriod, valueText } from './observation-text.js';

const t = (key: string, values?: Record<string, unknown>): string =>
  String(new IntlMessageFormat((de as Record<string, string>)[key] ?? `missing ${key}`, 'de').format(values as Record<string, string>));

const share = { unit: 'percent', unitLabel: '%' };
const persons = { unit: 'persons', unitLabel: 'Personen' };
const quantity = (value: string, unit: { label: string }, decimals: number): string =>
  `${new Intl.NumberFormat('de', { minimumFractionDigits: decimals }).format(Number(value))} ${unit.label}`;
const inGerman = (value: string | null, qualifier: string, unit = share, decimals = 1): string => valueText({ value, decimals, qualifier, isSuppressed: false }, unit, t, quantity);

describe('a value in words', () => {
  it('is a number with its unit when it is exact', () => {
    expect(inGerman('7.2', 'exact')).toBe('7,2 %');
    expect(inGerman('15300000', 'exact', persons, 0)).toBe('15.300.000 Personen');
  });

  it.each([['approx', 'rund 7,2 %'], ['rounded', 'gerundet 7,2 %'], ['less_than', 'weniger als 7,2 %'], ['more_than', 'mehr als 7,2 %'], ['derived', '7,2 % (berechnet)']])('says when it is %s', (qualifier, words) => {
    expect(inGerman('7.2', qualifier)).toBe(words);
  });

  it('says that there is none', () => {
    expect(inGerman(null, 'not_available')).toBe('kein Wert');
  });

  it('says that it is withheld', () => {
    expect(valueText({ value: null, decimals: 0, qualifier: 'exact', isSuppressed: true }, persons, t, quantity)).toBe('nicht gezeigt');
  });
});

describe('a number as people type it', () => {
  it.each([['7,2', '7.2'], ['7.2', '7.2'], ['1.250', '1250'], ['1.250.000,5', '1250000.5'], ['1 250', '1250'], ['12,5 %', '12.5'], ['-3', '-3'], ['−3,5', '-3.5'], ['0', '0']])('is read: %s', (typed, sent) => {
    expect(readTypedValue(typed)).toBe(sent);
  });

  it.each(['viele', '1,2,3', '12,', ''])('goes to the server as it is when it is none: %j', (typed) => {
    expect(readTypedValue(typed)).toBe(typed);
  });
});

describe('a period to be typed again', () => {
  it.each([['2025-12-31', 'DAY', '31.12.2025'], ['2025-03-01', 'MONTH', '03/2025'], ['2025-07-01', 'QUARTER', 'Q3 2025'], ['2025-01-01', 'YEAR', 'in words'], [null, 'UNKNOWN', '']] as const)('needs no names of months: %s %s', (periodFrom, periodPrecision, text) => {
    expect(typedPeriod({ periodFrom, periodTo: null, periodPrecision }, () => 'in words')).toBe(text);
  });
});
