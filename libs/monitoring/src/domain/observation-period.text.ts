import type { DatePrecision } from '@konzeptwerkstatt/kernel';

interface Period {
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly periodPrecision: DatePrecision;
}

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);
const isWholeYears = (from: string, to: string): boolean => from.endsWith('-01-01') && to.endsWith('-12-31');

/** Which half of one year a period is; null for everything else. */
export function halfYearOf({ periodFrom: from, periodTo: to }: Period): 1 | 2 | null {
  if (from === null || to === null || from.slice(0, 4) !== to.slice(0, 4)) return null;
  if (from.endsWith('-01-01') && to.endsWith('-06-30')) return 1;
  return from.endsWith('-07-01') && to.endsWith('-12-31') ? 2 : null;
}

/** A period as `parseObservationPeriod` reads it: `2021`, `2021-Q3`, `2021-09`, `2021-12-31`, `2017/2018`; empty when nothing is known. */
export function observationPeriodText({ periodFrom: from, periodTo: to, periodPrecision }: Period): string {
  if (from === null || to === null) return '';
  if (periodPrecision === 'year') return from.slice(0, 4);
  if (periodPrecision === 'quarter') return `${from.slice(0, 4)}-Q${quarterOf(from)}`;
  if (periodPrecision === 'month') return from.slice(0, 7);
  if (from === to) return from;
  return isWholeYears(from, to) ? `${from.slice(0, 4)}/${to.slice(0, 4)}` : `${from}/${to}`;
}
