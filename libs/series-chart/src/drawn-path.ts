import type { ChartModel } from './chart-model.js';
import type { DrawnPath } from './series-drawing.js';

/** A number in whatever form it is at hand: of the API (decimal text), of the database, or read. */
type Quantity = { toString(): string } | null;

/** What an indicator promises, as far as it can be drawn. */
export interface DrawablePromise {
  readonly baselineValue: Quantity;
  readonly baselineYear: number | null;
  readonly targetValue: Quantity;
  readonly targetYear: number | null;
  /** The version of the definition that baseline and target were set for. */
  readonly pathVersion: number | null;
  /** Whether the promise is about the distance between groups, which is no value of any line. */
  readonly isOfGap: boolean;
}

/**
 * The way to the target as a drawing shows it: only beside totals that were counted as the target was meant. It is judged by the same rule
 * (`assess` of monitoring), there for the newest way of counting alone; a drawing has the older ones, too.
 *
 * @returns null where nothing was promised for what is drawn
 */
export function drawnPathOf({ baselineValue, baselineYear, targetValue, targetYear, pathVersion, isOfGap }: DrawablePromise, { lines }: ChartModel): DrawnPath | null {
  if (baselineValue === null || baselineYear === null || targetValue === null || targetYear === null || isOfGap) return null;
  if (!lines.some(({ version, breakdown }) => version === pathVersion && breakdown === '')) return null;
  return { baseline: { year: baselineYear, value: Number(baselineValue.toString()) }, target: { year: targetYear, value: Number(targetValue.toString()) } };
}
