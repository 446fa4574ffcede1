const seconds = (milliseconds) => (milliseconds / 1000).toLocaleString('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * Runs one step of the set-up and shows it: what begins, and how long it took.
 * `work` gives false when there was nothing to do; then only that is said.
 */
export async function step(label, work) {
  const begin = Date.now();
  console.log(`… ${label}`);
  const result = await work();
  console.log(result === false ? `✓ ${label}: ist aktuell` : `✓ ${label} (${seconds(Date.now() - begin)} s)`);
  return result;
}

/** Ends the process with one clear sentence instead of a stack, where the error was made for a person. */
export function fail(error) {
  const forPeople = typeof error?.exitCode === 'number' || error?.isSetup === true;
  console.error(forPeople ? `✗ ${error.message}` : error);
  process.exit(error?.exitCode ?? 1);
}

/** A step of the set-up failed for the reason given in the message. */
export class SetupError extends Error {
  isSetup = true;
}
