import { MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';
import type { MeasureStatus } from '@konzeptwerkstatt/document-model';

/** A measure with how far it is: as its lead (or where that has not, another party) reported in the newest round, otherwise as the text says. Days are legal days, `YYYY-MM-DD`. */
export interface StandingMeasure {
  readonly id: string;
  readonly sectionId: string;
  readonly leadOrganisationId: string | null;
  readonly partnerIds: readonly string[];
  readonly goalIds: readonly string[];
  readonly status: MeasureStatus | null;
  /** When that was reported; null: it stands in the text. */
  readonly reportedAt: Date | null;
  /** Whether those who reported in the newest round say different things. */
  readonly isDiffering: boolean;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  /** Decimal text with at most two decimals. */
  readonly budgetAmount: string | null;
}

/** Which measures are counted; null and empty do not restrict. */
export interface StandingFilter {
  readonly sectionIds: readonly string[] | null;
  /** Leads or takes part. */
  readonly organisationIds: readonly string[] | null;
  readonly statuses: readonly MeasureStatus[] | null;
  /** Serves one of these goals. */
  readonly goalIds: readonly string[] | null;
  /** Runs at some time in that year. */
  readonly year: number | null;
  readonly isOverdue: boolean;
  readonly leadIds?: readonly string[] | null;
  /** Only what nobody leads. */
  readonly isWithoutLead?: boolean;
  readonly isWithoutStatus?: boolean;
  readonly isReported?: boolean;
  readonly isDiffering?: boolean;
  readonly isBudgeted?: boolean;
  readonly beginsIn?: number | null;
  readonly endsIn?: number | null;
}

/** How many measures there are of something, how many are overdue, and what they cost together. */
export interface Tally {
  readonly total: number;
  readonly overdue: number;
  /** Measures by status, every status named; those without any stand under null. */
  readonly counts: readonly { readonly status: MeasureStatus | null; readonly count: number }[];
  /** Decimal text with two decimals; null when no measure names an amount. */
  readonly budget: string | null;
  /** How many measures name an amount. */
  readonly budgeted: number;
}

export interface Standing {
  readonly all: Tally;
  /** How many were reported on. */
  readonly reported: number;
  /** Of how many those who reported say different things. */
  readonly differing: number;
  /** Parts in the order of the measures. */
  readonly bySection: readonly { readonly sectionId: string; readonly tally: Tally }[];
  readonly byLead: readonly { readonly organisationId: string | null; readonly tally: Tally }[];
  readonly byGoal: readonly { readonly goalId: string; readonly tally: Tally }[];
  /** Each year in which a measure runs, from the first to the last one that is named. */
  readonly byYear: readonly { readonly year: number; readonly running: number; readonly beginning: number; readonly ending: number }[];
}

/** In these states nothing is due any more. */
const settled: readonly MeasureStatus[] = ['done', 'continued', 'dropped'];

/** Whether a measure should be finished and is not: its last day lies before today. */
export function isOverdue({ status, periodTo }: Pick<StandingMeasure, 'status' | 'periodTo'>, today: string): boolean {
  return periodTo !== null && periodTo < today && (status === null || !settled.includes(status));
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Whether a measure runs at some time in a year. Without a last day it goes on. */
function runsIn({ periodFrom, periodTo }: StandingMeasure, year: number): boolean {
  return periodFrom !== null && yearOf(periodFrom) <= year && (periodTo === null || yearOf(periodTo) >= year);
}

const beginsIn = ({ periodFrom }: StandingMeasure, year: number): boolean => periodFrom !== null && yearOf(periodFrom) === year;
const endsIn = ({ periodTo }: StandingMeasure, year: number): boolean => periodTo !== null && yearOf(periodTo) === year;

type Check = (measure: StandingMeasure) => boolean;

/** Whether one of the wanted values is among those a measure has. */
const oneOf = <Value>(wanted: readonly Value[] | null | undefined, valuesOf: (measure: StandingMeasure) => readonly (Value | null)[]): Check[] =>
  wanted === null || wanted === undefined || wanted.length === 0 ? [] : [(measure) => valuesOf(measure).some((value) => value !== null && wanted.includes(value))];
const only = (isWanted: boolean | undefined, check: Check): Check[] => (isWanted === true ? [check] : []);
const inYear = (year: number | null | undefined, check: (measure: StandingMeasure, year: number) => boolean): Check[] => (year === null || year === undefined ? [] : [(measure) => check(measure, year)]);

/** The measures a filter leaves. */
export function filterStanding(measures: readonly StandingMeasure[], filter: StandingFilter, today: string): StandingMeasure[] {
  const checks: readonly Check[] = [
    ...oneOf(filter.sectionIds, ({ sectionId }) => [sectionId]), ...oneOf(filter.organisationIds, ({ leadOrganisationId, partnerIds }) => [leadOrganisationId, ...partnerIds]), ...oneOf(filter.statuses, ({ status }) => [status]),
    ...oneOf(filter.goalIds, ({ goalIds }) => goalIds), ...oneOf(filter.leadIds, ({ leadOrganisationId }) => [leadOrganisationId]),
    ...inYear(filter.year, runsIn), ...inYear(filter.beginsIn, beginsIn), ...inYear(filter.endsIn, endsIn),
    ...only(filter.isOverdue, (measure) => isOverdue(measure, today)), ...only(filter.isWithoutLead, ({ leadOrganisationId }) => leadOrganisationId === null), ...only(filter.isWithoutStatus, ({ status }) => status === null),
    ...only(filter.isReported, ({ reportedAt }) => reportedAt !== null), ...only(filter.isDiffering, (measure) => measure.isDiffering), ...only(filter.isBudgeted, ({ budgetAmount }) => budgetAmount !== null),
  ];
  return measures.filter((measure) => checks.every((check) => check(measure)));
}

/** Hundredths of a decimal text; sums of money are never binary fractions. */
function hundredths(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt((whole.startsWith('-') ? '-' : '') + fraction.padEnd(2, '0').slice(0, 2));
}

function sumOf(amounts: readonly string[]): string | null {
  if (amounts.length === 0) return null;
  const sum = amounts.reduce((total, amount) => total + hundredths(amount), 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(3, '0');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function tallyOf(measures: readonly StandingMeasure[], today: string): Tally {
  const byStatus = Map.groupBy(measures, ({ status }) => status);
  const amounts = measures.flatMap(({ budgetAmount }) => (budgetAmount === null ? [] : [budgetAmount]));
  return {
    total: measures.length,
    overdue: measures.filter((measure) => isOverdue(measure, today)).length,
    counts: [...MEASURE_STATUSES, null].map((status) => ({ status, count: byStatus.get(status)?.length ?? 0 })),
    budget: sumOf(amounts), budgeted: amounts.length,
  };
}

/** More years than these nobody plans; a slip of the pen in one measure must not make a list of centuries. */
const MAX_YEARS = 40;

function yearsOf(measures: readonly StandingMeasure[]): Standing['byYear'] {
  const named = measures.flatMap(({ periodFrom, periodTo }) => [periodFrom, periodTo]).flatMap((day) => (day === null ? [] : [yearOf(day)]));
  if (named.length === 0) return [];
  const [first, last] = [Math.min(...named), Math.max(...named)];
  return Array.from({ length: Math.min(last - first + 1, MAX_YEARS) }, (_, index) => first + index).map((year) => ({
    year, running: measures.filter((measure) => runsIn(measure, year)).length,
    beginning: measures.filter((measure) => beginsIn(measure, year)).length,
    ending: measures.filter((measure) => endsIn(measure, year)).length,
  }));
}

/**
 * How far the measures of an edition are, counted in every way that is steered by.
 * @param measures in the order of the text
 * @param today the town's day
 */
export function standingOf(measures: readonly StandingMeasure[], today: string): Standing {
  const goalIds = [...new Set(measures.flatMap((measure) => measure.goalIds))];
  return {
    all: tallyOf(measures, today),
    reported: measures.filter(({ reportedAt }) => reportedAt !== null).length,
    differing: measures.filter((measure) => measure.isDiffering).length,
    bySection: [...Map.groupBy(measures, ({ sectionId }) => sectionId)].map(([sectionId, own]) => ({ sectionId, tally: tallyOf(own, today) })),
    byLead: [...Map.groupBy(measures, ({ leadOrganisationId }) => leadOrganisationId)].map(([organisationId, own]) => ({ organisationId, tally: tallyOf(own, today) })),
    byGoal: goalIds.map((goalId) => ({ goalId, tally: tallyOf(measures.filter((measure) => measure.goalIds.includes(goalId)), today) })),
    byYear: yearsOf(measures),
  };
}
