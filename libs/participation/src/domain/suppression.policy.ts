/** Smallest group that is broken down: in a smaller one the parts would tell who said what. */
export const MIN_GROUP = 5;

/** A group of what is counted. */
export interface Group<Key> {
  readonly key: Key;
  readonly count: number;
}

/** Which groups are broken down by themselves, and which only together. */
export interface BrokenDown<Key> {
  readonly alone: readonly Key[];
  /** Never one alone, and never fewer than MIN_GROUP in all: otherwise whoever subtracts finds what was hidden. */
  readonly together: readonly Key[];
}

/** Whether so many are broken down. */
export const isBrokenDown = (count: number): boolean => count >= MIN_GROUP;

/**
 * Says which groups may be broken down. Small ones only together; where they are too few even so, or there is but one of them, the
 * smallest of the others is hidden among them. Empty groups have nothing to hide and are in neither list.
 */
export function breakDown<Key>(groups: readonly Group<Key>[]): BrokenDown<Key> {
  const sorted = groups.filter(({ count }) => count > 0).toSorted((one, other) => one.count - other.count);
  let hidden = sorted.filter(({ count }) => !isBrokenDown(count)).length;
  if (hidden === 0) return { alone: sorted.map(({ key }) => key), together: [] };
  const sum = (): number => sorted.slice(0, hidden).reduce((total, { count }) => total + count, 0);
  while (hidden < sorted.length && (hidden < 2 || !isBrokenDown(sum()))) hidden += 1;
  const isShown = hidden >= 2 && isBrokenDown(sum());
  return { alone: sorted.slice(hidden).map(({ key }) => key), together: isShown ? sorted.slice(0, hidden).map(({ key }) => key) : [] };
}
