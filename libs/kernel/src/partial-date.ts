export type DatePrecision = 'day' | 'month' | 'quarter' | 'year' | 'decade' | 'range' | 'recurring' | 'unknown';

/** A date as exactly as it is known: first and last legal day (ISO `YYYY-MM-DD`, inclusive), and how exact it is. */
export interface PartialDate {
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision;
}

/** A legal day as a Date at midnight UTC, the form in which the database driver takes and gives `date` columns. */
export function wholeDay(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00.000Z`);
}
