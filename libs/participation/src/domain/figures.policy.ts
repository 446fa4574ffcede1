import type { ResponseVerdict } from './response.policy.js';
import { breakDown, isBrokenDown } from './suppression.policy.js';

/** What became of a contribution, as it is counted: `parts` was cut into parts that are answered one by one. */
export const CONTRIBUTION_FATES = ['open', 'considered', 'partly', 'not', 'noted', 'forwarded', 'parts'] as const;
export type ContributionFate = (typeof CONTRIBUTION_FATES)[number];

export const fateOf = (verdict: ResponseVerdict | null, isCut: boolean): ContributionFate => (isCut ? 'parts' : verdict ?? 'open');

/** So many contributions of one kind of organisation about one section, made in one month. */
export interface CountedContributions {
  /** Kind of the organisation; null: somebody for herself. */
  readonly kind: string | null;
  readonly organisationId: string | null;
  /** Null: about the whole concept, or a section that was taken out. */
  readonly sectionId: string | null;
  readonly fate: ContributionFate;
  /** `YYYY-MM`, when it was made and when it was answered. */
  readonly month: string;
  readonly answeredMonth: string | null;
  readonly count: number;
}

export type FateCounts = Readonly<Record<ContributionFate, number>>;

/** One line of a table: how many, and what became of them where that is broken down. */
export interface FigureLine {
  /** Kind or section; null: neither. */
  readonly key: string | null;
  readonly count: number;
  /** Null: too few to be broken down. */
  readonly fates: FateCounts | null;
  /** Organisations behind them. */
  readonly organisationCount: number;
}

export interface FigureTable {
  readonly lines: readonly FigureLine[];
  /** What became of those that are too few alone; null: there are none, or they are too few together. */
  readonly together: { readonly keys: readonly (string | null)[]; readonly count: number; readonly fates: FateCounts } | null;
}

/** How much came and was answered in a month. */
export interface MonthFigures {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly received: number;
  readonly answered: number;
}

const sum = (rows: readonly CountedContributions[]): number => rows.reduce((total, { count }) => total + count, 0);

function fatesOf(rows: readonly CountedContributions[]): FateCounts {
  return Object.fromEntries(CONTRIBUTION_FATES.map((fate) => [fate, sum(rows.filter((row) => row.fate === fate))])) as unknown as FateCounts;
}

/** One line for each key, in their order, those with nothing included. @param keyOf which line a row belongs to */
export function tableOf(rows: readonly CountedContributions[], keys: readonly (string | null)[], keyOf: (row: CountedContributions) => string | null): FigureTable {
  const rowsOf = new Map(keys.map((key) => [key, rows.filter((row) => keyOf(row) === key)]));
  const { alone, together } = breakDown(keys.map((key) => ({ key, count: sum(rowsOf.get(key) ?? []) })));
  const few = together.flatMap((key) => rowsOf.get(key) ?? []);
  return {
    lines: keys.map((key) => {
      const own = rowsOf.get(key) ?? [];
      const organisations = new Set(own.flatMap(({ organisationId }) => organisationId ?? []));
      return { key, count: sum(own), fates: alone.includes(key) ? fatesOf(own) : null, organisationCount: organisations.size };
    }),
    together: together.length === 0 ? null : { keys: keys.filter((key) => together.includes(key)), count: sum(few), fates: fatesOf(few) },
  };
}

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** Every month from the first in which something came to the last in which something happened; none while there are too few in all. */
export function monthsOf(rows: readonly CountedContributions[]): MonthFigures[] {
  if (!isBrokenDown(sum(rows))) return [];
  const named = rows.flatMap(({ month, answeredMonth }) => (answeredMonth === null ? [month] : [month, answeredMonth])).toSorted();
  const [first = '', last = ''] = [named[0], named.at(-1)];
  const months: MonthFigures[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) {
    months.push({ month, received: sum(rows.filter((row) => row.month === month)), answered: sum(rows.filter((row) => row.answeredMonth === month)) });
  }
  return months;
}

/** Kinds of organisation of which nobody has said anything. */
export const missingKinds = (rows: readonly CountedContributions[], kinds: readonly string[]): string[] => kinds.filter((kind) => !rows.some((row) => row.kind === kind && row.count > 0));
