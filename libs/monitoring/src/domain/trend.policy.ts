import type { IndicatorDirection } from './indicator-direction.js';
import { pathValue } from './target-path.policy.js';
import type { TargetPath, YearValue } from './target-path.policy.js';

/** How the latest value stands: against the target path, within a corridor, or against the value before it. */
export const JUDGEMENTS = ['reached', 'on_path', 'behind', 'away', 'within', 'below', 'above', 'improving', 'worsening', 'steady'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** What is judged: values of one version of the definition only, oldest first; of a gap to be reduced, the gaps. */
export interface JudgedSeries {
  readonly direction: IndicatorDirection;
  readonly corridor: { readonly low: number; readonly high: number } | null;
  /** Null when there is none, or when it was set for another way of counting. */
  readonly path: TargetPath | null;
  readonly values: readonly YearValue[];
}

/** A judgement with the figures it rests on. */
export interface Assessment {
  readonly judgement: Judgement;
  readonly latest: YearValue;
  /** Where the path is in the latest year. */
  readonly expected: number | null;
  /** The value before the latest, where that is what it was compared with. */
  readonly previous: YearValue | null;
}

/** Which way is forward: 1 for more, -1 for less. A gap has no sign, its size should shrink. */
const forward = (direction: 'up' | 'down' | 'reduce_gap'): 1 | -1 => (direction === 'up' ? 1 : -1);

function againstPath(sign: 1 | -1, path: TargetPath, latest: YearValue, expected: number): Judgement {
  const isAtLeast = (other: number): boolean => sign * (latest.value - other) >= 0;
  if (isAtLeast(path.target.value)) return 'reached';
  if (isAtLeast(expected)) return 'on_path';
  return isAtLeast(path.baseline.value) ? 'behind' : 'away';
}

function againstBefore(sign: 1 | -1, latest: YearValue, previous: YearValue): Judgement {
  const step = sign * (latest.value - previous.value);
  if (step === 0) return 'steady';
  return step > 0 ? 'improving' : 'worsening';
}

function inCorridor(latest: YearValue, { low, high }: { readonly low: number; readonly high: number }): Judgement {
  if (latest.value < low) return 'below';
  return latest.value > high ? 'above' : 'within';
}

/**
 * Judges the latest value. Reached: at the target or past it. On path: where the straight line from baseline to target is, or further
 * (see `pathValue`). Behind: between baseline and path. Away: on the wrong side of the baseline. Without a path it is only said whether the
 * latest value is better than the one before. What is neutral is never judged: who lives somewhere is neither good nor bad.
 *
 * @returns null where nothing can or may be said
 */
export function judge({ direction, corridor, path, values }: JudgedSeries): Assessment | null {
  const [latest, previous] = [values.at(-1), values.at(-2)];
  if (direction === 'neutral' || latest === undefined) return null;
  if (direction === 'corridor') return corridor === null ? null : { judgement: inCorridor(latest, corridor), latest, expected: null, previous: null };
  const sign = forward(direction);
  const expected = path === null ? null : pathValue(path, latest.year);
  if (path !== null && expected !== null) return { judgement: againstPath(sign, path, latest, expected), latest, expected, previous: null };
  return previous === undefined ? null : { judgement: againstBefore(sign, latest, previous), latest, expected: null, previous };
}
