import type { Option } from '@konzeptwerkstatt/web-ui';

/** Languages that are often spoken in gatherings, each in its own name; the most spoken ones first. */
const names: Readonly<Record<string, string>> = {
  de: 'Deutsch', en: 'English', ar: 'العربية', uk: 'Українська', tr: 'Türkçe', ru: 'Русский', fa: 'فارسی', ku: 'Kurdî', ro: 'Română', pl: 'Polski', vi: 'Tiếng Việt', fr: 'Français', es: 'Español', bg: 'Български',
  sr: 'Srpski', hr: 'Hrvatski', it: 'Italiano', ti: 'ትግርኛ', ckb: 'کوردیی ناوەندی', 'de-x-leicht': 'Leichte Sprache',
};

export const textLanguages: readonly Option[] = Object.entries(names).map(([id, label]) => ({ id, label }));

/** The language in its own name, or its tag. */
export const languageName = (tag: string): string => names[tag] ?? tag;
