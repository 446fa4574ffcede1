import { useSyncExternalStore } from 'react';

/** `offline`: the device has no network; `unreachable`: the server does not answer, it is being tried again. */
export type ConnectionState = 'online' | 'offline' | 'unreachable';

const listeners = new Set<() => void>();
let serverAnswers = true;

function notify(): void {
  for (const listener of listeners) listener();
}

/** Told by whoever talks to the server (Apollo links, collaboration provider) when it stops or starts answering. */
export function reportServerReachable(isReachable: boolean): void {
  if (serverAnswers === isReachable) return;
  serverAnswers = isReachable;
  notify();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener('online', listener);
  globalThis.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('online', listener);
    globalThis.removeEventListener('offline', listener);
  };
}

const read = (): ConnectionState => (!navigator.onLine ? 'offline' : serverAnswers ? 'online' : 'unreachable');

/** The state of the connection, kept current. */
export const useConnectionState = (): ConnectionState => useSyncExternalStore(subscribe, read);
