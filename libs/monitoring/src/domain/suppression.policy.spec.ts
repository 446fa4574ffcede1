import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_SUPPRESSION_THRESHOLD, isTooSmall, suppressedCells } from './suppression.policy.js';
import type { Cell } from './suppression.policy.js';

const threshold = DEFAULT_SUPPRESSION_THRESHOLD;

/** A table of one breakdown with its total. */
function oneWay(counts: readonly number[]): Cell[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return [{ id: 'total', table: 't', breakdown: '', value: total }, ...counts.map((value, index) => ({ id: `d${index}`, table: 't', breakdown: `district=${index}`, value }))];
}

/** A table of two breakdowns with all its totals. */
function twoWay(rows: readonly (readonly number[])[]): Cell[] {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const width = rows[0]?.length ?? 0;
  return [
    { id: 'total', table: 't', breakdown: '', value: sum(rows.map(sum)) },
    ...rows.map((row, index) => ({ id: `r${index}`, table: 't', breakdown: `district=${index}`, value: sum(row) })),
    ...Array.from({ length: width }, (_, index) => ({ id: `c${index}`, table: 't', breakdown: `group=${index}`, value: sum(rows.map((row) => row[index] ?? 0)) })),
    ...rows.flatMap((row, at) => row.map((value, index) => ({ id: `r${at}c${index}`, table: 't', breakdown: `district=${at};group=${index}`, value }))),
  ];
}

/** Everything that a reader knows adds up, as rows of a matrix over all cells: whole minus parts is nothing. */
function sumsOf(cells: readonly Cell[]): number[][] {
  const pairs = (breakdown: string): string[] => (breakdown === '' ? [] : breakdown.split(';'));
  return cells.flatMap((whole) => ['district', 'group'].flatMap((dimension) => {
    const isPart = ({ breakdown }: Cell): boolean => {
      const rest = pairs(breakdown).filter((pair) => !pair.startsWith(`${dimension}=`));
      return rest.length === pairs(breakdown).length - 1 && rest.join(';') === whole.breakdown;
    };
    return cells.some(isPart) ? [cells.map((cell) => (cell === whole ? 1 : isPart(cell) ? -1 : 0))] : [];
  }));
}

const PRIME = 1_000_003;
const mod = (value: number): number => ((value % PRIME) + PRIME) % PRIME;
function inverse(value: number): number {
  let [result, base, power] = [1n, BigInt(mod(value)), PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % BigInt(PRIME);
    base = (base * base) % BigInt(PRIME);
  }
  return Number(result);
}

/** Rank by elimination modulo a prime: another way of counting than the one under test. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => row.map(mod));
  let done = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= done && row[column] !== 0);
    if (at < 0) continue;
    const pivot = rows.splice(at, 1)[0] ?? [];
    rows.splice(done, 0, pivot);
    const factor = inverse(pivot[column] ?? 1);
    for (const row of rows.slice(done + 1)) {
      const share = mod((row[column] ?? 0) * factor);
      row.forEach((value, index) => { row[index] = mod(value - Number((BigInt(share) * BigInt(pivot[index] ?? 0)) % BigInt(PRIME))); });
    }
    done += 1;
  }
  return done;
}

/** Whether a hidden cell follows from the sums: leaving its column out then takes one from the rank. */
function follows(cells: readonly Cell[], hidden: ReadonlySet<string>, id: string): boolean {
  const columns = cells.flatMap((cell, index) => (hidden.has(cell.id) ? [index] : []));
  const sums = sumsOf(cells).map((row) => columns.map((column) => row[column] ?? 0));
  const own = columns.indexOf(cells.findIndex((cell) => cell.id === id));
  return rank(sums) === rank(sums.map((row) => row.filter((_, index) => index !== own))) + 1;
}

const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 300 }));
const table = fc.oneof(
  fc.array(count, { minLength: 1, maxLength: 8 }).map(oneWay),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([height, width]) => fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })).map(twoWay),
);

describe('withholding small numbers', () => {
  it('always takes every count of people that is above nothing and below the threshold', () => {
    fc.assert(fc.property(table, (cells) => {
      const hidden = suppressedCells(cells, threshold);
      for (const { id, value } of cells) if (isTooSmall(value, threshold)) expect(hidden).toContain(id);
    }));
  });

  it('leaves nothing that follows from totals and siblings, by whatever sums', () => {
    fc.assert(fc.property(table, (cells) => {
      const hidden = suppressedCells(cells, threshold);
      expect([...hidden].filter((id) => follows(cells, hidden, id))).toEqual([]);
    }), { numRuns: 300 });
  });

  it('never hides together in one line what is itself fewer than may be shown, unless the whole line is', () => {
    fc.assert(fc.property(fc.array(count, { minLength: 2, maxLength: 8 }).map(oneWay), (cells) => {
      const hidden = suppressedCells(cells, threshold);
      const parts = cells.filter(({ id }) => id !== 'total' && hidden.has(id));
      if (parts.length > 0 && !hidden.has('total')) expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThanOrEqual(threshold);
    }));
  });

  it('hides nothing where nothing is small', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: threshold, max: 500 }), { maxLength: 8 }).map(oneWay), (cells) => {
      expect(suppressedCells(cells, threshold).size).toBe(0);
    }));
  });

  it('takes the smallest sibling along, so that the total does not tell', () => {
    expect(suppressedCells(oneWay([240, 312, 150, 3]), threshold)).toEqual(new Set(['d3', 'd2']));
  });

  it('takes one more along where two ones would tell each other', () => {
    expect(suppressedCells(oneWay([1, 1, 40, 60]), threshold)).toEqual(new Set(['d0', 'd1', 'd2']));
  });

  it('shows an empty group, and does not hide behind it', () => {
    expect(suppressedCells(oneWay([0, 3, 40]), threshold)).toEqual(new Set(['d1', 'd2']));
  });

  it('needs no companion where there is no total', () => {
    expect(suppressedCells(oneWay([3, 40, 50]).slice(1), threshold)).toEqual(new Set(['d0']));
  });

  it('keeps tables apart', () => {
    const other = oneWay([50, 60]).map((cell) => ({ ...cell, id: `o-${cell.id}`, table: 'other' }));
    expect(suppressedCells([...oneWay([3, 40]), ...other], threshold)).toEqual(new Set(['d0', 'd1']));
  });
});
