import { describe, expect, it } from '@jest/globals';
import { scaleLinear } from 'd3-scale';
import { axisLabels } from './axis-labels.js';

const numbers = {
  number: (value: string, decimals: number) => Number(value).toLocaleString('de', { minimumFractionDigits: decimals }),
  compact: (value: string) => Number(value).toLocaleString('de', { notation: 'compact', maximumFractionDigits: 3 }).replace('\u00a0', ' '),
};
const labelsOf = (from: number, to: number, mostLetters: number): string[] => axisLabels(scaleLinear([from, to], [0, 1]), numbers, mostLetters).map(({ label }) => label);

describe('the numbers of an axis', () => {
  it('are written in full where there is room, all with the same decimals', () => {
    expect(labelsOf(0, 1e9, 13)).toEqual(['0', '200.000.000', '400.000.000', '600.000.000', '800.000.000', '1.000.000.000']);
    expect(labelsOf(0, 1, 8)).toEqual(['0,0', '0,2', '0,4', '0,6', '0,8', '1,0']);
  });

  it('are short where there is none', () => {
    expect(labelsOf(0, 1.2e9, 8)).toEqual(['0', '200 Mio.', '400 Mio.', '600 Mio.', '800 Mio.', '1 Mrd.', '1,2 Mrd.']);
  });

  it('stand in the order of a language that runs from right to left', () => {
    const arabic = { number: numbers.number, compact: (value: string) => `${Number(value) / 1e9} مليار` };
    expect(axisLabels(scaleLinear([0, 2e9], [0, 1]), arabic, 8).at(-1)?.label).toBe('\u20672 مليار\u2069');
  });

  it('are written in full where short ones would be the same', () => {
    expect(labelsOf(1e9, 1_000_000_400, 8).at(-1)).toBe('1.000.000.400');
  });

  it('are written in full where a language has no shorter form', () => {
    expect(labelsOf(0, 300_000, 5).at(-1)).toBe('300.000');
  });
});
