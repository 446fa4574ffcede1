import { describe, expect, it } from '@jest/globals';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { indicatorOf } from './indicator.entity.js';
import type { IndicatorDraft } from './indicator.entity.js';

const draft = (facts: Partial<IndicatorDraft> = {}): IndicatorDraft => ({
  key: 'employment_rate', name: 'Beschäftigungsquote', unit: 'percent', unitLabel: '%', decimals: 1, direction: 'up', definition: 'Beschäftigte geteilt durch Personen von 15 bis 64.', ...facts,
});

function codesOf(facts: Partial<IndicatorDraft>): string[] {
  try {
    indicatorOf(draft(facts));
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.details.map(({ code, path }) => `${code} at ${path.join('.')}`);
    throw error;
  }
}

describe('an indicator', () => {
  it('is stored in tidy form', () => {
    expect(indicatorOf(draft({ key: ' employment_rate ', name: ' Beschäftigungs  quote ' })).indicator).toMatchObject({ key: 'employment_rate', name: 'Beschäftigungs quote' });
  });

  it('takes nothing along that came with the form', () => {
    expect(indicatorOf({ ...draft(), ...{ idempotencyKey: 'k', isExample: true } })).toEqual(indicatorOf(draft()));
  });
});

describe('an indicator with mistakes', () => {
  it.each(['', 'Quote', '1st', 'a-b', 'ä', 'x'.repeat(81)])('is refused for the key %p', (key) => {
    expect(codesOf({ key })).toEqual(['KEY_INVALID at key']);
  });

  it.each([-1, 7, 0.5, NaN])('is refused for %p decimals', (decimals) => {
    expect(codesOf({ decimals })).toEqual(['DECIMALS_INVALID at decimals']);
  });

  it('is answered with all of them at once', () => {
    expect(codesOf({ key: '', name: ' ', unit: '', unitLabel: '\ud800', definition: '\ud800' })).toEqual([
      'KEY_INVALID at key', 'NAME_REQUIRED at name', 'UNIT_REQUIRED at unit', 'TEXT_NOT_STORABLE at unitLabel', 'TEXT_NOT_STORABLE at definition',
    ]);
  });
});
