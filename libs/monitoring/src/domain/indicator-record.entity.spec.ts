import { describe, expect, it } from '@jest/globals';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { filledDefinition, isBreak } from './definition.entity.js';
import { freeKey, keyOfName } from './indicator-key.policy.js';
import { indicatorOf, pathVersionOf } from './indicator.entity.js';
import type { IndicatorDraft } from './indicator.entity.js';
import { observationPeriodText } from './observation-period.text.js';
import { parseObservationPeriod } from './observation-period.policy.js';
import { overdueFrom, overdueSince } from './reporting-rhythm.policy.js';
import { STARTER_SET } from './starter-set.js';

const draft = (facts: Partial<IndicatorDraft>): IndicatorDraft => ({ name: 'Beratene Menschen', unit: 'persons', unitLabel: 'Personen', decimals: 0, direction: 'up', ...facts });

function codesOf(facts: Partial<IndicatorDraft>): string[] {
  try {
    indicatorOf(draft(facts));
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.details.map(({ code, path }) => `${code} at ${path.join('.')}`);
    throw error;
  }
}

const path = { baselineValue: '420', baselineYear: 2020, targetValue: '900', targetYear: 2028 };

describe('the record of an indicator', () => {
  it('may be left open but for name and unit; counts of people are protected from the start', () => {
    const { indicator, definition } = indicatorOf(draft({}));
    expect(indicator).toMatchObject({ key: 'beratene_menschen', sensitivity: 'personal', breakdowns: [], rhythm: null, targetValue: null });
    expect(definition).toMatchObject({ text: '', source: null, numerator: null });
  });

  it('takes the whole starter set as it is', () => {
    expect(STARTER_SET.map((starter) => indicatorOf(starter).indicator.key)).toEqual([...new Set(STARTER_SET.map(({ key }) => key))]);
  });

  it('keeps the bounds of a corridor with the corridor only', () => {
    const bounds = { corridorLow: '10', corridorHigh: '20' };
    expect(indicatorOf(draft({ direction: 'corridor', ...bounds })).indicator).toMatchObject(bounds);
    expect(indicatorOf(draft(bounds)).indicator).toMatchObject({ corridorLow: null, corridorHigh: null });
  });
});

describe('a record with mistakes', () => {
  it.each<[string, Partial<IndicatorDraft>]>([
    ['NUMBER_INVALID at targetValue', { ...path, targetValue: 'viel' }], ['YEAR_INVALID at baselineYear', { ...path, baselineYear: 20 }],
    ['BASELINE_INCOMPLETE at baselineYear', { baselineValue: '3' }], ['TARGET_INCOMPLETE at targetValue', { targetYear: 2028 }],
    ['TARGET_BEFORE_BASELINE at targetYear', { ...path, targetYear: 2020 }], ['TARGET_AGAINST_DIRECTION at targetValue', { ...path, direction: 'down' }],
    ['TARGET_NEEDS_DIRECTION at targetValue', { ...path, direction: 'neutral' }], ['CORRIDOR_REQUIRED at corridorHigh', { direction: 'corridor', corridorLow: '1' }],
    ['CORRIDOR_REVERSED at corridorHigh', { direction: 'corridor', corridorLow: '2', corridorHigh: '2' }], ['TEXT_TOO_LONG at numerator', { numerator: 'x'.repeat(2001) }],
  ])('is refused: %s', (code, facts) => {
    expect(codesOf(facts)).toEqual([code]);
  });
});

describe('a definition', () => {
  const before = filledDefinition({ definition: 'Kinder in Kitas', numerator: 'Kinder mit Migrationshintergrund', populationConcept: null });

  it('is another way of counting when numerator, denominator or the people change', () => {
    expect(isBreak(before, { ...before, numerator: 'Kinder mit Einwanderungsgeschichte' })).toBe(true);
    expect(isBreak(before, { ...before, numerator: null })).toBe(true);
  });

  it('is the same when it is only worded better, or said for the first time', () => {
    expect(isBreak(before, { ...before, text: 'Kinder in Kindertageseinrichtungen', source: 'Amt', methodNote: 'Stichtag' })).toBe(false);
    expect(isBreak(before, { ...before, populationConcept: 'Migrationshintergrund', denominator: 'Alle Kinder' })).toBe(false);
  });

  it('takes baseline and target along only when they are set anew', () => {
    const standing = { ...path, pathVersion: 1 };
    expect(pathVersionOf(standing, path, 2)).toBe(1);
    expect(pathVersionOf(standing, { ...path, baselineValue: '420.0' }, 2)).toBe(1);
    expect(pathVersionOf(standing, { ...path, targetValue: '950' }, 2)).toBe(2);
    expect(pathVersionOf(standing, { baselineValue: null, baselineYear: null, targetValue: null, targetYear: null }, 2)).toBeNull();
  });
});

describe('a key made from a name', () => {
  it.each([['Anteil der Kinder (Kita)', 'anteil_der_kinder_kita'], ['Größe & Maß', 'groesse_mass'], ['3. Quote', 'quote'], ['日本', 'indicator'], ['Café', 'cafe']])('is readable: %s', (name, key) => {
    expect(keyOfName(name)).toBe(key);
  });

  it('makes way for those that are taken', () => {
    expect(freeKey('quote', new Set(['quote', 'quote_2']))).toBe('quote_3');
  });
});

describe('the next value', () => {
  it('is missed when its period is over and half as long again has passed', () => {
    expect(overdueFrom('yearly', '2024-12-31')).toBe('2026-07-01');
    expect(overdueFrom('quarterly', '2026-03-31')).toBe('2026-09-01');
    expect(overdueFrom('two_yearly', '2023-12-31')).toBe('2027-01-01');
  });

  it('is overdue from that day on, and never without a promise', () => {
    expect(overdueSince('yearly', '2024-12-31', '2026-06-30')).toBeNull();
    expect(overdueSince('yearly', '2024-12-31', '2026-07-01')).toBe('2026-07-01');
    expect(overdueSince('irregular', '1990-12-31', '2026-07-01')).toBeNull();
    expect(overdueSince('yearly', null, '2026-07-01')).toBeNull();
  });
});

describe('a period in a file', () => {
  it.each(['2021', '2021-Q3', '2021-09', '2021-12-31', '2017/2018', '2021-03-01/2021-03-15'])('is written as it is read: %s', (text) => {
    const period = parseObservationPeriod(text);
    if (typeof period === 'string') throw new Error(period);
    expect(observationPeriodText({ periodFrom: period.from, periodTo: period.to, periodPrecision: period.precision })).toBe(text);
  });
});
