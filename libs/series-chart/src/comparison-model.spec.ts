import { describe, expect, it } from '@jest/globals';
import { MAX_PARTS } from './chart-model.js';
import { comparisonModel, newestCounted } from './comparison-model.js';

const total = (year: number, value: string | null, version = 1, from = `${year}-01-01`) => ({ periodFrom: from, periodTo: `${year}-12-31`, value, version });

describe('a comparison of municipalities', () => {
  it('takes what was counted the newest way, in order of time', () => {
    expect(newestCounted([total(2023, '3', 2), total(2021, '1'), total(2022, '2', 2), total(2024, null, 3), { periodFrom: null, periodTo: null, value: '9', version: 9 }]).map(({ value }) => value)).toEqual(['2', '3']);
    expect(newestCounted([])).toEqual([]);
    for (const both of [[total(2025, '350', 1, '2025-07-01'), total(2025, '700')], [total(2025, '700'), total(2025, '350', 1, '2025-07-01')]]) expect(newestCounted(both).map(({ value }) => value)).toEqual(['350', '700']);
  });

  it('draws the one that is looked at whatever it is called, and as many others as can be told apart', () => {
    const others = Array.from({ length: 8 }, (_, index) => ({ name: `A${index}`, totals: index === 1 ? [] : [total(2020, String(index))], rhythm: null }));
    const { lines, breaks } = comparisonModel([{ name: 'Zwickau', totals: [total(2020, '5'), total(2021, '6')], rhythm: null }, ...others]);
    expect(lines.map(({ breakdown, look, points }) => [breakdown, look, points.length])).toEqual([['Zwickau', 0, 2], ['A0', 1, 1], ['A2', 2, 1], ['A3', 3, 1], ['A4', 4, 1], ['A5', 5, 1]]);
    expect([lines.length, breaks]).toEqual([MAX_PARTS, []]);
  });

  it('misses values by the rhythm of each municipality, and by the one its own totals keep where none is known', () => {
    const everySecondYear = [total(2018, '1'), total(2020, '2'), total(2022, '3')];
    const gaps = comparisonModel([{ name: 'A', totals: everySecondYear, rhythm: 'yearly' }, { name: 'B', totals: everySecondYear, rhythm: null }]).lines.map((line) => line.gaps);
    expect(gaps).toEqual([[1, 2], []]);
  });
});
