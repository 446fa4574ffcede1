import { describe, expect, it } from '@jest/globals';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { datedStepOf } from './dated-step.entity.js';
import type { DatedStepDraft } from './dated-step.entity.js';

const draft = (facts: Partial<DatedStepDraft> = {}): DatedStepDraft => ({ kind: 'participation', title: 'Werkstatt', date: '2025-Q3', note: null, ...facts });

function codesOf(facts: Partial<DatedStepDraft>): string[] {
  try {
    datedStepOf(draft(facts));
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.details.map(({ code, path }) => `${code} at ${path.join('.')}`);
    throw error;
  }
}

describe('a dated step', () => {
  it('keeps its date as exactly as it was typed, with a tidy title', () => {
    expect(datedStepOf(draft({ title: '  Erste   Werkstatt ', note: '  ' }))).toEqual({
      kind: 'participation', title: 'Erste Werkstatt', date: { from: '2025-07-01', to: '2025-09-30', precision: 'quarter' }, note: null,
    });
  });

  it('may be undated', () => {
    expect(datedStepOf(draft({ date: 'undated' })).date.precision).toBe('unknown');
  });
});

describe('a draft with mistakes', () => {
  it('is answered with all of them at once', () => {
    expect(codesOf({ kind: 'party', title: ' ', date: 'bald', note: 'x'.repeat(2001) })).toEqual(['STEP_KIND_INVALID at kind', 'TITLE_REQUIRED at title', 'DATE_INVALID at date', 'TEXT_TOO_LONG at note']);
  });

  it.each(['Wort\u0000', 'Wort\ud800'])('is refused for text that no store keeps', (text) => {
    expect(codesOf({ title: text })).toEqual(['TEXT_NOT_STORABLE at title']);
    expect(codesOf({ note: text })).toEqual(['TEXT_NOT_STORABLE at note']);
  });
});
