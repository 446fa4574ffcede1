import { formatDay, intlLocale } from './format.js';
import type { Translate } from './i18n.js';

/** How exactly a date is known; the API's words. */
export type DateExactness = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR' | 'DECADE' | 'RANGE' | 'RECURRING' | 'UNKNOWN';

/** A date as exactly as it is known: first and last day (`YYYY-MM-DD`, inclusive). */
export interface PartialDateFacts {
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DateExactness | null;
}

/** Three months that begin here are a season; those that begin in January, April, July or October are a quarter. */
const seasons: Readonly<Record<string, string>> = { '03': 'spring', '06': 'summer', '09': 'autumn', '12': 'winter' };

const yearOf = (day: string): string => day.slice(0, 4);

function monthText(day: string, language: string): string {
  return new Intl.DateTimeFormat(intlLocale(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

function quarterText(from: string, to: string, t: Translate): string {
  const season = seasons[from.slice(5, 7)];
  if (!season) return t('ui.date.quarter', { quarter: (Number(from.slice(5, 7)) + 2) / 3, year: yearOf(from) });
  const year = yearOf(from) === yearOf(to) ? yearOf(from) : `${yearOf(from)}/${yearOf(to).slice(2)}`;
  return t(`ui.date.${season}`, { year });
}

function rangeText(from: string, to: string, t: Translate, language: string): string {
  const areYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (areYears) return yearOf(from) === yearOf(to) ? yearOf(from) : t('ui.date.years', { from: yearOf(from), to: yearOf(to) });
  const half = yearOf(from) === yearOf(to) ? ['-01-01/-06-30', '-07-01/-12-31'].indexOf(`${from.slice(4)}/${to.slice(4)}`) + 1 : 0;
  if (half > 0) return t('ui.date.half-year', { half, year: yearOf(from) });
  const areMonths = from.endsWith('-01') && isLastOfMonth(to);
  const text = (day: string): string => (areMonths ? monthText(day, language) : formatDay(day, language));
  return t('ui.date.range', { from: text(from), to: text(to) });
}

/** A partial date in words: "29. Januar 2020", "Mai 1990", "Herbst 2017", "3. Quartal 2025", "1. Halbjahr 2025", "2014", "1990er-Jahre", "2017–2018", "jährlich", "ohne Datum". */
export function partialDateText({ from, to, precision }: PartialDateFacts, t: Translate, language: string): string {
  if (precision === 'RECURRING') return t('ui.date.yearly');
  if (from === null || precision === null || precision === 'UNKNOWN') return t('ui.date.undated');
  const last = to ?? from;
  switch (precision) {
    case 'DAY': return formatDay(from, language);
    case 'MONTH': return monthText(from, language);
    case 'QUARTER': return quarterText(from, last, t);
    case 'YEAR': return yearOf(from);
    case 'DECADE': return t('ui.date.decade', { year: yearOf(from) });
    case 'RANGE': return rangeText(from, last, t, language);
  }
}
