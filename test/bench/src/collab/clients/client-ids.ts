let last = 1_000_000 + Math.floor(Math.random() * 1_000_000_000);

/** Client ids that nobody else in this run has, in a row. @returns the first */
export function newClientIds(count: number): number {
  const first = last + 1;
  last += count;
  return first;
}
