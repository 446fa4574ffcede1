import { parsePartialDate } from '@konzeptwerkstatt/document-model';
import type { PartialDate } from '@konzeptwerkstatt/kernel';

/** Why a text is no period of an observation. */
export type ObservationPeriodProblem = 'PERIOD_INVALID' | 'PERIOD_ENDS_BEFORE_START';

function parseDay(text: string): PartialDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || parsePartialDate(text.slice(0, 4)) === null) return null;
  const date = new Date(`${text}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : { from: text, to: text, precision: 'day' };
}

function parseSingle(text: string): PartialDate | null {
  const unit = parsePartialDate(text);
  return unit === null ? parseDay(text) : { from: unit.firstDay, to: unit.lastDay, precision: unit.precision };
}

/**
 * Reads what a value is about: `2021`, `2021-Q3`, `2021-09`, `2021-12-31` (a reference day), or `2017/2018` with any of
 * these at its ends.
 * @returns the period, or why the text is none
 */
export function parseObservationPeriod(text: string): PartialDate | ObservationPeriodProblem {
  const [first, last, ...rest] = text.trim().split('/').map(parseSingle);
  if (first === undefined || first === null || last === null || rest.length > 0) return 'PERIOD_INVALID';
  if (last === undefined) return first;
  if ((last.to as string) < (first.from as string)) return 'PERIOD_ENDS_BEFORE_START';
  return { from: first.from, to: last.to, precision: 'range' };
}
