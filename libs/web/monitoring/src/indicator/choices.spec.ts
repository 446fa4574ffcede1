import { describe, expect, it } from '@jest/globals';
import ar from '../catalogue/ar.json' with { type: 'json' };
import de from '../catalogue/de.json' with { type: 'json' };
import en from '../catalogue/en.json' with { type: 'json' };
import { BREAKDOWNS, DIRECTIONS, KINDS, LEVELS, REFERENCE_DATES, RHYTHMS, SENSITIVITIES } from './choices.js';
import { UNITS } from './indicator-draft.js';

const judgements = ['REACHED', 'ON_PATH', 'BEHIND', 'AWAY', 'WITHIN', 'BELOW', 'ABOVE', 'IMPROVING', 'WORSENING', 'STEADY'];
const lists: Readonly<Record<string, readonly string[]>> = {
  dimension: BREAKDOWNS, direction: DIRECTIONS, kind: KINDS, spatialLevel: LEVELS, referenceDateType: REFERENCE_DATES, rhythm: RHYTHMS, sensitivity: SENSITIVITIES, unit: UNITS, 'record.part-hint': BREAKDOWNS,
  judgement: judgements.map((judgement) => `${judgement}.sentence`),
};

describe('everything that can be chosen or judged', () => {
  it.each([['German', de], ['English', en], ['Arabic', ar]])('has its words in %s', (_language, catalogue) => {
    const keys = Object.entries(lists).flatMap(([name, ids]) => ids.map((id) => `monitoring.${name}.${id}`));
    expect(keys.filter((key) => !(key in catalogue))).toEqual([]);
  });
});
