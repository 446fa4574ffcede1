import type { PartialDate, UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { breakdownOf, breakdownProblems } from './breakdown.policy.js';
import type { BreakdownPart } from './breakdown.policy.js';
import type { ReferenceDateType } from './definition.entity.js';
import { monitoringProblem, throwProblems } from './monitoring.errors.js';
import { parseObservationPeriod } from './observation-period.policy.js';
import { isSettledTooEarly } from './settled-value.policy.js';
import { textProblems, tidyText } from './text-field.policy.js';
import { isPossible } from './unit.policy.js';

/** How settled a value is. */
export const OBSERVATION_STATUSES = ['final', 'provisional', 'revised', 'estimated'] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

/** Digits of a value before the point at most; counts of people and money stay far below. */
const MAX_INTEGER_DIGITS = 15;

/** What somebody typed into the form of a value. */
export interface ObservationDraft {
  /** See `parseObservationPeriod`. */
  readonly period: string;
  /** A number with a point, or null. */
  readonly value: string | null;
  readonly missingReason: string | null;
  readonly status: string;
  readonly note: string | null;
  readonly source: string | null;
  /** The day it was taken from its source, `YYYY-MM-DD`. */
  readonly retrievedOn: string | null;
  /** Which part of the population; empty for the total. */
  readonly breakdown: readonly BreakdownPart[];
}

/** What an indicator says about its values. */
export interface ValueRules {
  readonly decimals: number;
  readonly unit: string;
  readonly mayExceedHundred: boolean;
}

/** The same of one that is about to get a value. */
export interface RecordingRules extends ValueRules {
  /** What day or time it counts for. */
  readonly referenceDateType: ReferenceDateType | null;
}

/** A value that may be stored, or the reason why there is none. */
export interface ObservationFacts {
  readonly period: PartialDate;
  readonly value: string | null;
  readonly missingReason: string | null;
  readonly decimals: number;
  readonly status: ObservationStatus;
  readonly note: string | null;
  readonly source: string | null;
  readonly retrievedOn: string | null;
  /** Sorted `name=value` pairs joined by `;`, empty for the total. */
  readonly breakdown: string;
}

/** Why a text is no value of such an indicator; empty when it is one. */
export function valueProblems(value: string | null, { decimals, unit, mayExceedHundred }: ValueRules): UserErrorDetail[] {
  if (value === null) return [];
  const pattern = new RegExp(`^-?\\d{1,${MAX_INTEGER_DIGITS}}${decimals === 0 ? '' : `(\\.\\d{1,${decimals}})?`}$`);
  if (!pattern.test(value)) return [monitoringProblem('VALUE_INVALID', ['value'], { decimals })];
  return isPossible(Number(value), unit, mayExceedHundred) ? [] : [monitoringProblem('VALUE_OUT_OF_RANGE', ['value'])];
}

/** Why a text is no day on which something can have been retrieved by today; empty when it is one. */
function dayProblems(text: string | null, today: string): UserErrorDetail[] {
  if (text === null) return [];
  const period = parseObservationPeriod(text);
  return typeof period !== 'string' && period.precision === 'day' && text <= today ? [] : [monitoringProblem('DATE_INVALID', ['retrievedOn'])];
}

/** A value with all its decimals: `7` of an indicator with one decimal is `7.0`. */
export function padDecimals(value: string, decimals: number): string {
  if (decimals === 0) return value;
  const [whole = '0', fraction = ''] = value.split('.');
  return `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/**
 * Checks and tidies a draft.
 * @param rules of the indicator
 * @param today `YYYY-MM-DD`
 * @throws ValidationError with every problem at once
 */
export function observationOf(draft: ObservationDraft, rules: RecordingRules, today: string): ObservationFacts {
  const value = tidyText(draft.value);
  const missingReason = tidyText(draft.missingReason);
  const [note, source, retrievedOn] = [tidyText(draft.note), tidyText(draft.source), tidyText(draft.retrievedOn)];
  const { decimals, referenceDateType } = rules;
  const period = parseObservationPeriod(draft.period);
  const status = OBSERVATION_STATUSES.find((candidate) => candidate === draft.status);
  throwProblems([
    ...((value === null) === (missingReason === null) ? [monitoringProblem('VALUE_OR_REASON_REQUIRED', ['value'])] : []),
    ...valueProblems(value, rules),
    ...(typeof period === 'string' ? [monitoringProblem(period, ['period'])] : []),
    ...(status === undefined ? [monitoringProblem('STATUS_INVALID', ['status'])] : typeof period !== 'string' && isSettledTooEarly({ value, period, status, referenceDateType }, today) ? [monitoringProblem('PERIOD_NOT_OVER', ['status'])] : []),
    ...textProblems(missingReason, 'missingReason'), ...textProblems(note, 'note'), ...textProblems(source, 'source'),
    ...dayProblems(retrievedOn, today), ...breakdownProblems(draft.breakdown),
  ]);
  return {
    period: period as PartialDate, value: value === null ? null : padDecimals(value, decimals), missingReason, decimals, status: status as ObservationStatus, note, source, retrievedOn,
    breakdown: breakdownOf(draft.breakdown),
  };
}

/** A value as it stands in the table, as far as corrections are concerned. */
export interface KnownObservation {
  readonly id: string;
  readonly regionId: string;
  readonly definitionId: string;
  readonly period: PartialDate;
  readonly breakdown: string;
  readonly isSuperseded: boolean;
}

/** What a value is about: only one may stand for it. */
export interface ObservationPlace {
  readonly regionId: string;
  readonly definitionId: string;
  readonly period: PartialDate;
  readonly breakdown: string;
}

const samePlace = (known: KnownObservation, { regionId, definitionId, period, breakdown }: ObservationPlace): boolean =>
  known.regionId === regionId && known.definitionId === definitionId && known.breakdown === breakdown && known.period.from === period.from && known.period.to === period.to;

/**
 * Whether a new value may stand beside those known of its indicator, or in place of the one it corrects.
 * @returns the problem, or null
 */
export function placeProblem(known: readonly KnownObservation[], place: ObservationPlace, supersedesId: string | null): UserErrorDetail | null {
  const corrected = known.find((observation) => observation.id === supersedesId);
  if (supersedesId !== null && corrected === undefined) return monitoringProblem('UNKNOWN_OBSERVATION', ['supersedesId']);
  if (corrected?.isSuperseded === true) return monitoringProblem('OBSERVATION_SUPERSEDED', ['supersedesId']);
  const stands = known.some((observation) => !observation.isSuperseded && observation.id !== supersedesId && samePlace(observation, place));
  return stands ? monitoringProblem('OBSERVATION_EXISTS', ['period']) : null;
}
