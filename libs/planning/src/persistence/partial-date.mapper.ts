import { wholeDay } from '@konzeptwerkstatt/kernel';
import type { PartialDate } from '@konzeptwerkstatt/kernel';

const day = (isoDay: string | null): Date | null => (isoDay === null ? null : wholeDay(isoDay));
const isoDay = (date: Date | null): string | null => (date === null ? null : date.toISOString().slice(0, 10));

/** The columns of a date, to be spread under the names of its table. */
export function dateColumns(date: PartialDate): { readonly from: Date | null; readonly to: Date | null; readonly precision: PartialDate['precision'] } {
  return { from: day(date.from), to: day(date.to), precision: date.precision };
}

export function partialDateOf(from: Date | null, to: Date | null, precision: PartialDate['precision']): PartialDate {
  return { from: isoDay(from), to: isoDay(to), precision };
}
