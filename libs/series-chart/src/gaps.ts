/** A distance that is longer than the usual one by less than this is still the usual one: months have 28 to 31 days, a count may be due earlier. */
const TOLERANCE = 1.5;

/** The distance at which values of a line usually follow one another: the median, and at most a year, because a year without a value is one that nobody measured. */
function usualDistance(at: readonly number[]): number {
  const distances = at.slice(1).map((x, index) => x - (at[index] ?? x)).filter((distance) => distance > 0).sort((a, b) => a - b);
  return Math.min(1, distances[Math.floor((distances.length - 1) / 2)] ?? 1);
}

/**
 * Before which values of a line one is missing: a whole year (or more than the usual distance of months or quarters) lies between, or a period
 * of which is known that there is no value, or that it is withheld. A line must not join them as if it had been measured in between.
 *
 * @param at places in time of the values, ascending; years, with months as their parts
 * @param without places in time of periods without a value
 * @returns positions in `at`
 */
export function gapsOf(at: readonly number[], without: readonly number[]): number[] {
  const longest = usualDistance(at) * TOLERANCE;
  return at.flatMap((x, index) => {
    const before = at[index - 1];
    return before !== undefined && (x - before > longest || without.some((place) => before < place && place < x)) ? [index] : [];
  });
}

/** The values of a line in pieces that were measured without a gap. */
export function measuredPieces<Point>(points: readonly Point[], gaps: readonly number[]): readonly (readonly Point[])[] {
  const starts = [0, ...gaps];
  return starts.map((start, index) => points.slice(start, starts[index + 1]));
}
