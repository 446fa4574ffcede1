import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { disagreeingShare } from './share.policy.js';

const counts = fc.integer({ min: 1, max: 10_000_000 }).chain((denominator) => fc.record({ denominator: fc.constant(denominator), numerator: fc.integer({ min: 0, max: denominator }) }));
const decimals = fc.integer({ min: 0, max: 3 });

describe('a share and the counts it is made of', () => {
  it('disagrees where the source is wrong, and says what follows from the counts', () => {
    expect(disagreeingShare({ value: '37.1', decimals: 1, numerator: '60082', denominator: '162790' })).toBe('36.9');
    expect(disagreeingShare({ value: '17.4', decimals: 1, numerator: '28314', denominator: '162790' })).toBeNull();
    expect(disagreeingShare({ value: '150', decimals: 0, numerator: '10.5', denominator: '7' })).toBeNull();
    expect(disagreeingShare({ value: '1', decimals: 0, numerator: '0', denominator: '7' })).toBe('0');
  });

  it('agrees with every way of rounding, also of what lies exactly between two', () => {
    expect(['12.5', '12', '13'].map((value) => disagreeingShare({ value, decimals: value.length > 2 ? 1 : 0, numerator: '1', denominator: '8' }))).toEqual([null, null, null]);
    fc.assert(fc.property(counts, decimals, fc.boolean(), ({ numerator, denominator }, places, isUp) => {
      const step = 10 ** places;
      const exact = (100 * numerator * step) / denominator;
      const rounded = isUp ? Math.ceil(exact - 0.5) : Math.floor(exact + 0.5);
      expect(disagreeingShare({ value: (rounded / step).toFixed(places), decimals: places, numerator: String(numerator), denominator: String(denominator) })).toBeNull();
    }));
  });

  it('disagrees with everything that is further off than rounding, and what it says agrees with the counts', () => {
    fc.assert(fc.property(counts, decimals, fc.integer({ min: 1, max: 500 }), fc.boolean(), ({ numerator, denominator }, places, off, isMore) => {
      const step = 10 ** places;
      const share = Math.round((100 * numerator * step) / denominator) + (isMore ? off + 1 : -off - 1);
      const found = disagreeingShare({ value: (share / step).toFixed(places), decimals: places, numerator: String(numerator), denominator: String(denominator) });
      expect(found).not.toBeNull();
      expect(disagreeingShare({ value: found ?? '', decimals: places, numerator: String(numerator), denominator: String(denominator) })).toBeNull();
    }));
  });

  it('says nothing where nothing can be divided', () => {
    expect(['0', '-5'].map((denominator) => disagreeingShare({ value: '10', decimals: 0, numerator: '1', denominator }))).toEqual([null, null]);
    expect(disagreeingShare({ value: '10', decimals: 0, numerator: '-1', denominator: '5' })).toBeNull();
  });
});
