/** One language the interface can be shown in. A further language is one entry here and its catalogues; no other code changes. */
export interface InterfaceLanguage {
  /** BCP 47 tag, as it stands in `<html lang>`. */
  readonly tag: string;
  /** The language's name in its own language and script. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Locale for Intl and React Aria. Calendar and digits are forced: `fa` and `ar-*` default to others, and legal dates must read the same for everybody. */
  readonly locale: string;
}

/** The language every catalogue has in full, and the one that is legally authoritative. */
export const sourceLanguage = 'de';

const german: InterfaceLanguage = { tag: 'de', name: 'Deutsch', direction: 'ltr', locale: 'de-DE-u-ca-gregory-nu-latn' };

export const interfaceLanguages: readonly InterfaceLanguage[] = [
  german,
  { tag: 'en', name: 'English', direction: 'ltr', locale: 'en-GB-u-ca-gregory-nu-latn' },
  { tag: 'ar', name: 'العربية', direction: 'rtl', locale: 'ar-u-ca-gregory-nu-latn' },
];

/** Finds a language by tag (`ar`, `ar-SY`, `EN`); undefined when the interface does not have it. */
export function findLanguage(tag: string | null | undefined): InterfaceLanguage | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return interfaceLanguages.find((language) => language.tag === primary);
}

/** Like {@link findLanguage}, with German for everything unknown. */
export function getLanguage(tag: string | null | undefined): InterfaceLanguage {
  return findLanguage(tag) ?? german;
}
