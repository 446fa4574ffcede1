import { unitBehind } from '@konzeptwerkstatt/kernel';
import { breakdownParts, halfYearOf, observationPeriodText } from '@konzeptwerkstatt/monitoring';
import type { SeriesRecord } from '@konzeptwerkstatt/monitoring';
import { dayInWords, monthInWords, numberInWords } from './public-language.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';

interface Unit {
  readonly decimals: number;
  readonly unitLabel: string;
}

/** Values of an indicator in a language. */
export interface ValueWording {
  /** A number with its unit. */
  readonly quantity: (value: string, decimals?: number) => string;
  /** The value, or that there is none. */
  readonly value: (record: Pick<SeriesRecord, 'value' | 'decimals' | 'qualifier' | 'isSuppressed'>) => string;
  readonly period: (record: SeriesRecord) => string;
  /** Which part of the population. */
  readonly whom: (breakdown: string) => string;
}

function periodInWords(record: SeriesRecord, language: PublicLanguage): string {
  const written = observationPeriodText(record);
  if (record.periodFrom === null) return written;
  if (record.periodFrom === record.periodTo) return dayInWords(record.periodFrom, language);
  if (record.periodPrecision === 'month') return monthInWords(record.periodFrom, language);
  const half = halfYearOf(record);
  if (half !== null) return wordsOf(language).halfYear(half, written.slice(0, 4));
  return record.periodPrecision === 'quarter' ? `${written.slice(5)} ${written.slice(0, 4)}` : written.replace('/', '–');
}

/** How an indicator's values are written. */
export function valueWording({ decimals: ownDecimals, unitLabel }: Unit, language: PublicLanguage): ValueWording {
  const words = wordsOf(language);
  const quantity = (value: string, decimals = ownDecimals): string => {
    const written = `${numberInWords(value, decimals, language)}${unitBehind(unitLabel)}`;
    // Between words from right to left the unit would stand before its number.
    return language === 'ar' ? `\u2066${written}\u2069` : written;
  };
  return {
    quantity,
    value: ({ value, decimals, qualifier, isSuppressed }) => (value === null ? (isSuppressed ? words.suppressed : words.none) : (words.qualified[qualifier] ?? String)(quantity(value, decimals))),
    period: (record) => periodInWords(record, language),
    whom: (breakdown) => breakdownParts(breakdown).map(({ dimension, value }) => `${words.dimensions[dimension] ?? dimension.replaceAll('_', ' ')}: ${value.replaceAll('_', ' ')}`).join(', ') || words.everybody,
  };
}
