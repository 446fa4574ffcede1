import { groupGaps } from './gap.policy.js';
import type { GroupGap } from './gap.policy.js';
import type { IndicatorDirection } from './indicator-direction.js';
import { comparableYears, newestTotals, standsForYear, yearOf } from './series.policy.js';
import type { SeriesPoint, YearSeries } from './series.policy.js';
import type { TargetPath } from './target-path.policy.js';
import { judge } from './trend.policy.js';
import type { Assessment } from './trend.policy.js';

/** What an indicator promises, as far as judging goes. */
export interface Promised {
  readonly direction: IndicatorDirection;
  readonly corridorLow: number | null;
  readonly corridorHigh: number | null;
  readonly baselineValue: number | null;
  readonly baselineYear: number | null;
  readonly targetValue: number | null;
  readonly targetYear: number | null;
  /** The version of the definition that baseline and target were set for. */
  readonly pathVersion: number | null;
}

/** The line from baseline to target; null without both. */
export function targetPathOf({ baselineValue, baselineYear, targetValue, targetYear }: Promised): TargetPath | null {
  if (baselineValue === null || baselineYear === null || targetValue === null || targetYear === null) return null;
  return { baseline: { year: baselineYear, value: baselineValue }, target: { year: targetYear, value: targetValue } };
}

function newestGaps(gaps: readonly GroupGap[]): YearSeries | null {
  if (gaps.length === 0) return null;
  const version = Math.max(...gaps.map((gap) => gap.version));
  const newest = gaps.filter((gap) => gap.version === version);
  const years = new Map(newest.map(({ periodTo, value }) => [yearOf(periodTo), value]));
  return { version, areWholeYears: newest.every(standsForYear), values: [...years].map(([year, value]) => ({ year, value })) };
}

/** Where the indicator is itself a distance, its size is what counts. */
function sizes(totals: YearSeries | null): YearSeries | null {
  return totals === null ? null : { ...totals, values: totals.values.map(({ year, value }) => ({ year, value: Math.abs(value) })) };
}

/**
 * Judges what is known of an indicator in one region: its totals, or the gap between its groups where that is to shrink. Only values of the
 * newest version are looked at, and the path only where it was set for that version and the values stand for whole years.
 */
export function assess(promised: Promised, points: readonly SeriesPoint[]): Assessment | null {
  const comparable = comparableYears(points);
  const judged = promised.direction === 'reduce_gap' ? newestGaps(groupGaps(comparable)) ?? sizes(newestTotals(comparable)) : newestTotals(comparable);
  if (judged === null) return null;
  const { direction, corridorLow, corridorHigh, pathVersion } = promised;
  const corridor = corridorLow === null || corridorHigh === null ? null : { low: corridorLow, high: corridorHigh };
  return judge({ direction, corridor, path: judged.areWholeYears && pathVersion === judged.version ? targetPathOf(promised) : null, values: judged.values });
}
