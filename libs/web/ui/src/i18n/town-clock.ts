/** The clock by which everything of a municipality is planned and ends, wherever the reader sits. */
export const TOWN_CLOCK = 'Europe/Berlin';

/** The day an instant falls on by the town's clock, `2027-06-30`. */
export function townDay(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TOWN_CLOCK, dateStyle: 'short' }).format(new Date(instant));
}

/** The value of a field for day and time, `2027-06-30T18:00`, by the town's clock. */
export function townFieldValue(instant: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: TOWN_CLOCK, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
  return `${townDay(instant)}T${time}`;
}
