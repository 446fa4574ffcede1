import { describe, expect, it } from '@jest/globals';
import { chartModel } from '@konzeptwerkstatt/series-chart';
import type { Indicator, PageObservation } from './chart-model.js';
import { chartSentences } from './summary.js';
import type { Wording } from './summary.js';

const observation = (year: number, value: string): PageObservation => ({ id: String(year), periodTo: `${year}-12-31`, breakdown: '', value, qualifier: 'MORE_THAN', isSuppressed: false, region: { id: 'r', label: 'Stadt' }, definition: { version: 1 } }) as PageObservation;
const wording: Wording = {
  t: (key: string, facts: object = {}) => [key, ...Object.values(facts)].join(' '), value: String, stated: ({ value }) => `mehr als ${value}`, distance: String, period: ({ periodTo }) => String(periodTo).slice(0, 4),
};

describe('the sentences of a chart', () => {
  it('say of the first and the latest value how exact they are', () => {
    const model = chartModel([observation(2018, '90'), observation(2020, '100')], { regionId: 'r', dimension: null }, null);
    expect(chartSentences(model, { gaps: [], assessment: null } as unknown as Indicator, false, wording)).toEqual(['monitoring.summary.latest mehr als 100 2020', 'monitoring.summary.first mehr als 90 2018']);
  });
});
