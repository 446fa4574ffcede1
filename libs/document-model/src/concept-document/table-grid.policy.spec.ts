import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { layOutGrid } from './table-grid.policy.js';

const cells = fc.array(fc.array(fc.record({ colspan: fc.integer({ min: 1, max: 100 }), rowspan: fc.integer({ min: 1, max: 100 }) }), { maxLength: 6 }), { maxLength: 8 });

describe('the grid of a table', () => {
  it('is covered exactly once, whatever spans the cells claim', () => {
    fc.assert(fc.property(cells, (given) => {
      const { columns, rows } = layOutGrid(given);
      const covered = rows.map(() => Array.from({ length: columns }, () => 0));
      rows.forEach((row, y) => {
        let x = 0;
        for (const { colspan, rowspan } of row) {
          while ((covered[y]?.[x] ?? 0) > 0) x += 1;
          for (let dy = 0; dy < rowspan; dy += 1) for (let dx = 0; dx < colspan; dx += 1) (covered[y + dy] as number[])[x + dx] = (covered[y + dy]?.[x + dx] ?? 0) + 1;
        }
      });
      expect(covered.flat().every((times) => times === 1)).toBe(true);
      expect(covered.every((row) => row.length === columns)).toBe(true);
    }));
  });

  it('keeps spans that fit', () => {
    const { columns, rows } = layOutGrid([[{ colspan: 2, rowspan: 1 }], [{ colspan: 1, rowspan: 1 }, { colspan: 1, rowspan: 1 }]]);
    expect([columns, rows.map((row) => row.map(({ colspan }) => colspan))]).toEqual([2, [[2], [1, 1]]]);
  });
});
