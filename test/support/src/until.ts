/**
 * Waits until something holds, asking every few milliseconds.
 * @param holds what is waited for; its last error is part of the complaint
 * @param what in words, for the complaint
 * @param ms patience in milliseconds
 * @returns how long it took, in milliseconds
 */
export async function until(holds: () => boolean | Promise<boolean>, what: string, ms = 10_000): Promise<number> {
  const started = performance.now();
  while (!(await holds())) {
    if (performance.now() - started > ms) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return performance.now() - started;
}

/** Lets some time pass, in milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
