import { CalendarDateTime, parseDate, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';
import type { CalendarDate } from '@internationalized/date';
import { MUNICIPAL_TIME_ZONE } from '@konzeptwerkstatt/kernel';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const momentPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

/** What became of a time that somebody typed. */
export type ReadTime = { readonly instant: Date; readonly problem?: undefined } | { readonly instant?: undefined; readonly problem: 'TIME_INVALID' | 'TIME_SKIPPED' };

/** Which of the two moments is meant when the clock shows the same time twice, in the night it is set back. */
export type Twice = 'earlier' | 'later';

function dayOf(text: string): CalendarDate | null {
  if (!dayPattern.test(text)) return null;
  try {
    const day = parseDate(text);
    return day.year >= 1900 && day.year <= 2199 ? day : null;
  } catch {
    return null;
  }
}

/**
 * Reads a time by the town's clock, `2027-03-28T18:00`.
 * @param twice a phase opens at the earlier and closes at the later one, so that nobody loses an hour
 * @returns the instant; TIME_SKIPPED for a time that the clock never shows, because it is set forward
 */
export function readMunicipalTime(text: string, twice: Twice): ReadTime {
  const [, day = '', time = ''] = momentPattern.exec(text.trim()) ?? [];
  if (dayOf(day) === null || !timePattern.test(time)) return { problem: 'TIME_INVALID' };
  const wanted = parseDateTime(`${day}T${time}`);
  const zoned = toZoned(wanted, MUNICIPAL_TIME_ZONE, twice);
  // In the missing hour the library gives a neighbouring time: it reads differently from what was typed.
  return toCalendarDateTime(zoned).compare(wanted) === 0 ? { instant: zoned.toDate() } : { problem: 'TIME_SKIPPED' };
}

/** The instant of a planned time so many days from a day. A time that the clock skips is taken an hour later: nobody typed it. */
export function municipalInstant(day: string, offsetDays: number, time: string, twice: Twice): Date {
  const { year, month, day: dayOfMonth } = parseDate(day).add({ days: offsetDays });
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wanted = new CalendarDateTime(year, month, dayOfMonth, hour, minute);
  const zoned = toZoned(wanted, MUNICIPAL_TIME_ZONE, twice);
  return toCalendarDateTime(zoned).compare(wanted) === 0 ? zoned.toDate() : toZoned(wanted, MUNICIPAL_TIME_ZONE, 'later').toDate();
}

/** How many days `day` lies behind `from`; negative before it. */
export function daysBetween(from: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A day so many days later. */
export function dayAfter(day: string, days: number): string {
  return parseDate(day).add({ days }).toString();
}

/** Whether a text names a day of the calendar, `2027-06-30`. */
export function isDay(text: string): boolean {
  return dayOf(text) !== null;
}

/** The first day of a month, `2026-09`; null when it is none. */
export function firstDayOfMonth(text: string): string | null {
  return /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? `${text}-01` : null;
}
