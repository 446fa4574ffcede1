import { municipalClock, MUNICIPAL_TIME_ZONE } from '@konzeptwerkstatt/kernel';

/** The day an instant falls on by the town's clock, `2027-06-30`. */
export function townDay(instant: string): string {
  return municipalClock(new Date(instant)).day;
}

/** The value of a field for day and time, `2027-06-30T18:00`, by the town's clock. */
export function townFieldValue(instant: string): string {
  const { day, time } = municipalClock(new Date(instant));
  return `${day}T${time}`;
}

/** Whether an instant is the last minute of its day by the town's clock: what is due then is due on that day. */
export const isEndOfTownDay = (instant: string): boolean => townFieldValue(instant).endsWith('T23:59');

/** Whether the town's clock shows the same time twice and this is one of the two: in the night it is set back. */
function isShownTwice(instant: Date): boolean {
  const shown = townFieldValue(instant.toISOString());
  return [-1, 1].some((hours) => townFieldValue(new Date(instant.getTime() + hours * 3_600_000).toISOString()) === shown);
}

/**
 * How instants read by the town's clock; a time that it shows twice says whether summer or winter time is meant.
 * @param locale of the reader, with her script and numbers
 */
export function townTimeFormat(locale: string, options: Intl.DateTimeFormatOptions): (instant: string | Date) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: MUNICIPAL_TIME_ZONE, ...options });
  const zone = new Intl.DateTimeFormat(locale, { timeZone: MUNICIPAL_TIME_ZONE, timeZoneName: 'long' });
  return (given) => {
    const instant = new Date(given);
    if (options.timeStyle === undefined || !isShownTwice(instant)) return format.format(instant);
    return `${format.format(instant)} (${zone.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''})`;
  };
}
