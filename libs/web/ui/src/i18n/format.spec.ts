import { describe, expect, it } from '@jest/globals';
import { formatAgo, formatCompactNumber, formatDay, formatList, formatMoney, formatNumber, formatQuantity, intlLocale } from './format.js';
import { findLanguage, interfaceLanguages } from './languages.js';

describe('dates and numbers of the interface', () => {
  it.each(interfaceLanguages.map(({ tag }) => tag))('use the Gregorian calendar and Latin digits in %s', (tag) => {
    const options = new Intl.DateTimeFormat(intlLocale(tag)).resolvedOptions();
    expect([options.calendar, options.numberingSystem]).toEqual(['gregory', 'latn']);
    expect(formatDay('2026-11-22', tag)).toContain('2026');
    expect(formatDay('2026-11-22', tag)).toContain('22');
  });

  it('keep a calendar day on its day whatever the time zone is', () => {
    expect(formatDay('2026-01-01', 'de')).toBe('1. Januar 2026');
  });

  it('write German numbers and amounts as German readers expect', () => {
    expect(formatNumber('1234567.5', 'de', 1)).toBe('1.234.567,5');
    expect(formatMoney('120000.00', 'EUR', 'de').replace(/\s/g, ' ')).toBe('120.000,00 €');
  });

  it('write a value with its unit, and what is only counted without one', () => {
    const written = (label: string, key: string) => ['de', 'en', 'ar'].map((tag) => formatQuantity('1250', { key, label }, 0, tag).replace(/\s/g, ' '));
    expect([written('Personen', 'persons'), written('Anzahl', 'count')]).toEqual([['1.250 Personen', '1,250 Personen', '1,250 Personen'], ['1.250', '1,250', '1,250']]);
  });

  it('write long numbers in short form where there is little room', () => {
    expect(['de', 'en', 'ar'].map((tag) => formatCompactNumber('1200000000', tag).replace(/\s/g, ' '))).toEqual(['1,2 Mrd.', '1.2bn', '1.2 مليار']);
  });

  it('do not round long decimal strings through floating point', () => {
    expect(formatNumber('9007199254740993', 'de')).toBe('9.007.199.254.740.993');
  });

  it('say how long ago something was in the coarsest unit', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(formatAgo('2026-11-22T11:55:00Z', 'de', now)).toBe('vor 5 Minuten');
    expect(formatAgo('2026-11-21T11:00:00Z', 'de', now)).toBe('gestern');
  });

  it('list names as the language does, each in its own direction', () => {
    expect(formatList(['Amira', 'Jonas', 'Olga'], 'de')).toBe('Amira, Jonas und Olga');
    expect(formatList(['أميرة'], 'de')).toBe('\u2068أميرة\u2069');
    const arabic = formatList(['أميرة', 'Jonas', 'Olga'], 'ar');
    expect(arabic).not.toContain(',');
    expect(arabic).toContain('و\u2068Jonas\u2069');
  });

  it('show nothing for what is no date', () => {
    expect(formatDay('morgen', 'de')).toBe('');
  });
});

describe('languages of the interface', () => {
  it('are found by their tag with or without a region', () => {
    expect(findLanguage('ar-SY')?.direction).toBe('rtl');
    expect(findLanguage('EN')?.tag).toBe('en');
  });

  it('are not invented for unknown tags', () => {
    expect(findLanguage('xx')).toBeUndefined();
    expect(findLanguage(null)).toBeUndefined();
  });
});
