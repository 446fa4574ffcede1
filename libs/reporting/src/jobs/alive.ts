/** Well below the time after which a sweep takes work for lost, milliseconds. */
const beatMs = 2_000;

/** Says again and again that work goes on; when that stops, the sweep gives it to another worker. */
export async function whileAlive<Result>(say: () => Promise<void>, work: () => Promise<Result>): Promise<Result> {
  // A beat that is lost is made up for by the next; without a database the work itself fails.
  const beat = setInterval(() => void say().catch(() => undefined), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
