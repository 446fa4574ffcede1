import { describe, expect, it } from '@jest/globals';
import { draftOf, inputOf } from './indicator-draft.js';
import type { IndicatorDraft } from './indicator-draft.js';

const labels = { percent: '%', persons: 'Personen', count: 'Anzahl', percentage_points: 'Prozentpunkte' };
const draft = (facts: Partial<IndicatorDraft>): IndicatorDraft => ({ ...draftOf(null, String), name: 'Quote', ...facts });

describe('what is sent of an indicator that was typed', () => {
  it('is name and unit, and nothing that was left open', () => {
    expect(inputOf(draft({ source: '  ' }), labels, null)).toMatchObject({ name: 'Quote', unit: 'percent', unitLabel: '%', decimals: 1, source: null, numerator: null, breakdowns: [], baselineValue: null, targetYear: null });
  });

  it('has numbers with a point, and a year that cannot be for what is none, so that the server says so', () => {
    const path = inputOf(draft({ direction: 'UP', baselineValue: '1.250,5', baselineYear: '2020', targetValue: '7,2', targetYear: 'bald' }), labels, null);
    expect(path).toMatchObject({ baselineValue: '1250.5', baselineYear: 2020, targetValue: '7.2', targetYear: 0 });
  });

  it('has a target only with a direction and bounds only with a corridor', () => {
    const facts = { targetValue: '1', targetYear: '2030', corridorLow: '1', corridorHigh: '2' };
    expect(inputOf(draft({ ...facts, direction: 'NEUTRAL' }), labels, null)).toMatchObject({ targetValue: null, targetYear: null, corridorLow: null });
    expect(inputOf(draft({ ...facts, direction: 'CORRIDOR' }), labels, null)).toMatchObject({ targetValue: '1', corridorLow: '1', corridorHigh: '2' });
  });

  it('names the counts of a share, and of nothing else', () => {
    const counts = { numeratorId: 'n', denominatorId: 'd' };
    expect(inputOf(draft(counts), labels, null)).toMatchObject(counts);
    expect(inputOf(draft({ ...counts, unit: 'persons' }), labels, null)).toMatchObject({ numeratorId: null, denominatorId: null });
  });

  it('describes a unit of its own in words', () => {
    expect(inputOf(draft({ unit: 'other', unitLabel: 'Euro' }), labels, null)).toMatchObject({ unit: 'other', unitLabel: 'Euro' });
  });
});
