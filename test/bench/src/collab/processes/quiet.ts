import { setTimeout as sleep } from 'node:timers/promises';

const windowMs = 250;
/** CPU seconds in a window below which nothing of weight is going on. */
const idleBelow = 0.03;

/**
 * Waits until CPU time has hardly grown for a while.
 * @param cpu CPU seconds so far
 * @returns seconds until it last grew; those of the whole wait when it never stopped within `patience` milliseconds
 */
export async function untilQuiet(cpu: () => number, quietMs: number, patience: number): Promise<number> {
  const begin = performance.now();
  let lastBusy = begin;
  for (let before = cpu(); performance.now() - lastBusy < quietMs && performance.now() - begin < patience; ) {
    await sleep(windowMs);
    const now = cpu();
    if (now - before > idleBelow) lastBusy = performance.now();
    before = now;
  }
  return (lastBusy - begin) / 1000;
}
