import { parseDate } from '@internationalized/date';

/** How often an inquiry may be asked again, in months: every year, or with a budget of two years. */
export const REPEAT_MONTHS = [12, 24] as const;
export type RepeatMonths = (typeof REPEAT_MONTHS)[number];

/** A day so many months later; where the month is shorter, its last day: `2024-02-29` is `2025-02-28` a year later. */
export const monthsLater = (day: string, months: number): string => parseDate(day).add({ months }).toString();

/** The title of the next round: a year in it moves on with the deadline, everything else stays. */
export function nextTitle(title: string, closesOn: string, months: number): string {
  const year = closesOn.slice(0, 4);
  return title.replaceAll(new RegExp(`(?<!\\d)${year}(?!\\d)`, 'g'), monthsLater(closesOn, months).slice(0, 4));
}
