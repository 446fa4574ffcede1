import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gapsOf, measuredPieces } from './gaps.js';

describe('the gaps of a line', () => {
  it('are whole years without a value, whether there are many values or two', () => {
    expect(gapsOf([2018, 2019, 2021, 2022, 2025], [])).toEqual([2, 4]);
    expect(gapsOf([2014, 2019], [])).toEqual([1]);
    expect(gapsOf([2018, 2020, 2022], [])).toEqual([1, 2]);
  });

  it('are single months and quarters where values come so often', () => {
    expect(gapsOf([2020.25, 2020.5, 2020.75, 2021.25], [])).toEqual([3]);
    expect(gapsOf([1, 2, 3, 5].map((month) => 2020 + month / 12), [])).toEqual([3]);
  });

  it('are no years beside one value in between', () => {
    expect(gapsOf([2017, 2018, 2019, 2019.5, 2020, 2021], [])).toEqual([]);
    expect(gapsOf([2020, 2021, 2021, 2022], [])).toEqual([]);
  });

  it('are periods of which is known that there is no value', () => {
    expect(gapsOf([2020, 2021], [2020.5])).toEqual([1]);
    expect(gapsOf([2020, 2021], [2019, 2020, 2021, 2022])).toEqual([]);
  });

  it('are none where there is nothing to join', () => {
    expect([gapsOf([], []), gapsOf([2020], [2021])]).toEqual([[], []]);
  });

  it('part a line so that every value stands in one piece, and no piece has a year without a value in it', () => {
    const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1 }).map((found) => found.sort((a, b) => a - b));
    fc.assert(fc.property(years, fc.array(fc.integer({ min: 1990, max: 2030 })), (at, without) => {
      const pieces = measuredPieces(at, gapsOf(at, without));
      expect(pieces.flat()).toEqual(at);
      expect(pieces.every((piece) => piece.every((year, index) => index === 0 || year - 1 === piece[index - 1]))).toBe(true);
    }));
  });
});
