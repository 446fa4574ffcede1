import { groupOf } from './series.policy.js';
import type { SeriesPoint } from './series.policy.js';

/** How far two groups are apart at one time. */
export interface GroupGap {
  readonly version: number;
  /** First and last day it is about, `YYYY-MM-DD`. */
  readonly periodFrom: string;
  readonly periodTo: string;
  /** Never negative; of shares in percentage points. */
  readonly value: number;
  readonly higher: string;
  readonly lower: string;
}

type GroupPoint = SeriesPoint & { readonly group: string };

/** Groups that have a place in every period: only with the same groups two gaps can be compared. */
function commonGroups(periods: readonly (readonly GroupPoint[])[]): ReadonlySet<string> {
  const [first = new Set<string>(), ...others] = periods.map((points) => new Set(points.map(({ group }) => group)));
  return new Set([...first].filter((group) => others.every((groups) => groups.has(group))));
}

function gapOfPeriod(points: readonly GroupPoint[]): GroupGap | null {
  // A withheld or missing group leaves the gap unknown: it might be the farthest one.
  if (points.length < 2 || points.some(({ value }) => value === null)) return null;
  const sorted = points.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  return { version: lowest.version, periodFrom: lowest.periodFrom, periodTo: lowest.periodTo, value: (highest.value ?? 0) - (lowest.value ?? 0), higher: highest.group, lower: lowest.group };
}

/**
 * The distance between the highest and the lowest group in every period, by one version of the definition, oldest first; with two groups it is
 * simply their difference. Only groups that are there in every period count, and a period in which one of them is withheld or missing has none.
 *
 * Source: World Health Organization, Handbook on health inequality monitoring, 2013: the difference as the simple absolute measure.
 */
export function groupGaps(points: readonly SeriesPoint[]): GroupGap[] {
  const withGroup = points.flatMap((point): GroupPoint[] => {
    const group = groupOf(point.breakdown);
    return group === null ? [] : [{ ...point, group }];
  });
  return [...Map.groupBy(withGroup, ({ version }) => version).values()].flatMap((ofVersion) => {
    const periods = [...Map.groupBy(ofVersion, ({ periodFrom, periodTo }) => `${periodFrom}/${periodTo}`).values()];
    const common = commonGroups(periods);
    return periods.flatMap((period) => gapOfPeriod(period.filter(({ group }) => common.has(group))) ?? []);
  }).toSorted((one, other) => (one.periodTo < other.periodTo ? -1 : 1));
}
