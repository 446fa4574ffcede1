/** Every copy of a text and every draft on this device has a name that begins like this. */
const deviceCopyPrefix = 'konzeptwerkstatt/';

/** A copy notes under keys that begin like this that something in it is not known to be committed. */
const unsentPrefix = 'unsent/';
const notesStore = 'custom';

/** Drafts of forms, kept until they are sent. */
function nameDrafts(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(deviceCopyPrefix));
  } catch {
    return [];
  }
}

async function nameCopies(): Promise<string[]> {
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => (name?.startsWith(deviceCopyPrefix) ? [name] : []));
}

/**
 * Deletes what was kept of texts on this device, because the next person at it may be another one. Tabs that have a copy open
 * close it for that.
 */
export async function deleteDeviceCopies(): Promise<void> {
  for (const key of nameDrafts()) localStorage.removeItem(key);
  try {
    for (const name of await nameCopies()) indexedDB.deleteDatabase(name);
    // What says that texts are still there.
    for (const name of await caches.keys()) if (name.startsWith(deviceCopyPrefix)) await caches.delete(name);
  } catch {
    // No storage at all (private mode, policy): then there are no copies either.
  }
}

function hasNote(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    // Another tab is deleting it.
    opening.onblocked = () => resolve(false);
    opening.onsuccess = () => {
      const database = opening.result;
      const end = (isNoted: boolean) => {
        database.close();
        resolve(isNoted);
      };
      if (!database.objectStoreNames.contains(notesStore)) return end(false);
      const keys = database.transaction(notesStore).objectStore(notesStore).getAllKeys();
      keys.onsuccess = () => end(keys.result.some((key) => String(key).startsWith(unsentPrefix)));
      keys.onerror = () => end(false);
    };
  });
}

/** Whether this tab asks to be kept: asks those who would also keep the browser from closing it. */
function isAtRiskHere(): boolean {
  const question = new Event('beforeunload', { cancelable: true });
  globalThis.dispatchEvent(question);
  return question.defaultPrevented;
}

/** Whether signing out would lose something: open in this tab, or kept by any copy on this device, of another tab or an earlier day. */
export async function hasUnsentWork(): Promise<boolean> {
  if (isAtRiskHere() || nameDrafts().length > 0) return true;
  try {
    const noted = await Promise.all((await nameCopies()).map(hasNote));
    return noted.includes(true);
  } catch {
    // No storage at all: then nothing but this tab could be lost.
    return false;
  }
}

/** Leaves the page without the browser asking again what the person has already answered. */
export function leaveTo(path: string): void {
  globalThis.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
  globalThis.location.assign(path);
}
