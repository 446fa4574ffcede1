/** A distance that is longer than the expected one by less than this is still the expected one: months have 28 to 31 days, a count may be late. */
const TOLERANCE = 1.5;

/** What is known of a line besides the places of its values. */
export interface Expected {
  /** How far apart its values are to be, in years: `expectedDistance`. */
  readonly distance: number;
  /** Places in time of periods without a value. */
  readonly without: readonly number[];
}

/**
 * Before which values of a line one is missing: a period in which one was due lies between, or one of which is known that there is no value, or
 * that it is withheld. A line must not join them as if it had been measured in between.
 *
 * @param at places in time of the values, ascending; years, with months as their parts
 * @returns positions in `at`
 */
export function gapsOf(at: readonly number[], { distance, without }: Expected): number[] {
  return at.flatMap((x, index) => {
    const before = at[index - 1];
    return before !== undefined && (x - before > distance * TOLERANCE || without.some((place) => before < place && place < x)) ? [index] : [];
  });
}

/** The values of a line in pieces that were measured without a gap. */
export function measuredPieces<Point>(points: readonly Point[], gaps: readonly number[]): readonly (readonly Point[])[] {
  const starts = [0, ...gaps];
  return starts.map((start, index) => points.slice(start, starts[index + 1]));
}
