/** What is kept on this device under a key; null when there is nothing, no storage, or nothing that can be read. */
export function readKept<Value>(key: string): Value | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as Value);
  } catch {
    return null;
  }
}

/** Where this device keeps what an actor has written about something and not sent. It never changes, or what lies there is not found again. @param place what is written, and where */
export const unsentKey = (actorKey: string, place: string): string => `konzeptwerkstatt/rueckmeldung/${actorKey}/${place}`;

/** Keeps a value on this device; null takes it away. @returns whether it is kept: there may be no storage, or no room */
export function keepOnDevice(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
