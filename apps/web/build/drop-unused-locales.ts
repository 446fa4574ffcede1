import type { Plugin } from 'vite';

/** React Aria brings the words of its widgets in over thirty languages; these are the ones the interface has, and English, its fallback. */
const keptLocales = new Set(['de-DE', 'en-US', 'ar-AE']);
const localeFile = /react-(?:aria|stately)[^?]*\/intl\/[^?]*\/([a-z]{2}-[A-Z]{2})\.m?js$/;

/** Empties the word lists of languages the interface does not have. A new interface language is one more entry above. */
export function dropUnusedLocales(): Plugin {
  return {
    name: 'konzeptwerkstatt-drop-unused-locales',
    enforce: 'pre',
    load(id) {
      const locale = localeFile.exec(id)?.[1];
      return locale && !keptLocales.has(locale) ? 'export default {};' : null;
    },
  };
}
