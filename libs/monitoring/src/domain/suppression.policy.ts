import { breakdownParts, joinBreakdown } from './breakdown.policy.js';
import { determinedVariables } from './linear-system.policy.js';
import type { LinearEquation } from './linear-system.policy.js';

/** Below this number a group of people is not shown, unless the municipality has decided otherwise. */
export const DEFAULT_SUPPRESSION_THRESHOLD = 5;
/** A lower threshold protects nobody, a higher one leaves nothing to show. */
export const SUPPRESSION_THRESHOLDS = { min: 3, max: 100 } as const;

/** A count of people: one cell of a table whose cells add up along every breakdown. */
export interface Cell {
  readonly id: string;
  /** Cells of one table add up: the same definition, region and period. */
  readonly table: string;
  /** Sorted `name=value` pairs joined by `;`, empty for the total. */
  readonly breakdown: string;
  readonly value: number;
}

/** A cell with its parts along one dimension: the parts add up to it. */
interface Line {
  readonly whole: Cell;
  readonly parts: readonly Cell[];
}

/** Whether a count is withheld for its own smallness. An empty group has nobody to protect. */
export const isTooSmall = (count: number, threshold: number): boolean => count > 0 && count < threshold;

/** Every sum that a reader could do: each cell that is there with those that are one dimension finer. */
function linesOf(cells: readonly Cell[]): Line[] {
  const wholes = new Map(cells.map((cell) => [cell.breakdown, cell]));
  const lines = new Map<string, { whole: Cell; parts: Cell[] }>();
  for (const cell of cells) {
    const pairs = breakdownParts(cell.breakdown);
    for (const pair of pairs) {
      const whole = wholes.get(joinBreakdown(pairs.filter((other) => other !== pair)));
      if (whole === undefined) continue;
      const key = `${whole.id}/${pair.dimension}`;
      const line = lines.get(key) ?? { whole, parts: [] };
      line.parts.push(cell);
      lines.set(key, line);
    }
  }
  return [...lines.values()];
}

/** What is hidden next to protect others in these lines: the smallest part that is not empty, then the whole, then an empty part. */
function companion(lines: readonly Line[], hidden: ReadonlySet<string>): Cell | null {
  const open = (cells: readonly Cell[]): Cell[] => cells.filter(({ id }) => !hidden.has(id)).toSorted((one, other) => one.value - other.value || (one.id < other.id ? -1 : 1));
  const parts = open(lines.flatMap((line) => line.parts));
  return parts.find(({ value }) => value > 0) ?? open(lines.map(({ whole }) => whole)).find(({ value }) => value > 0) ?? parts[0] ?? null;
}

/** A line in which something hidden can be told: it stands alone, or what is hidden together is itself smaller than a group may be. */
function isWeak({ whole, parts }: Line, hidden: ReadonlySet<string>, threshold: number): boolean {
  const hiddenParts = parts.filter(({ id }) => hidden.has(id));
  if (hidden.has(whole.id)) return hiddenParts.length === 0;
  return hiddenParts.length === 1 || (hiddenParts.length > 1 && isTooSmall(hiddenParts.reduce((sum, { value }) => sum + value, 0), threshold));
}

const equationOf = ({ whole, parts }: Line, hidden: ReadonlySet<string>): LinearEquation =>
  new Map([...(hidden.has(whole.id) ? [[whole.id, 1] as const] : []), ...parts.filter(({ id }) => hidden.has(id)).map(({ id }) => [id, -1] as const)]);

/** One more cell that has to be hidden; null when nothing hidden can be told any more. */
function nextHidden(lines: readonly Line[], hidden: ReadonlySet<string>, threshold: number): Cell | null {
  for (const line of lines) {
    const found = isWeak(line, hidden, threshold) ? companion([line], hidden) : null;
    if (found !== null) return found;
  }
  for (const id of determinedVariables(lines.map((line) => equationOf(line, hidden)))) {
    const found = companion(lines.filter(({ whole, parts }) => whole.id === id || parts.some((part) => part.id === id)), hidden);
    if (found !== null) return found;
  }
  return null;
}

function suppressedInTable(cells: readonly Cell[], threshold: number): ReadonlySet<string> {
  const hidden = new Set(cells.filter(({ value }) => isTooSmall(value, threshold)).map(({ id }) => id));
  if (hidden.size === 0) return hidden;
  const lines = linesOf(cells);
  for (let next = nextHidden(lines, hidden, threshold); next !== null; next = nextHidden(lines, hidden, threshold)) hidden.add(next.id);
  return hidden;
}

/**
 * Which cells are withheld: those below the threshold (primary suppression, the threshold rule), and as many others as it takes so that
 * none of them follows from totals and siblings by any combination of sums (secondary suppression). What is hidden together in a line is
 * never itself smaller than a group may be, because a sum of two ones tells both.
 *
 * Source: Hundepool et al., Statistical Disclosure Control, Wiley 2012, on primary and secondary cell suppression in tables. The choice of
 * the smallest companion is a greedy one: it protects always, but may hide more cells than the smallest possible set.
 *
 * @param threshold counts above 0 and below it are primarily suppressed
 * @returns ids of the withheld cells
 */
export function suppressedCells(cells: readonly Cell[], threshold: number): ReadonlySet<string> {
  return new Set([...Map.groupBy(cells, ({ table }) => table).values()].flatMap((table) => [...suppressedInTable(table, threshold)]));
}
