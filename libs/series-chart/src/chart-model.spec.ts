import { describe, expect, it } from '@jest/globals';
import { chartChoices, chartModel, onlyPoint, placeInTime, valueRange, partsOf } from './chart-model.js';
import type { ChartObservation } from './chart-model.js';
import type { ChartRhythm } from './rhythm.js';

function observation(year: number, value: string | null, facts: { breakdown?: string; version?: number; region?: string; isSuppressed?: boolean } = {}): ChartObservation {
  const { breakdown = '', version = 1, region = 'r', isSuppressed = false } = facts;
  return { id: `${year}/${breakdown}/${version}/${region}`, value, breakdown, isSuppressed, periodTo: `${year}-12-31`, region: { id: region, label: region }, definition: { version } };
}

const totals = { regionId: 'r', dimension: null };
const gapsOfTotals = (years: readonly number[], rhythm: ChartRhythm, ...more: ChartObservation[]) => chartModel([...years.map((year) => observation(year, '1')), ...more], totals, rhythm).lines.map(({ gaps }) => gaps);

describe('what the chart draws', () => {
  it('joins values of one way of counting in order of time, and never over a break', () => {
    const model = chartModel([observation(2023, '3', { version: 2 }), observation(2021, '2'), observation(2020, '1')], totals, null);
    expect(model.lines.map(({ version, points }) => [version, points.map(({ x, value }) => [x, value])])).toEqual([[2, [[2023, 3]]], [1, [[2020, 1], [2021, 2]]]]);
    expect(model.breaks).toEqual([{ version: 2, x: 2023 }]);
  });

  it('marks what is withheld, and draws no value for it', () => {
    const model = chartModel([observation(2020, '9', { breakdown: 'district=a' }), observation(2021, null, { breakdown: 'district=a', isSuppressed: true })], { regionId: 'r', dimension: 'district' }, null);
    expect(model.lines.flatMap(({ points }) => points.map(({ x }) => x))).toEqual([2020]);
    expect(model.hidden).toEqual([2021]);
  });

  it('misses a value only where the rhythm has one due', () => {
    expect([gapsOfTotals([2016, 2018, 2020], 'two_yearly'), gapsOfTotals([2016, 2018, 2020], 'YEARLY'), gapsOfTotals([2016, 2018, 2024], 'irregular'), gapsOfTotals([2016, 2018, 2020, 2024], null)]).toEqual([[[]], [[1, 2]], [[]], [[3]]]);
  });

  it('reads the rhythm of a part from what is known of it, without a value and before a break as well', () => {
    expect(gapsOfTotals([2014, 2016, 2018], null, observation(2020, '1', { version: 2 }), observation(2022, '1', { version: 2 }))).toEqual([[], []]);
    expect(gapsOfTotals([2018, 2020, 2022], null, observation(2019, null), observation(2021, null))).toEqual([[1, 2]]);
  });

  it('has one value alone where nothing else can be drawn and nothing is withheld', () => {
    const only = (...observations: ChartObservation[]) => onlyPoint(chartModel(observations, totals, null))?.value ?? null;
    expect([only(observation(2020, '7')), only(observation(2020, '7'), observation(2021, '8')), only(observation(2020, '7'), observation(2021, null, { isSuppressed: true })), only()]).toEqual([7, null, null, null]);
  });

  it('gives a part the same look on both sides of a break', () => {
    const parts = [observation(2020, '1', { breakdown: 'group=a' }), observation(2020, '2', { breakdown: 'group=b' }), observation(2021, '3', { breakdown: 'group=b', version: 2 })];
    const looks = chartModel(parts, { regionId: 'r', dimension: 'group' }, null).lines.map(({ breakdown, look }) => [breakdown, look]);
    expect(looks).toEqual([['group=a', 0], ['group=b', 1], ['group=b', 1]]);
  });

  it('offers regions with values and what they are broken down by, and nothing that is broken down twice', () => {
    const all = [observation(2020, '1'), observation(2020, '1', { breakdown: 'group=a' }), observation(2020, '1', { breakdown: 'district=x;group=a' }), observation(2020, null, { region: 'empty' })];
    expect(chartChoices(all)).toEqual([{ id: 'r', label: 'r', dimensions: [null, 'group'] }]);
  });
});

describe('the axes', () => {
  it('place a period where it ends', () => {
    expect([placeInTime('2021-12-31'), placeInTime('2021-06-30')]).toEqual([2021, 2020.5]);
  });

  it('begin at zero unless all values lie far above it', () => {
    expect(valueRange([420, 900])).toEqual([0, 900]);
    expect(valueRange([82.5, 97])[0]).toBeGreaterThan(50);
    expect(valueRange([-4, 3])).toEqual([-4, 3]);
    expect(valueRange([0])).toEqual([0, 1]);
  });

  it('names group 2 before group 10', () => {
    const of = (name: string) => ({ id: name, periodTo: '2024-12-31', breakdown: `group=${name}`, value: '1', isSuppressed: false, region: { id: 'r', label: 'R' }, definition: { version: 1 } });
    expect(partsOf([of('Gruppe 10'), of('Gruppe 2'), of('Gruppe 1')], { regionId: 'r', dimension: 'group' })).toEqual(['group=Gruppe 1', 'group=Gruppe 2', 'group=Gruppe 10']);
  });
});
