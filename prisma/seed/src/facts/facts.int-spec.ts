import { describe, expect, it } from '@jest/globals';
import { CITIES } from '../load-demonstration.js';
import { factsShownIn, indicatorsOf, loadableFacts } from './indicators-of-city.js';
import { isLoadable, noteOf } from './load-rule.policy.js';
import { decimalsOf, observationOfFact } from './observation-of-fact.js';
import { dateOfStep, readMunicipalityFacts } from './process-fact.js';
import { readSeedFacts } from './seed-fact.js';

const factOf = (id: string) => {
  const fact = readSeedFacts().find((candidate) => candidate.id === id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return fact;
};

describe('the load rule', () => {
  it('lets 103 of the 109 statements through', () => {
    expect(readSeedFacts()).toHaveLength(109);
    expect(loadableFacts()).toHaveLength(103);
  });

  it('leaves out what repeats another statement, must not be published, or is seriously doubted', () => {
    const fine = { restates: null, publishable: true, flags: [] };
    const flag = (severity: 'low' | 'medium' | 'high') => ({ code: 'x', severity, message: 'm' });
    expect(isLoadable(fine)).toBe(true);
    expect(isLoadable({ ...fine, flags: [flag('low'), flag('medium')] })).toBe(true);
    expect(isLoadable({ ...fine, restates: 'other' })).toBe(false);
    expect(isLoadable({ ...fine, publishable: false })).toBe(false);
    expect(isLoadable({ ...fine, flags: [flag('high')] })).toBe(false);
  });

  it('shows doubts of medium severity as a note, and no others', () => {
    expect(noteOf({ note: 'Stand', unit: 'persons', flags: [{ code: 'a', severity: 'low', message: 'klein' }, { code: 'b', severity: 'medium', message: 'mittel' }] })).toBe('Stand mittel');
    expect(noteOf({ note: null, unit: 'percent', flags: [{ code: 'inconsistent', severity: 'medium', message: 'Rechnerisch mehr' }] })).toBeNull();
  });
});

describe('a statement as an observation', () => {
  it('keeps the decimals that the source prints, also when they are zero', () => {
    expect(observationOfFact(factOf('stuttgart.foreign_population_share.2021'))).toMatchObject({ value: '26.0', decimals: 1 });
    expect(observationOfFact(factOf('leipzig.population_total.2021'))).toMatchObject({ value: '609869', decimals: 0 });
    expect(decimalsOf(factOf('de.migration_background_population.2005'))).toBe(0);
  });

  it('is about a reference day, a year or a range of years', () => {
    expect(observationOfFact(factOf('leipzig.migration_background_share.2021')).period).toEqual({ from: '2021-12-31', to: '2021-12-31', precision: 'day' });
    expect(observationOfFact(factOf('rostock.foreign_population_share.2021')).period.precision).toBe('year');
    expect(observationOfFact(factOf('leipzig.workshop_participants.2017_2018')).period).toEqual({ from: '2017-01-01', to: '2018-12-31', precision: 'range' });
  });

  it('says why there is no value where the source has none', () => {
    expect(observationOfFact(factOf('hersfeld_rotenburg.migration_background_share.2020'))).toMatchObject({ value: null, missingReason: 'Angaben liegen nicht vor.', qualifier: 'not_available' });
  });
});

describe('what a city shows', () => {
  it('is its own statements and those of the shared regions, so that one can compare', () => {
    for (const { key } of CITIES) {
      const shown = factsShownIn(key);
      const own = loadableFacts().filter((fact) => fact.regionKey === key && fact.kind === 'indicator');
      expect(own.length).toBeGreaterThanOrEqual(6);
      expect(shown).toEqual(expect.arrayContaining(own));
      expect(shown.some((fact) => fact.regionKey === 'de')).toBe(true);
      expect(shown.every(isLoadable)).toBe(true);
    }
  });

  it('names no ethnic group and judges no composition of the population', () => {
    for (const city of CITIES) {
      const { indicators } = indicatorsOf(city, 'm');
      expect(indicators.map(({ key }) => key)).not.toContain('sinti_roma_residents');
      expect(indicators.filter(({ key }) => /population|background|nationalities/.test(key)).map(({ direction }) => direction)).toEqual(expect.not.arrayContaining(['up', 'down']));
    }
  });
});

describe('the dates of the process', () => {
  it('are understood for all six municipalities with the exactness the source gives them', () => {
    const steps = readMunicipalityFacts().flatMap((municipality) => municipality.processSteps);
    expect(steps.map((step) => dateOfStep(step).precision)).toEqual(steps.map((step) => step.datePrecision));
  });

  it('are refused when they are less exact than said', () => {
    expect(() => dateOfStep({ date: '2017', datePrecision: 'day' })).toThrow('2017');
  });
});
