import { MAX_PARTS, placeInTime } from './chart-model.js';
import type { ChartModel } from './chart-model.js';
import { gapsOf } from './gaps.js';
import { expectedDistance } from './rhythm.js';
import type { ChartRhythm } from './rhythm.js';

/** A total as comparisons look at it. */
export interface ComparedTotal {
  /** First and last day it is about, `YYYY-MM-DD`; null: unknown. */
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  /** Decimal text; null when there is none, or it is withheld. */
  readonly value: string | null;
  /** How it was counted. */
  readonly version: number;
}

/** What is drawn of one municipality: totals that `newestCounted` gives. */
export interface ComparedSeries {
  readonly name: string;
  readonly totals: readonly ComparedTotal[];
  /** How often a value is promised; null: unknown, the totals say it. */
  readonly rhythm: ChartRhythm;
}

/** Oldest first; of what ends on the same day the one about the longest time is last, so that a year does not give way to its second half. */
function inTime(one: ComparedTotal, other: ComparedTotal): number {
  return (one.periodTo ?? '').localeCompare(other.periodTo ?? '') || (other.periodFrom ?? '').localeCompare(one.periodFrom ?? '');
}

/** Totals that were counted as the newest of them are, oldest first; those without a value are left out. */
export function newestCounted<Total extends ComparedTotal>(totals: readonly Total[]): Total[] {
  const known = totals.filter(({ value, periodTo }) => value !== null && periodTo !== null);
  const newest = Math.max(...known.map(({ version }) => version));
  return known.filter(({ version }) => version === newest).toSorted(inTime);
}

/**
 * One line for each municipality, by name. Versions of one say nothing about another one, so there are no breaks. The first ones are drawn, as
 * many as can be told apart: the one that is looked at comes first.
 */
export function comparisonModel(compared: readonly ComparedSeries[]): ChartModel {
  const lines = compared.filter(({ totals }) => totals.length > 0).slice(0, MAX_PARTS).map(({ name, totals, rhythm }, look) => {
    const points = totals.map(({ periodTo, value, version }, index) => ({
      x: placeInTime(periodTo ?? ''), value: Number(value), observation: { id: `${look}/${index}`, periodTo, breakdown: name, value, isSuppressed: false, region: { id: name, label: name }, definition: { version } },
    }));
    const at = points.map(({ x }) => x);
    return { breakdown: name, version: 1, look, points, gaps: gapsOf(at, { distance: expectedDistance(rhythm, at), without: [] }) };
  });
  return { lines, hidden: [], breaks: [] };
}
