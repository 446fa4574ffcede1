import { describe, expect, it } from '@jest/globals';
import { withColumn } from './statistics-reading.js';
import type { ReadColumn } from './statistics-reading.js';

const column = (facts: Partial<ReadColumn>): ReadColumn => ({ column: 0, role: 'VALUE', indicatorId: null, period: null, region: null, breakdown: null, unit: null, ...facts });

describe('columns of a statistics file', () => {
  it('keep what was said of them as long as they mean the same, in their order', () => {
    const columns = [column({ column: 2, indicatorId: 'x', period: '2021' }), column({ column: 5, role: 'NOTE' })];
    expect(withColumn(columns, 2, { role: 'VALUE', period: '2022' })).toEqual([column({ column: 2, indicatorId: 'x', period: '2022' }), columns[1]]);
    expect(withColumn(columns, 2, { role: 'PERIOD' })).toEqual([column({ column: 2, role: 'PERIOD' }), columns[1]]);
    expect(withColumn(columns, 0, { role: 'REGION_KEY' }).map((known) => known.column)).toEqual([0, 2, 5]);
    expect(withColumn(columns, 5, null)).toEqual([columns[0]]);
  });
});
