import { describe, expect, it } from '@jest/globals';
import { partsInWords, totalInWords } from './standing.text.js';
import type { LatestValue } from './standing.text.js';

const standing = (more: Partial<LatestValue> = {}): LatestValue => ({ periodFrom: '2025-01-01', periodTo: '2025-12-31', periodPrecision: 'year', value: '20.50', decimals: 2, qualifier: 'exact', isSuppressed: false, sensitivity: 'personal', ...more });
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll(/[\u200e\u200f]/g, '');
const german = (more: Partial<LatestValue> = {}): string => plain(totalInWords(standing(more), '%', 'de'));

describe('how an indicator stands, in a document', () => {
  it('is its latest value with its decimals, its unit and its time, in the language of the document', () => {
    expect((['de', 'en', 'ar'] as const).map((language) => plain(totalInWords(standing({ value: '1250.50' }), 'Euro', language)))).toEqual(['zuletzt 1.250,50 Euro (2025)', 'latest 1,250.50 Euro (2025)', 'آخر قيمة 1,250.50 Euro (2025)']);
    expect(plain(totalInWords(standing({ value: '41', decimals: 0 }), 'Anzahl', 'de'))).toBe('zuletzt 41 (2025)');
  });

  it.each<[string, string, LatestValue['periodPrecision'], string]>([
    ['2020-12-31', '2020-12-31', 'day', '31.12.2020'], ['2021-07-01', '2021-09-30', 'quarter', '3. Quartal 2021'], ['2021-09-01', '2021-09-30', 'month', 'September 2021'], ['2024-01-01', '2024-06-30', 'range', '1. Halbjahr 2024'],
    ['2024-07-01', '2024-12-31', 'range', '2. Halbjahr 2024'], ['2017-01-01', '2018-12-31', 'range', '2017 bis 2018'], ['2024-07-01', '2025-02-28', 'range', '01.07.2024 bis 28.02.2025'],
  ])('says of %s to %s (%s): %s', (periodFrom, periodTo, periodPrecision, words) => {
    expect(german({ periodFrom, periodTo, periodPrecision })).toBe(`zuletzt 20,50 % (${words})`);
  });

  it('says when the value is not exact, or about no known time', () => {
    expect([german({ qualifier: 'less_than' }), german({ qualifier: 'approx' }), german({ periodFrom: null, periodTo: null, periodPrecision: 'unknown' })]).toEqual(['zuletzt weniger als 20,50 % (2025)', 'zuletzt rund 20,50 % (2025)', 'zuletzt 20,50 % (ohne Datum)']);
  });

  it('never says what is withheld or of special sensitivity', () => {
    const hidden = { value: null, isSuppressed: true };
    expect([german(hidden), german({ value: null }), german({ sensitivity: 'special' })]).toEqual(['der Wert für 2025 wird nicht gezeigt, damit niemand erkennbar ist', 'kein Wert für 2025', 'der Wert steht nur beim Indikator selbst']);
    expect(plain(partsInWords(standing({ value: '3' }), 'de'))).toBe('nach Gruppen gezählt, zuletzt 2025');
  });
});
