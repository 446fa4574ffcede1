import { isolatedIn, unitBehind } from '@konzeptwerkstatt/kernel';
import { getLanguage } from './languages.js';

/** The Intl locale of an interface language: Gregorian calendar and Latin digits in every language. */
export const intlLocale = (language: string): string => getLanguage(language).locale;

const asDate = (value: Date | string): Date => (typeof value === 'string' ? new Date(value.length === 10 ? `${value}T00:00:00` : value) : value);

/** A calendar day (`2026-11-22` or an instant) in words: 22. November 2026. An empty string for a value that is no date. */
export function formatDay(value: Date | string, language: string, style: 'long' | 'medium' | 'short' = 'long'): string {
  const date = asDate(value);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(intlLocale(language), { dateStyle: style }).format(date);
}

/** An instant with time of day, in the reader's time zone. */
export function formatInstant(value: Date | string, language: string): string {
  const date = asDate(value);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(intlLocale(language), { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** How long ago an instant was, in the coarsest unit that says something ("vor 5 Minuten"). */
export function formatAgo(value: Date | string, language: string, now: Date = new Date()): string {
  const seconds = (asDate(value).getTime() - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return '';
  const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3_600], ['minute', 60]];
  const step = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(intlLocale(language), { numeric: 'auto' }).format(Math.round(seconds / step[1]), step[0]);
}

/** A number with a fixed count of decimals. Takes the API's decimal strings too, so that no precision is lost before rounding. */
export function formatNumber(value: number | string, language: string, decimals?: number): string {
  const options = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  // Intl takes decimal strings exactly; the DOM library's type does not say so for every string.
  return new Intl.NumberFormat(intlLocale(language), options).format(value as Intl.StringNumericLiteral | number);
}

/** A number in short form, with at most three decimals: 1,2 Mrd. For where there is little room, and the whole number stands elsewhere. */
export function formatCompactNumber(value: number | string, language: string): string {
  return new Intl.NumberFormat(intlLocale(language), { notation: 'compact', maximumFractionDigits: 3 }).format(value as Intl.StringNumericLiteral | number);
}

/** An amount of money: the API's decimal string and its ISO currency. */
export function formatMoney(amount: string | number, currency: string, language: string): string {
  return new Intl.NumberFormat(intlLocale(language), { style: 'currency', currency }).format(amount as Intl.StringNumericLiteral | number);
}

/** Several texts as the language lists them: "a, b und c". One of the other direction runs in its own, whatever stands around it. */
export function formatList(texts: readonly string[], language: string): string {
  const { locale, direction } = getLanguage(language);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(texts.map((text) => isolatedIn(direction, text)));
}

/** Compares two texts as a reader of the language would sort them; numbers inside by value. */
export function compareText(a: string, b: string, language: string): number {
  return new Intl.Collator(intlLocale(language), { numeric: true, sensitivity: 'base' }).compare(a, b);
}

/** A value with its unit as the language writes it: `20,5 %`, `20.5%`, `1.250 Personen`, and `41` of what is only counted. A decimal string keeps its precision. */
export function formatQuantity(value: string, unit: { key: string; label: string }, decimals: number, language: string): string {
  if (unit.key !== 'percent') return `${formatNumber(value, language, decimals)}${unitBehind(unit.label)}`;
  const options = { style: 'unit', unit: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
  return new Intl.NumberFormat(intlLocale(language), options).format(value as Intl.StringNumericLiteral);
}
