// By their own names: the package's index is three hundred files.
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';

/** How often a new value is to come. */
export const REPORTING_RHYTHMS = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'two_yearly', 'irregular'] as const;
export type ReportingRhythm = (typeof REPORTING_RHYTHMS)[number];

const months: Readonly<Record<Exclude<ReportingRhythm, 'irregular'>, number>> = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12, two_yearly: 24 };

/**
 * The day from which the next value is missed: when the period after the latest one is over, and half of its length has passed for counting it.
 * A yearly value for 2024 makes the one for 2025 due on 1 July 2026.
 *
 * @param latestTo last day the latest value is about, `YYYY-MM-DD`
 * @returns a day, or null where no next value is promised
 */
export function overdueFrom(rhythm: ReportingRhythm | null, latestTo: string | null): string | null {
  if (rhythm === null || rhythm === 'irregular' || latestTo === null) return null;
  // From the first day after the period, so that the ends of months of different lengths do not matter.
  const [year = 0, month = 1, day = 1] = latestTo.split('-').map(Number);
  const after = new Date(year, month - 1, day + 1);
  return formatISO(addMonths(after, Math.round(months[rhythm] * 1.5)), { representation: 'date' });
}

/** The last day that any of these values is about; null where none says. */
export function latestDay(values: readonly ({ readonly periodTo: string | null } | null)[]): string | null {
  return values.map((value) => value?.periodTo ?? null).filter((day) => day !== null).sort().at(-1) ?? null;
}

/** The day since which the next value is missed; null when nothing is overdue. @param today `YYYY-MM-DD` */
export function overdueSince(rhythm: ReportingRhythm | null, latestTo: string | null, today: string): string | null {
  const from = overdueFrom(rhythm, latestTo);
  return from !== null && from <= today ? from : null;
}
