/** Every copy of a text on this device has a name that begins like this. */
const deviceCopyPrefix = 'konzeptwerkstatt/';

/**
 * Deletes what was kept of texts on this device, because the next person at it may be another one. A copy that is still
 * open in some tab goes as soon as that tab closes it.
 */
export async function deleteDeviceCopies(): Promise<void> {
  try {
    const databases = await indexedDB.databases();
    for (const { name } of databases) if (name?.startsWith(deviceCopyPrefix)) indexedDB.deleteDatabase(name);
  } catch {
    // No storage at all (private mode, policy): then there are no copies either.
  }
}

/**
 * Whether anything open in this tab would be lost if it were closed: asks those who would also keep the browser from
 * closing the tab.
 */
export function hasUnsentWork(): boolean {
  const question = new Event('beforeunload', { cancelable: true });
  globalThis.dispatchEvent(question);
  return question.defaultPrevented;
}

/** Leaves the page without the browser asking again what the person has already answered. */
export function leaveTo(path: string): void {
  globalThis.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
  globalThis.location.assign(path);
}
