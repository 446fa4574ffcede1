/** The clock on the wall of every German town hall: what a day is, and when it ends, is said by it, wherever the server stands. */
export const MUNICIPAL_TIME_ZONE = 'Europe/Berlin';

let known: Intl.DateTimeFormat | null = null;

/** Made for the first who asks: it loads what Node knows of calendars, some 8 MB, which a process that only passes on words never needs. */
const shown = (): Intl.DateTimeFormat => (known ??= new Intl.DateTimeFormat('en-GB', { timeZone: MUNICIPAL_TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

/** What the town's clock shows at an instant: its day, `2027-06-30`, and its time, `18:00`. */
export function municipalClock(instant: Date): { readonly day: string; readonly time: string } {
  const { year, month, day, hour, minute } = Object.fromEntries(shown().formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}
