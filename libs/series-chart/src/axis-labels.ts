import type { ScaleLinear } from 'd3-scale';

/** A number beside the axis of values, and what it is written as. */
export interface AxisLabel {
  readonly value: number;
  readonly label: string;
}

/** How a language writes the numbers of an axis. */
export interface AxisNumbers {
  /** In full, with so many decimals. */
  readonly number: (value: string, decimals: number) => string;
  /** Short, with at most three decimals: `1,2 Mrd.` */
  readonly compact: (value: string) => string;
}

/** Number and word of a right-to-left language stand in its order, though the drawing runs from left to right. */
const inItsOrder = (label: string): string => (/\p{Script=Arabic}/u.test(label) ? `\u2067${label}\u2069` : label);

/** Letters that a direction is said with take no room. */
const lettersOf = (label: string): number => label.replace(/\p{Cf}/gu, '').length;

/** The letters of the longest label. */
export const longestOf = (labels: readonly AxisLabel[]): number => Math.max(0, ...labels.map(({ label }) => lettersOf(label)));

/**
 * The numbers of an axis, all with the same decimals; in short form where they would be too long and the short ones still tell them apart.
 *
 * @param mostLetters so many letters have room
 */
export function axisLabels(scale: ScaleLinear<number, number>, { number, compact }: AxisNumbers, mostLetters: number): readonly AxisLabel[] {
  const values = scale.ticks(5).map((tick) => Number(tick.toFixed(6)));
  const decimals = Math.max(0, ...values.map((value) => /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0));
  const full = values.map((value) => ({ value, label: number(String(value), decimals) }));
  if (longestOf(full) <= mostLetters) return full;
  const short = values.map((value) => ({ value, label: inItsOrder(compact(String(value))) }));
  const areDistinct = new Set(short.map(({ label }) => label)).size === short.length;
  return areDistinct && longestOf(short) < longestOf(full) ? short : full;
}
