/** Minutes to wait after each try that did not succeed: servers that greylist want a quarter of an hour, a server that is away longer. */
const pauses: readonly number[] = [1, 5, 20, 60, 240, 720, 1440];

/** How often a mail is tried in all, over about two days. */
export const TRIES = pauses.length + 1;

/** @param tries made so far, from 1 on */
export function minutesUntilNextTry(tries: number): number {
  return pauses[Math.min(tries, pauses.length) - 1] ?? 1;
}
