/** Languages of public pages. What people wrote stays in the language they wrote it in. */
export const PUBLIC_LANGUAGES = ['de', 'en', 'ar'] as const;
export type PublicLanguage = (typeof PUBLIC_LANGUAGES)[number];

/** Each in its own script. */
export const languageNames: Readonly<Record<PublicLanguage, string>> = { de: 'Deutsch', en: 'English', ar: 'العربية' };

/** The language that an address asks for; German otherwise. */
export const publicLanguageOf = (asked: unknown): PublicLanguage => PUBLIC_LANGUAGES.find((language) => language === asked) ?? 'de';

/** Numbers and days are written with Latin digits and the Gregorian calendar everywhere: they are compared and copied. */
const locales: Readonly<Record<PublicLanguage, string>> = { de: 'de-DE', en: 'en-GB', ar: 'ar-u-nu-latn-ca-gregory' };

/** A decimal text with its decimals, as the language writes numbers. */
export function numberInWords(value: string, decimals: number, language: PublicLanguage): string {
  return new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Number(value));
}

/** A legal day (`2026-11-26`) or an instant, as the language writes days. */
export function dayInWords(day: string | Date, language: PublicLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: typeof day === 'string' ? 'UTC' : 'Europe/Berlin' }).format(typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : day);
}

/** A month of a legal day, as the language writes it. */
export function monthInWords(day: string, language: PublicLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
