import { documentWords } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { unitBehind } from '@konzeptwerkstatt/kernel';
import type { DatePrecision } from '@konzeptwerkstatt/kernel';
import { halfYearOf, observationPeriodText } from './observation-period.text.js';

/** The latest value of an indicator, as far as documents say it. */
export interface LatestValue {
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly periodPrecision: DatePrecision;
  /** Decimal text; null when there is none, or it is withheld. */
  readonly value: string | null;
  readonly decimals: number;
  readonly qualifier: string;
  readonly isSuppressed: boolean;
  readonly sensitivity: string;
}

/** What a document says of the latest value. */
interface StandingWords {
  readonly locale: string;
  readonly latest: (value: string, period: string) => string;
  readonly byGroups: (period: string) => string;
  readonly withheld: (period: string) => string;
  readonly none: (period: string) => string;
  readonly special: string;
  readonly halfYear: (half: 1 | 2, year: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly undated: string;
  /** Of what is not exact, by its qualifier. */
  readonly qualified: Readonly<Record<string, (value: string) => string>>;
}

const standingWords: Readonly<Record<DocumentLanguage, StandingWords>> = {
  de: {
    locale: 'de-DE', latest: (value, period) => `zuletzt ${value} (${period})`, byGroups: (period) => `nach Gruppen gezählt, zuletzt ${period}`, withheld: (period) => `der Wert für ${period} wird nicht gezeigt, damit niemand erkennbar ist`,
    none: (period) => `kein Wert für ${period}`, special: 'der Wert steht nur beim Indikator selbst', halfYear: (half, year) => `${half}. Halbjahr ${year}`, between: (from, to) => `${from} bis ${to}`, undated: 'ohne Datum',
    qualified: { approx: (value) => `rund ${value}`, rounded: (value) => `gerundet ${value}`, less_than: (value) => `weniger als ${value}`, more_than: (value) => `mehr als ${value}`, derived: (value) => `${value}, berechnet` },
  },
  en: {
    locale: 'en-GB', latest: (value, period) => `latest ${value} (${period})`, byGroups: (period) => `counted by groups, latest ${period}`, withheld: (period) => `the value for ${period} is not shown, so that nobody can be recognised`,
    none: (period) => `no value for ${period}`, special: 'the value stands at the indicator only', halfYear: (half, year) => `half-year ${half} of ${year}`, between: (from, to) => `${from} to ${to}`, undated: 'undated',
    qualified: { approx: (value) => `about ${value}`, rounded: (value) => `rounded ${value}`, less_than: (value) => `less than ${value}`, more_than: (value) => `more than ${value}`, derived: (value) => `${value}, calculated` },
  },
  ar: {
    locale: 'ar-u-nu-latn', latest: (value, period) => `آخر قيمة ${value} (${period})`, byGroups: (period) => `يُحصى حسب المجموعات، آخرها ${period}`, withheld: (period) => `لا تُعرض قيمة ${period} حتى لا يمكن التعرف على أحد`,
    none: (period) => `لا قيمة لـ ${period}`, special: 'القيمة مذكورة عند المؤشر نفسه فقط', halfYear: (half, year) => `النصف ${half} من ${year}`, between: (from, to) => `${from} إلى ${to}`, undated: 'بدون تاريخ',
    qualified: { approx: (value) => `نحو ${value}`, rounded: (value) => `${value} (مقرّبة)`, less_than: (value) => `أقل من ${value}`, more_than: (value) => `أكثر من ${value}`, derived: (value) => `${value} (محسوبة)` },
  },
};

/** What a value is about in time, as the language writes it. */
function periodInWords(value: LatestValue, language: DocumentLanguage): string {
  const { periodFrom: from, periodTo: to } = value;
  const words = standingWords[language];
  if (from === null || to === null) return words.undated;
  const half = halfYearOf(value);
  if (half !== null) return words.halfYear(half, from.slice(0, 4));
  const { day, period } = documentWords(language);
  const written = observationPeriodText(value);
  if (/^\d{4}-\d{2}-\d{2}/.test(written)) return from === to ? day(from) : words.between(day(from), day(to));
  return period(written.includes('/') ? written : `${written}/${written}`);
}

/** The latest total as documents say it: `zuletzt 20,5 % (2020)`. What is withheld, and what is of special sensitivity, is not said: texts are published as they were adopted. */
export function totalInWords(total: LatestValue, unitLabel: string, language: DocumentLanguage): string {
  const { value, decimals, qualifier, isSuppressed, sensitivity } = total;
  const words = standingWords[language];
  if (sensitivity === 'special') return words.special;
  const period = periodInWords(total, language);
  if (value === null) return isSuppressed ? words.withheld(period) : words.none(period);
  // Decimal texts are formatted exactly; the type of `format` does not know that yet.
  const written = new Intl.NumberFormat(words.locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value as Intl.StringNumericLiteral);
  return words.latest((words.qualified[qualifier] ?? String)(`${written}${unitBehind(unitLabel)}`), period);
}

/** Of what is only counted by groups, which has no total: when it was counted last. */
export const partsInWords = (part: LatestValue, language: DocumentLanguage): string => standingWords[language].byGroups(periodInWords(part, language));
