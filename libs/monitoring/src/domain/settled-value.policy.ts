import type { PartialDate } from '@konzeptwerkstatt/kernel';
import type { ReferenceDateType } from './definition.entity.js';

/** What is counted for one day, for a school year or in a wave is settled before the period it is written down for is over. */
const COUNTED_WITHIN: ReadonlySet<ReferenceDateType | null> = new Set(['reference_day', 'school_year', 'survey_wave']);
/** What may still be another number. */
const UNSETTLED: ReadonlySet<string> = new Set(['provisional', 'estimated']);

/** A value as far as it can be settled. */
export interface SettledClaim {
  readonly value: string | null;
  readonly period: Pick<PartialDate, 'from' | 'to'>;
  readonly status: string;
  /** What day or time its indicator counts for; null where nobody has said it. */
  readonly referenceDateType: ReferenceDateType | null;
}

/**
 * Whether a value says that it is settled though it cannot be: the period that it is about is not over, or has not begun where something within it
 * is counted. A forecast is an estimate; a reason why there is no value may come at any time.
 *
 * @param today `YYYY-MM-DD`
 */
export function isSettledTooEarly({ value, period: { from, to }, status, referenceDateType }: SettledClaim, today: string): boolean {
  const known = COUNTED_WITHIN.has(referenceDateType) ? from : to;
  return value !== null && !UNSETTLED.has(status) && known !== null && known > today;
}

/**
 * Whether a value of which nobody has said how settled it is is a first figure: its period has begun and goes on, so that it can still become another. Before a
 * period begins nothing is counted; what is a forecast then, and what a slip in the year, only somebody can say.
 *
 * @param today `YYYY-MM-DD`
 */
export function isFirstFigure(claim: Omit<SettledClaim, 'status'>, today: string): boolean {
  const { from } = claim.period;
  return (from === null || from <= today) && isSettledTooEarly({ ...claim, status: 'final' }, today);
}
