/** How exactly an end of a period is known. */
export type PeriodPrecision = 'year' | 'quarter' | 'month';

export interface PartialDate {
  readonly precision: PeriodPrecision;
  /** `YYYY`, `YYYY-Qn` or `YYYY-MM`. */
  readonly text: string;
  /** First and last legal day that are meant, `YYYY-MM-DD`, both inclusive. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** From when to when a measure runs; without `to` it is open-ended (unbefristet). */
export interface Period {
  readonly from: PartialDate;
  readonly to: PartialDate | null;
  /** First legal day, inclusive. */
  readonly firstDay: string;
  /** Last legal day, inclusive; null when open-ended. */
  readonly lastDay: string | null;
}

export type PeriodProblem = 'PERIOD_MALFORMED' | 'PERIOD_ENDS_BEFORE_START';

/** The end of an open-ended period in text form. */
export const OPEN_END = '..';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const partialDate = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

export class InvalidPeriod extends Error {
  override readonly name = 'InvalidPeriod';

  constructor(readonly code: PeriodProblem) {
    super(code === 'PERIOD_MALFORMED' ? 'Bitte Jahr, Quartal oder Monat angeben.' : 'Das Ende liegt vor dem Anfang.');
  }
}

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function precisionOf(quarter: string | undefined, month: string | undefined): PeriodPrecision {
  if (quarter !== undefined) return 'quarter';
  return month === undefined ? 'year' : 'month';
}

/** One end of a period; null when the text is none. */
export function parsePartialDate(text: string): PartialDate | null {
  const [, yearText, quarter, month] = partialDate.exec(text) ?? [];
  if (yearText === undefined) return null;
  const year = Number(yearText);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const precision = precisionOf(quarter, month);
  const firstMonth = precision === 'quarter' ? Number(quarter) * 3 - 2 : Number(month ?? '1');
  const lastMonth = precision === 'year' ? 12 : firstMonth + (precision === 'quarter' ? 2 : 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    precision,
    text,
    firstDay: `${yearText}-${two(firstMonth)}-01`,
    lastDay: `${yearText}-${two(lastMonth)}-${two(lastDayOfMonth(year, lastMonth))}`,
  };
}

/**
 * Reads `<from>/<to>`, each `YYYY`, `YYYY-Qn` or `YYYY-MM`, `to` also `..` for open-ended.
 * Throws {@link InvalidPeriod} when it is no such text, or when its last day lies before its first.
 */
export function parsePeriod(text: string): Period {
  const [fromText, toText, ...rest] = text.split('/');
  const from = parsePartialDate(fromText ?? '');
  const to = toText === undefined || toText === OPEN_END ? null : parsePartialDate(toText);
  if (from === null || toText === undefined || rest.length > 0 || (to === null && toText !== OPEN_END)) throw new InvalidPeriod('PERIOD_MALFORMED');
  if (to !== null && to.lastDay < from.firstDay) throw new InvalidPeriod('PERIOD_ENDS_BEFORE_START');
  return { from, to, firstDay: from.firstDay, lastDay: to?.lastDay ?? null };
}

/** The stored text of a period; `parsePeriod` gives the same period back. */
export function formatPeriod(period: Pick<Period, 'from' | 'to'>): string {
  return `${period.from.text}/${period.to?.text ?? OPEN_END}`;
}

/** Orders by first day, then by last day, open-ended last. Negative when `a` comes first. */
export function comparePeriod(a: Period, b: Period): number {
  const order = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);
  return order(a.firstDay, b.firstDay) || order(a.lastDay ?? '9999', b.lastDay ?? '9999');
}
