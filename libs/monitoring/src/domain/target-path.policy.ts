/** A value of a year. */
export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** Where an indicator starts, and where it is to be when. */
export interface TargetPath {
  readonly baseline: YearValue;
  readonly target: YearValue;
}

/**
 * Where the value should be in a year: on the straight line from baseline to target, v(y) = b + (t − b) · (y − y₀) / (y₁ − y₀), and at the
 * target from its year on.
 *
 * Source: two-point form of a straight line (linear interpolation). A line is the plainest promise; a council that wants a curve sets
 * milestones as targets of their own.
 *
 * @returns null before the baseline: nothing was promised for then
 */
export function pathValue({ baseline, target }: TargetPath, year: number): number | null {
  if (year < baseline.year) return null;
  if (year >= target.year) return target.value;
  return baseline.value + ((target.value - baseline.value) * (year - baseline.year)) / (target.year - baseline.year);
}
