import { MUNICIPAL_TIME_ZONE } from '@konzeptwerkstatt/kernel';

/** Languages of public pages. What people wrote stays in the language they wrote it in. */
export const PUBLIC_LANGUAGES = ['de', 'en', 'ar'] as const;
export type PublicLanguage = (typeof PUBLIC_LANGUAGES)[number];

/** Each in its own script. */
export const languageNames: Readonly<Record<PublicLanguage, string>> = { de: 'Deutsch', en: 'English', ar: 'العربية' };

/** The language that an address asks for; German otherwise. */
export const publicLanguageOf = (asked: unknown): PublicLanguage => PUBLIC_LANGUAGES.find((language) => language === asked) ?? 'de';

/** Numbers and days are written with Latin digits and the Gregorian calendar everywhere: they are compared and copied. */
const locales: Readonly<Record<PublicLanguage, string>> = { de: 'de-DE', en: 'en-GB', ar: 'ar-u-nu-latn-ca-gregory' };

// A format takes far longer to make than to use.
const perLanguage = <Format>(make: (locale: string) => Format): Readonly<Record<PublicLanguage, Format>> => ({ de: make(locales.de), en: make(locales.en), ar: make(locales.ar) });
const dayFormats = (timeZone: string): Readonly<Record<PublicLanguage, Intl.DateTimeFormat>> => perLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }));
const [legalDays, instants] = [dayFormats('UTC'), dayFormats(MUNICIPAL_TIME_ZONE)];
const months = perLanguage((locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }));
const numbers = perLanguage(() => new Map<number, Intl.NumberFormat>());

function numberFormat(decimals: number, language: PublicLanguage): Intl.NumberFormat {
  const known = numbers[language].get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  numbers[language].set(decimals, made);
  return made;
}

/** A decimal text with its decimals, as the language writes numbers. */
export function numberInWords(value: string, decimals: number, language: PublicLanguage): string {
  return numberFormat(decimals, language).format(Number(value));
}

const compactNumbers = perLanguage((locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 3 }));

/** A decimal text in short form (`1,2 Mrd.`), for where there is little room. */
export function compactNumberInWords(value: string, language: PublicLanguage): string {
  return compactNumbers[language].format(Number(value));
}

/** A legal day (`2026-11-26`) or an instant, as the language writes days. */
export function dayInWords(day: string | Date, language: PublicLanguage): string {
  return typeof day === 'string' ? legalDays[language].format(new Date(`${day}T00:00:00Z`)) : instants[language].format(day);
}

/** A month of a legal day, as the language writes it. */
export function monthInWords(day: string, language: PublicLanguage): string {
  return months[language].format(new Date(`${day}T00:00:00Z`));
}
