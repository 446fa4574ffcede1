import { describe, expect, it } from '@jest/globals';
import { expectedDistance } from './rhythm.js';

describe('the distance of values', () => {
  it('is what the rhythm of the indicator says, in either spelling', () => {
    expect([expectedDistance('two_yearly', [2018, 2019, 2020]), expectedDistance('TWO_YEARLY', []), expectedDistance('quarterly', [2018, 2020]), expectedDistance('irregular', [2018, 2019])]).toEqual([2, 2, 0.25, Infinity]);
  });

  it('is the one that the series keeps by itself where nobody has said a rhythm', () => {
    expect(expectedDistance(null, [2022, 2016, 2020, 2018, 2018])).toBe(2);
    expect(expectedDistance(null, [2004, 2009, 2014, 2019, 2025])).toBe(5);
    expect(expectedDistance(null, [2020.25, 2020.5, 2020.75, 2021.25])).toBe(0.25);
    expect(expectedDistance(null, [2016, 2018, 2022, 2024, 2026])).toBe(2);
  });

  it('is a year where the series keeps none, or cannot have shown it yet', () => {
    for (const periods of [[], [2020], [2014, 2019], [2014, 2016, 2019, 2024], [2010, 2012, 2019], [2018, 2019, 2021, 2022, 2025]]) expect([periods, expectedDistance(null, periods)]).toEqual([periods, 1]);
  });
});
