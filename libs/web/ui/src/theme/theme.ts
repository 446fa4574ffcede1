import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../i18n/language-choice.js';

/** What the person chose; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const storageKey = 'konzeptwerkstatt.theme';
const listeners = new Set<() => void>();
const isTheme = (value: string | null): value is ThemeChoice => value === 'light' || value === 'dark' || value === 'system';
const stored = readStored(storageKey);
let current: ThemeChoice = isTheme(stored) ? stored : 'system';

function apply(): void {
  if (typeof document === 'undefined') return;
  const root = document.documentElement;
  // Without the attribute KERN follows prefers-color-scheme by itself.
  if (current === 'system') root.removeAttribute('data-kern-theme');
  else root.setAttribute('data-kern-theme', current);
  root.style.colorScheme = current === 'system' ? 'light dark' : current;
}

/** Chooses the theme and remembers it in this browser. */
export function setTheme(choice: ThemeChoice): void {
  current = choice;
  writeStored(storageKey, choice === 'system' ? null : choice);
  apply();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chosen theme; re-renders when it changes. */
export const useTheme = (): ThemeChoice => useSyncExternalStore(subscribe, () => current);

apply();
