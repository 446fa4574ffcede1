import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gapsOf, measuredPieces } from './gaps.js';

const gapsAt = (distance: number, at: readonly number[], without: readonly number[] = []): number[] => gapsOf(at, { distance, without });

describe('the gaps of a line', () => {
  it('are years without a value where one is due every year', () => {
    expect(gapsAt(1, [2018, 2019, 2021, 2022, 2025])).toEqual([2, 4]);
    expect(gapsAt(1, [2014, 2019])).toEqual([1]);
    expect(gapsAt(1, [2018, 2020, 2022])).toEqual([1, 2]);
  });

  it('are no years in which none was due', () => {
    expect(gapsAt(2, [2016, 2018, 2020, 2024])).toEqual([3]);
    expect(gapsAt(2, [2016, 2018, 2021])).toEqual([]);
    expect(gapsAt(Infinity, [2001, 2019, 2020])).toEqual([]);
  });

  it('are single months and quarters where values come so often', () => {
    expect(gapsAt(0.25, [2020.25, 2020.5, 2020.75, 2021.25])).toEqual([3]);
    expect(gapsAt(1 / 12, [1, 2, 3, 5].map((month) => 2020 + month / 12))).toEqual([3]);
  });

  it('are no years beside one value in between', () => {
    expect(gapsAt(1, [2017, 2018, 2019, 2019.5, 2020, 2021])).toEqual([]);
    expect(gapsAt(1, [2020, 2021, 2021, 2022])).toEqual([]);
  });

  it('are periods of which is known that there is no value', () => {
    expect(gapsAt(1, [2020, 2021], [2020.5])).toEqual([1]);
    expect(gapsAt(2, [2018, 2020], [2019])).toEqual([1]);
    expect(gapsAt(1, [2020, 2021], [2019, 2020, 2021, 2022])).toEqual([]);
  });

  it('are none where there is nothing to join', () => {
    expect([gapsAt(1, []), gapsAt(1, [2020], [2021])]).toEqual([[], []]);
  });

  it('part a line so that every value stands in one piece, and no piece lacks a year in which one was due', () => {
    const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1 }).map((found) => found.sort((a, b) => a - b));
    fc.assert(fc.property(years, fc.array(fc.integer({ min: 1990, max: 2030 })), fc.integer({ min: 1, max: 5 }), (at, without, distance) => {
      const pieces = measuredPieces(at, gapsAt(distance, at, without));
      expect(pieces.flat()).toEqual(at);
      expect(pieces.every((piece) => piece.every((year, index) => index === 0 || year - (piece[index - 1] ?? year) <= distance * 1.5))).toBe(true);
    }));
  });
});
