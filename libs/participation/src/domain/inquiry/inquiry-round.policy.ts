import { parseDate } from '@internationalized/date';

/** How often an inquiry may be asked again, in months: every year, or with a budget of two years. */
export const REPEAT_MONTHS = [12, 24] as const;
export type RepeatMonths = (typeof REPEAT_MONTHS)[number];

/** A day so many months later; where the month is shorter, its last day: `2024-02-29` is `2025-02-28` a year later. */
export const monthsLater = (day: string, months: number): string => parseDate(day).add({ months }).toString();

/** A year in a title, or two that follow on each other: `2026`, `2026/2027`, `2026/27`. */
const YEARS = /(?<!\d)(\d{4})(?:([/–-])(\d{4}|\d{2}))?(?!\d)/g;
/** So many years after its deadline a round may be about, as with a budget of two years. */
const AHEAD = 2;

/** The last of the years that stand together; null for a span of more than two, which no round is about. */
function lastYear(from: string, to: string | undefined): number | null {
  const last = to === undefined ? Number(from) : Number(from.slice(0, from.length - to.length) + to);
  return last - Number(from) > 1 || last < Number(from) ? null : last;
}

/**
 * The title of the next round: its years move on with the deadline, everything else stays. Its years are that of the deadline and those shortly after it, or,
 * where the title has none of these, the one before, as in a report on last year.
 */
export function nextTitle(title: string, closesOn: string, months: number): string {
  const deadline = Number(closesOn.slice(0, 4));
  const further = Number(monthsLater(closesOn, months).slice(0, 4)) - deadline;
  const named = [...title.matchAll(YEARS)].flatMap(([, from = '', , to]) => lastYear(from, to) ?? []);
  const isCurrent = (year: number): boolean => year >= deadline && year <= deadline + AHEAD;
  const moves = named.some(isCurrent) ? isCurrent : (year: number): boolean => year === deadline - 1;
  const moved = (year: string): string => String(Number(year) + further);
  return title.replaceAll(YEARS, (found, from: string, between: string | undefined, to: string | undefined) => {
    const last = lastYear(from, to);
    if (last === null || !moves(last)) return found;
    return to === undefined ? moved(from) : `${moved(from)}${between}${moved(String(last)).slice(-to.length)}`;
  });
}
