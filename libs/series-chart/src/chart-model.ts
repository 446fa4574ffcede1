import { gapsOf } from './gaps.js';
import { expectedDistance } from './rhythm.js';
import type { ChartRhythm } from './rhythm.js';

/** A value as charts look at it: what region and part of the population it is about, and how it was counted. */
export interface ChartObservation {
  readonly id: string;
  /** Last day it is about, `YYYY-MM-DD`; null: unknown, it is not drawn. */
  readonly periodTo: string | null;
  /** Sorted `name=value` pairs joined by `;`, empty for the total. */
  readonly breakdown: string;
  /** Decimal text; null when there is none, or it is withheld. */
  readonly value: string | null;
  readonly isSuppressed: boolean;
  readonly region: { readonly id: string; readonly label: string };
  readonly definition: { readonly version: number };
}

/** One value of a line; x is the year, with months as its parts. */
export interface ChartPoint<Observation extends ChartObservation> {
  readonly x: number;
  readonly value: number;
  readonly observation: Observation;
}

/** Values that may be joined: one part of the population, counted one way. */
export interface ChartLine<Observation extends ChartObservation> {
  readonly breakdown: string;
  readonly version: number;
  /** The same for all pieces of one part: colour, dash and mark. */
  readonly look: number;
  readonly points: readonly ChartPoint<Observation>[];
  /** Positions of points before which a value is missing by the rhythm. */
  readonly gaps: readonly number[];
}

/** What the chart draws. */
export interface ChartModel<Observation extends ChartObservation = ChartObservation> {
  readonly lines: readonly ChartLine<Observation>[];
  /** Where something is withheld. */
  readonly hidden: readonly number[];
  /** Where counting begins another way. */
  readonly breaks: readonly { readonly x: number; readonly version: number }[];
}

/** What is looked at: a region, and totals (null) or the parts of one breakdown. */
export interface ChartChoice {
  readonly regionId: string;
  readonly dimension: string | null;
}

/** More parts than this cannot be told apart; the table has all of them. */
export const MAX_PARTS = 6;

/** Place in time: 2021 for what ends with the year, 2020.5 for the end of June 2020. */
export function placeInTime(periodTo: string): number {
  const [year = 0, month = 12] = periodTo.split('-').map(Number);
  return year - 1 + month / 12;
}

/** The only pair of a breakdown; null for totals and for what is broken down twice. */
export function onlyPair(breakdown: string): { readonly dimension: string; readonly value: string } | null {
  const at = breakdown.indexOf('=');
  return at < 0 || breakdown.includes(';') ? null : { dimension: breakdown.slice(0, at), value: breakdown.slice(at + 1) };
}

const belongs = ({ breakdown }: ChartObservation, dimension: string | null): boolean => (dimension === null ? breakdown === '' : onlyPair(breakdown)?.dimension === dimension);

function breaksOf(lines: readonly ChartLine<ChartObservation>[]): ChartModel['breaks'] {
  const starts = new Map<number, number>();
  for (const { version, points } of lines) for (const { x } of points) starts.set(version, Math.min(starts.get(version) ?? Infinity, x));
  const first = Math.min(...starts.keys());
  return [...starts].filter(([version]) => version !== first).map(([version, x]) => ({ version, x })).sort((a, b) => a.version - b.version);
}

/** Group 2 before group 10. */
const { compare: byName } = new Intl.Collator('de', { numeric: true });

/** The parts of what is looked at, by name: more of them than `MAX_PARTS` are not drawn. */
export function partsOf(observations: readonly ChartObservation[], { regionId, dimension }: ChartChoice): string[] {
  return [...new Set(observations.filter((observation) => observation.region.id === regionId && observation.periodTo !== null && belongs(observation, dimension)).map(({ breakdown }) => breakdown))].sort(byName);
}

/**
 * Lines, gaps and breaks of what is looked at. Of many parts the first ones by name are drawn.
 *
 * @param rhythm how often the indicator promises a value; without one a part's own periods say it, those without a value and of earlier ways of counting too
 */
export function chartModel<Observation extends ChartObservation>(observations: readonly Observation[], { regionId, dimension }: ChartChoice, rhythm: ChartRhythm): ChartModel<Observation> {
  const shown = observations.filter((observation) => observation.region.id === regionId && observation.periodTo !== null && belongs(observation, dimension));
  const parts = partsOf(observations, { regionId, dimension }).slice(0, MAX_PARTS);
  const drawn = shown.filter(({ breakdown }) => parts.includes(breakdown));
  const pieces = Map.groupBy(drawn.filter(({ value }) => value !== null), ({ breakdown, definition }) => `${definition.version}/${breakdown}`);
  const lines = [...pieces.values()].flatMap((piece): ChartLine<Observation>[] => {
    const [first] = piece;
    if (!first) return [];
    const points = piece.map((observation) => ({ x: placeInTime(observation.periodTo ?? ''), value: Number(observation.value), observation })).sort((a, b) => a.x - b.x);
    const known = drawn.filter(({ breakdown }) => breakdown === first.breakdown).map(({ periodTo, value }) => ({ x: placeInTime(periodTo ?? ''), value }));
    const without = known.filter(({ value }) => value === null).map(({ x }) => x);
    const gaps = gapsOf(points.map(({ x }) => x), { distance: expectedDistance(rhythm, known.map(({ x }) => x)), without });
    return [{ breakdown: first.breakdown, version: first.definition.version, look: parts.indexOf(first.breakdown), points, gaps }];
  });
  return { lines, hidden: [...new Set(drawn.filter(({ isSuppressed }) => isSuppressed).map(({ periodTo }) => placeInTime(periodTo ?? '')))], breaks: breaksOf(lines) };
}

/** Whether a line goes over a time without a value. */
export const hasGaps = ({ lines }: ChartModel): boolean => lines.some(({ gaps }) => gaps.length > 0);

/** The only value there is to draw; null where there are none or more, or where a second one is withheld: one value alone is read, not drawn. */
export function onlyPoint<Observation extends ChartObservation>({ lines, hidden }: ChartModel<Observation>): ChartPoint<Observation> | null {
  const [only, ...others] = lines.flatMap(({ points }) => points);
  return others.length > 0 || hidden.length > 0 ? null : only ?? null;
}

/** Regions with values that can be drawn, in the order of the values; and by what they are broken down there, totals first. */
export function chartChoices(observations: readonly ChartObservation[]): readonly { readonly id: string; readonly label: string; readonly dimensions: readonly (string | null)[] }[] {
  const drawable = observations.filter(({ value, isSuppressed, periodTo }) => (value !== null || isSuppressed) && periodTo !== null);
  return [...Map.groupBy(drawable, ({ region }) => region.id)].flatMap(([id, own]) => {
    const dimensions = [...new Set(own.flatMap(({ breakdown }) => (breakdown === '' ? [null] : onlyPair(breakdown)?.dimension ?? [])))].sort((a, b) => (a === null ? -1 : b === null ? 1 : a < b ? -1 : 1));
    return dimensions.length === 0 ? [] : [{ id, label: own[0]?.region.label ?? '', dimensions }];
  });
}

/** From where to where the axis of values goes: from zero, unless all values are far above it. */
export function valueRange(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low < 0) return [low, Math.max(0, high)];
  return low > high * 0.6 && high > low ? [low - (high - low) * 0.25, high] : [0, high === 0 ? 1 : high];
}
