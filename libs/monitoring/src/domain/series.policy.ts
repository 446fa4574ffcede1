import { breakdownParts } from './breakdown.policy.js';
import type { YearValue } from './target-path.policy.js';

/** A value of one region as series are made of it; withheld and missing values have none. */
export interface SeriesPoint {
  /** Version of the definition it was counted by. */
  readonly version: number;
  /** First and last day it is about, `YYYY-MM-DD`. */
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly breakdown: string;
  readonly value: number | null;
}

/** Points that may be joined by a line. */
export interface Segment<Point> {
  readonly version: number;
  readonly breakdown: string;
  /** Oldest first. */
  readonly points: readonly Point[];
}

/** Values of one version, one per year, oldest first. */
export interface YearSeries {
  readonly version: number;
  /** Whether they stand for their years, or for a part of each. */
  readonly areWholeYears: boolean;
  readonly values: readonly YearValue[];
}

/** The year a value is counted for: that of its last day. A school year belongs to the year in which it ends. */
export const yearOf = (periodTo: string): number => Number(periodTo.slice(0, 4));

const inTime = <Point extends SeriesPoint>(points: readonly Point[]): Point[] => points.toSorted((one, other) => (one.periodTo < other.periodTo ? -1 : Number(one.periodTo > other.periodTo)));

/**
 * Cuts values into pieces that may be joined and compared: the same part of the population by the same version of the definition. Between
 * two pieces of the same part lies a break in series: what changed there may be the counting, not the town.
 *
 * Source: OECD, Data and Metadata Reporting and Presentation Handbook, 2007, on series breaks: report them, and never bridge them silently.
 */
export function segmentsOf<Point extends SeriesPoint>(points: readonly Point[]): Segment<Point>[] {
  const pieces = Map.groupBy(points, ({ version, breakdown }) => `${version}/${breakdown}`);
  return [...pieces.values()].flatMap((piece) => {
    const [first] = piece;
    return first === undefined ? [] : [{ version: first.version, breakdown: first.breakdown, points: inTime(piece) }];
  });
}

/** Whether a value stands for its year: counted on a reference day, or over a year or longer. What a half-year brought is not set against what a year promised. */
export function standsForYear({ periodFrom, periodTo }: Pick<SeriesPoint, 'periodFrom' | 'periodTo'>): boolean {
  return periodFrom === periodTo || monthOf(periodTo) - monthOf(periodFrom) >= 11;
}

const monthOf = (day: string): number => yearOf(day) * 12 + Number(day.slice(5, 7));
const isSameStretch = (one: SeriesPoint, other: SeriesPoint): boolean => one.periodFrom.slice(4) === other.periodFrom.slice(4) && one.periodTo.slice(4) === other.periodTo.slice(4);

/** Of every piece the values that may be compared from year to year: those that stand for their year; where there are none, those about the same part of it as the latest. */
export function comparableYears(points: readonly SeriesPoint[]): SeriesPoint[] {
  return segmentsOf(points).flatMap((segment) => {
    const whole = segment.points.filter(standsForYear);
    const latest = segment.points.at(-1);
    return whole.length > 0 || latest === undefined ? whole : segment.points.filter((point) => isSameStretch(point, latest));
  });
}

/** Totals of the newest version among the points that have a value, one per year (the latest of a year), oldest first. */
export function newestTotals(points: readonly SeriesPoint[]): YearSeries | null {
  const [newest] = segmentsOf(points.filter(({ breakdown, value }) => breakdown === '' && value !== null)).toSorted((one, other) => other.version - one.version);
  if (newest === undefined) return null;
  const years = new Map(newest.points.map(({ periodTo, value }) => [yearOf(periodTo), value ?? 0]));
  return { version: newest.version, areWholeYears: newest.points.every(standsForYear), values: [...years].map(([year, value]) => ({ year, value })) };
}

/** The part of a breakdown that says which group a value is about; null for totals, for other breakdowns and for finer ones. */
export function groupOf(breakdown: string): string | null {
  const [only, ...others] = breakdownParts(breakdown);
  return only?.dimension === 'group' && others.length === 0 ? only.value : null;
}
