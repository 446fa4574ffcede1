import type { DocumentLanguage } from './document-words.js';

/** Gregorian calendar and Latin digits in every language, as in the interface. */
const locales: Readonly<Record<DocumentLanguage, string>> = { de: 'de-DE-u-ca-gregory-nu-latn', en: 'en-GB-u-ca-gregory-nu-latn', ar: 'ar-u-ca-gregory-nu-latn' };

// Decimal texts are formatted exactly; the type of `format` does not know that yet.
const decimal = (text: string): Intl.StringNumericLiteral => text as Intl.StringNumericLiteral;
const utc = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Euros, given as decimal text. */
export function euroIn(language: DocumentLanguage): (amount: string) => string {
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' });
  return (amount) => format.format(decimal(amount));
}

/** A decimal text with as many decimals as it has. */
export function decimalIn(language: DocumentLanguage): (text: string) => string {
  const format = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 20 });
  return (text) => format.format(decimal(text));
}

/** A day, given as `YYYY-MM-DD`. */
export function dayIn(language: DocumentLanguage): (day: string) => string {
  const format = new Intl.DateTimeFormat(locales[language], { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  return (day) => format.format(utc(day));
}

/** How a language joins the ends of a period. */
interface PeriodWords {
  readonly from: (from: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly quarter: (quarter: string, year: string) => string;
}

/** A period as documents store it: `2025/2027`, `2025-Q1/..`. */
export function periodIn(language: DocumentLanguage, words: PeriodWords): (period: string) => string {
  const month = new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const end = (text: string): string => {
    const [year = '', part = ''] = text.split('-');
    if (part === '') return year;
    return part.startsWith('Q') ? words.quarter(part.slice(1), year) : month.format(utc(`${text}-15`));
  };
  return (period) => {
    const [from = '', to = from] = period.split('/');
    if (to === '..') return words.from(end(from));
    return from === to ? end(from) : words.between(end(from), end(to));
  };
}
