import { useLanguage } from '@konzeptwerkstatt/web-ui';

/** The clock by which gatherings are planned, wherever the reader sits. */
const TOWN_CLOCK = 'Europe/Berlin';

/** The value of a field for day and time, `2027-06-30T18:00`, by the town's clock. */
export function townFieldValue(instant: string): string {
  const date = new Date(instant);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: TOWN_CLOCK, dateStyle: 'short' }).format(date);
  return `${day}T${new Intl.DateTimeFormat('en-GB', { timeZone: TOWN_CLOCK, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date)}`;
}

/** Day and time by the town's clock, in the reader's language. */
export function useTownTime() {
  const { locale } = useLanguage();
  const format = (options: Intl.DateTimeFormatOptions) => (instant: string | Date) => new Intl.DateTimeFormat(locale, { timeZone: TOWN_CLOCK, ...options }).format(new Date(instant));
  const [day, time] = [format({ dateStyle: 'full' }), format({ timeStyle: 'short' })];
  const span = (from: string, to: string) => (townFieldValue(from).slice(0, 10) === townFieldValue(to).slice(0, 10) ? `${day(from)}, ${time(from)}–${time(to)}` : `${day(from)}, ${time(from)} – ${day(to)}, ${time(to)}`);
  return { day, time, span };
}
