/** How often a new value is to come, in years. */
const years = { monthly: 1 / 12, quarterly: 1 / 4, half_yearly: 1 / 2, yearly: 1, two_yearly: 2, irregular: Infinity } as const;

type Rhythm = keyof typeof years;

/** How often a new value is to come, as the domain or as GraphQL spells it; null where nobody has said it. */
export type ChartRhythm = Rhythm | Uppercase<Rhythm> | null;

/** Distances that differ by less than this part of them are one rhythm: a count comes earlier or later. */
const SLACK = 1 / 4;

/**
 * The distance at which periods follow one another by themselves: the median. One of more than a year is a rhythm only when it comes at least
 * twice and mostly; otherwise a year without a value is one that nobody measured.
 */
function ownDistance(periods: readonly number[]): number {
  const inTime = [...new Set(periods)].sort((a, b) => a - b);
  const distances = inTime.slice(1).map((x, index) => x - (inTime[index] ?? x)).sort((a, b) => a - b);
  const median = distances[Math.floor((distances.length - 1) / 2)] ?? 1;
  if (median <= 1) return median;
  const alike = distances.filter((distance) => Math.abs(distance - median) <= median * SLACK).length;
  return alike >= 2 && alike * 2 > distances.length ? median : 1;
}

/**
 * How far apart the values of a line are to be.
 *
 * @param periods places in time of everything that is known of the line, in any order; years, with months as their parts
 * @returns years; infinite where values come as they come
 */
export function expectedDistance(rhythm: ChartRhythm, periods: readonly number[]): number {
  return rhythm === null ? ownDistance(periods) : years[rhythm.toLowerCase() as Rhythm];
}
