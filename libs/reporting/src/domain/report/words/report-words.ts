import { directionOfLanguage, documentWords } from '@konzeptwerkstatt/document-model';
import type { DocumentWords } from '@konzeptwerkstatt/document-model';
import { isolatedIn, messagesInOwnWords, unitBehind, type Direction, type OwnWord } from '@konzeptwerkstatt/kernel';
import { IntlMessageFormat } from 'intl-messageformat';
import { arabicMessages } from './arabic.messages.js';
import { englishMessages } from './english.messages.js';
import { germanMessages } from './german.messages.js';
import type { ReportMessage } from './german.messages.js';

/** Languages in which a report can be assembled: those of the interface. What people wrote stays in theirs. */
export const REPORT_LANGUAGES = ['de', 'en', 'ar'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

type Facts = Readonly<Record<string, string | number>>;

/** A unit of a value: its key, and what is printed behind it. */
export interface WordedUnit {
  readonly unit: string;
  readonly unitLabel: string;
}

/** Words, numbers and dates of one language. */
export interface ReportWords {
  readonly t: (message: ReportMessage, facts?: Facts) => string;
  /** What goals and measures without a title and the values of their fields are called, as in every document. */
  readonly ofDocuments: Pick<DocumentWords, 'statuses' | 'fundingStates' | 'untitledGoal' | 'untitledMeasure'>;
  /** A decimal text, exactly. @param decimals left out: as many as it has */
  readonly number: (value: string | number, decimals?: number) => string;
  /** The same in short form (`1,2 Mrd.`), where there is little room. */
  readonly compact: (value: string) => string;
  /** Euros as a decimal text; a dash for none. */
  readonly amount: (amount: string | null) => string;
  /** A whole share in percent. */
  readonly percent: (share: number) => string;
  /** `20,5 %`, `1.250 Personen`. */
  readonly quantity: (value: string, unit: WordedUnit, decimals: number) => string;
  /** `YYYY-MM-DD`. */
  readonly day: (day: string) => string;
  /** A period as documents store it: `2025/2027`, `2025-Q1/..`, `2025-03`, or a day. */
  readonly period: (period: string) => string;
  /** What a language (BCP 47) is called; null for the report's own. */
  readonly otherLanguage: (tag: string) => string | null;
  readonly compare: (one: string, other: string) => number;
  /** Which way its lines run. */
  readonly direction: Direction;
}

/** Gregorian calendar and Latin digits in every language, as in the interface. */
const locales: Readonly<Record<ReportLanguage, string>> = { de: 'de-DE-u-ca-gregory-nu-latn', en: 'en-GB-u-ca-gregory-nu-latn', ar: 'ar-u-ca-gregory-nu-latn' };
const messages: Readonly<Record<ReportLanguage, Readonly<Record<ReportMessage, string>>>> = { de: germanMessages, en: englishMessages, ar: arabicMessages };

const decimal = (text: string | number): Intl.StringNumericLiteral | number => text as Intl.StringNumericLiteral | number;
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Parsing a message takes longer than using it. Names within a sentence keep the direction they run in. */
function translator(language: ReportLanguage, ownWords: readonly OwnWord[]): ReportWords['t'] {
  const said = messagesInOwnWords(language === 'de' ? ownWords : []);
  const direction = directionOfLanguage(language);
  const parsed = new Map<ReportMessage, IntlMessageFormat>();
  return (message, facts = {}) => {
    const known = parsed.get(message) ?? new IntlMessageFormat(said(messages[language][message]), locales[language]);
    parsed.set(message, known);
    const placed = Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? isolatedIn(direction, fact) : fact] as const);
    return String(known.format(Object.fromEntries(placed)));
  };
}

/** Days are of observations; everything else is written as in documents. */
function periodText(language: ReportLanguage, t: ReportWords['t'], day: ReportWords['day']): ReportWords['period'] {
  const { period: inDocuments } = documentWords(language);
  return (period) => {
    const half = /^(\d{4})-(?:01-01\/\1-06-30|07-01\/\1-(12)-31)$/.exec(period);
    if (half !== null) return t('half-year', { half: half[2] === undefined ? '1' : '2', year: half[1] ?? '' });
    const [from = '', to = from] = period.split('/');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) return inDocuments(period);
    if (to === '..') return t('from-on', { from: day(from) });
    return from === to ? day(from) : t('from-to', { from: day(from), to: day(to) });
  };
}

/** The words of a language. @param ownWords of the municipality, known in German only */
export function reportWords(language: ReportLanguage, ownWords: readonly OwnWord[] = []): ReportWords {
  const locale = locales[language];
  const t = translator(language, ownWords);
  const number: ReportWords['number'] = (value, decimals) => new Intl.NumberFormat(locale, decimals === undefined ? { maximumFractionDigits: 20 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(decimal(value));
  const share = (value: number, decimals: number): string => new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value / 100);
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 3 });
  const euro = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const dayFormat = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const languageNames = new Intl.DisplayNames([locale], { type: 'language' });
  const day: ReportWords['day'] = (text) => dayFormat.format(noon(text));
  return {
    t, number, day, ofDocuments: documentWords(language, ownWords),
    compact: (value) => short.format(decimal(value)),
    amount: (amount) => (amount === null ? t('none') : euro.format(decimal(amount))),
    percent: (value) => share(value, 0),
    quantity: (value, { unit, unitLabel }, decimals) => (unit === 'percent' ? share(Number(value), decimals) : `${number(value, decimals)}${unitBehind(unitLabel)}`),
    period: periodText(language, t, day),
    otherLanguage: (tag) => {
      const [spoken = ''] = tag.toLowerCase().split('-');
      return spoken === language ? null : languageNames.of(spoken) ?? spoken;
    },
    compare: new Intl.Collator(locale, { numeric: true }).compare,
    direction: directionOfLanguage(language),
  };
}
