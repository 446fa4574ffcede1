import { findLanguage, sourceLanguage } from './languages.js';

const storageKey = 'konzeptwerkstatt.language';

/** Reads a setting the person made in this browser; null when there is none or the browser refuses storage. */
export function readStored(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a setting in this browser. Where storage is refused (private mode, policy) the choice holds until the page is left. */
export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) globalThis.localStorage?.removeItem(key);
    else globalThis.localStorage?.setItem(key, value);
  } catch {
    // Nothing to do: the setting is a convenience.
  }
}

/**
 * Decides the first language: `?lang=` in the address (mails and letters carry it), then the remembered choice, then German.
 * The browser's language is not asked: the text that binds is German, and helpers who read along read German too.
 */
export function chooseInitialLanguage(search: string): string {
  const asked = findLanguage(new URLSearchParams(search).get('lang'));
  if (asked) {
    writeStored(storageKey, asked.tag);
    return asked.tag;
  }
  return findLanguage(readStored(storageKey))?.tag ?? sourceLanguage;
}

/** An address without the language that was asked for in it: loading the page again, or giving its address on, must not undo what is chosen later. */
export function withoutAskedLanguage({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const others = search.replace(/^\?/, '').split('&').filter((part) => part !== '' && !part.startsWith('lang='));
  return `${pathname}${others.length === 0 ? '' : `?${others.join('&')}`}${hash}`;
}

/** Remembers the language for the next visit. */
export function rememberLanguage(tag: string): void {
  writeStored(storageKey, tag);
}
