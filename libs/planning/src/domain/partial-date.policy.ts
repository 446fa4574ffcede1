import { parsePartialDate as parseCalendarUnit } from '@konzeptwerkstatt/document-model';
import type { DatePrecision, PartialDate } from '@konzeptwerkstatt/kernel';

/** First month of each season; a season is three months and, like a quarter, no more exact than that. */
const SEASONS = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;
type Season = keyof typeof SEASONS;
const SEASON_NAMES = Object.keys(SEASONS) as readonly Season[];

const season = /^(\d{4})-(spring|summer|autumn|winter)$/;
const decade = /^(\d{3})0s$/;
const range = /^([^/]+)\/([^/]+)$/;

const UNKNOWN: PartialDate = { from: null, to: null, precision: 'unknown' };

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

function parseDay(text: string): PartialDate | null {
  // The year must be one that the other forms know as well.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || parseCalendarUnit(text.slice(0, 4)) === null) return null;
  const date = new Date(`${text}T00:00:00.000Z`);
  if (Number.isNaN(date.getTime()) || isoDay(date) !== text) return null;
  return { from: text, to: text, precision: 'day' };
}

function parseUnit(text: string): PartialDate | null {
  const unit = parseCalendarUnit(text);
  return unit === null ? null : { from: unit.firstDay, to: unit.lastDay, precision: unit.precision };
}

function parseSeason(text: string): PartialDate | null {
  const [, year, name] = season.exec(text) ?? [];
  if (year === undefined) return null;
  const firstMonth = SEASONS[name as Season];
  // Day 0 of the month after the third one is the last day of the third one, also over the end of a year.
  return { from: isoDay(new Date(Date.UTC(Number(year), firstMonth - 1, 1))), to: isoDay(new Date(Date.UTC(Number(year), firstMonth + 2, 0))), precision: 'quarter' };
}

function parseDecade(text: string): PartialDate | null {
  const [, start] = decade.exec(text) ?? [];
  return start === undefined ? null : { from: `${start}0-01-01`, to: `${start}9-12-31`, precision: 'decade' };
}

function parseRange(text: string): PartialDate | null {
  const [, first, last] = range.exec(text) ?? [];
  if (first === undefined || last === undefined) return null;
  const from = (parseDay(first) ?? parseUnit(first))?.from ?? null;
  const to = (parseDay(last) ?? parseUnit(last))?.to ?? null;
  return from === null || to === null || to < from ? null : { from, to, precision: 'range' };
}

/**
 * Reads a date as exactly as it is known: `2020-01-29`, `2018-04`, `2025-Q3`, `2017-autumn`, `2014`, `1990s`, `2017/2018`
 * (each end a day, month, quarter or year), `yearly`, `undated`.
 * @returns null when it is none of these, names a day that does not exist, or ends before it begins
 */
export function parsePartialDate(text: string): PartialDate | null {
  const tidy = text.trim();
  if (tidy === 'undated') return UNKNOWN;
  if (tidy === 'yearly') return { from: null, to: null, precision: 'recurring' };
  return parseDay(tidy) ?? parseUnit(tidy) ?? parseSeason(tidy) ?? parseDecade(tidy) ?? parseRange(tidy);
}

/** The decade around a date, for sources that say "in the eighties" and name a year of it. */
export function decadeOf(date: PartialDate): PartialDate {
  return date.from === null ? date : { from: `${date.from.slice(0, 3)}0-01-01`, to: `${date.from.slice(0, 3)}9-12-31`, precision: 'decade' };
}

function formatQuarter(from: string): string {
  const month = Number(from.slice(5, 7));
  const name = SEASON_NAMES.find((candidate) => SEASONS[candidate] === month);
  return name === undefined ? `${from.slice(0, 4)}-Q${(month + 2) / 3}` : `${from.slice(0, 4)}-${name}`;
}

/** A range in the shortest text that means the same days. */
function formatRange(from: string, to: string): string {
  const wholeYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (wholeYears) return `${from.slice(0, 4)}/${to.slice(0, 4)}`;
  const months = `${from.slice(0, 7)}/${to.slice(0, 7)}`;
  const again = parseRange(months);
  return again?.from === from && again.to === to ? months : `${from}/${to}`;
}

const formats: Readonly<Record<Exclude<DatePrecision, 'recurring' | 'unknown'>, (from: string, to: string) => string>> = {
  day: (from) => from,
  month: (from) => from.slice(0, 7),
  quarter: formatQuarter,
  year: (from) => from.slice(0, 4),
  decade: (from) => `${from.slice(0, 4)}s`,
  range: formatRange,
};

/** The text of a date; `parsePartialDate` gives the same date back. */
export function formatPartialDate({ from, to, precision }: PartialDate): string {
  if (precision === 'recurring') return 'yearly';
  if (precision === 'unknown' || from === null) return 'undated';
  return formats[precision](from, to ?? from);
}

/** Orders by first day, then the more exact one first; what has no day comes last. Negative when `a` comes first. */
export function comparePartialDate(a: PartialDate, b: PartialDate): number {
  const order = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);
  return order(a.from ?? '9999', b.from ?? '9999') || order(a.to ?? '9999', b.to ?? '9999');
}
