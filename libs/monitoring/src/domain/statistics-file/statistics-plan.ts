import { createHash } from 'node:crypto';
import type { PartialDate } from '@konzeptwerkstatt/kernel';
import { padDecimals } from '../observation.entity.js';
import type { ObservationStatus } from '../observation.entity.js';
import { isFirstFigure, isSettledTooEarly } from '../settled-value.policy.js';
import { sameBreakdown } from './breakdown-words.js';
import { newestVersion } from './indicator-words.js';
import type { KnownIndicator } from './indicator-words.js';
import { plainWords } from './statistics-sheet.js';
import type { ReadFacts, ReadValue } from './statistics-values.js';

/** What becomes of a value: taken over as a new one, in place of another, or not, because it stands there already, is about a region that the installation does not know, or has a fault. */
export const PLANNED_STATES = ['refused', 'changed', 'new', 'left_out', 'unchanged'] as const;
export type PlannedState = (typeof PLANNED_STATES)[number];

/** A value that stands. */
export interface StandingValue {
  readonly id: string;
  readonly indicatorId: string;
  readonly version: number;
  readonly regionId: string;
  readonly period: Pick<PartialDate, 'from' | 'to'>;
  readonly breakdown: string;
  readonly value: string | null;
  readonly missingReason: string | null;
  readonly qualifier: string;
  readonly status: string;
  readonly note: string | null;
}

/** A value of a file, and what becomes of it. */
export interface PlannedValue extends ReadValue {
  readonly state: PlannedState;
  /** What stands in its place now. */
  readonly before: StandingValue | null;
}

/** What a file would do. */
export interface StatisticsPlan {
  /** In the order of the file; a value that a file says twice in the same way is there once. */
  readonly values: readonly PlannedValue[];
  readonly counts: Readonly<Record<PlannedState, number>>;
  /** How many of the new and changed ones are taken as provisional, because their period goes on and the file says nothing of it. */
  readonly firstFigures: number;
  /** Regions that the installation does not know, in the words of the file. */
  readonly unknownRegions: readonly { readonly words: string; readonly count: number }[];
  /** What would be written, in one word: two plans with the same would write the same. */
  readonly fingerprint: string;
}

/** What a value is about: only one may stand for it. */
const placeOf = ({ indicatorId, version, regionId, period, breakdown }: Pick<StandingValue, 'indicatorId' | 'version' | 'regionId' | 'period' | 'breakdown'>): string => [indicatorId, version, regionId, period.from, period.to, sameBreakdown(breakdown)].join('|');
const sameNumber = (one: string | null, other: string | null): boolean => (one === null || other === null ? one === other : padDecimals(one, 6) === padDecimals(other, 6));

/**
 * Whether a file says of a value what stands there already. Only what the file speaks of is compared; where it comes from and when it was retrieved make no other value of it.
 */
export function saysTheSame(facts: ReadFacts, standing: Pick<StandingValue, 'value' | 'missingReason' | 'qualifier' | 'status' | 'note'>): boolean {
  return sameNumber(facts.value, standing.value) && facts.missingReason === standing.missingReason && (facts.qualifier ?? standing.qualifier) === standing.qualifier && (facts.status ?? standing.status) === standing.status && (facts.note ?? standing.note) === standing.note;
}

/** A value without a fault of its own, of a region that is known. */
interface Placed {
  readonly read: ReadValue;
  readonly facts: ReadFacts;
  readonly indicator: KnownIndicator;
  readonly version: number;
  readonly period: PartialDate;
  readonly place: string;
}

function placed(read: ReadValue, indicators: ReadonlyMap<string, KnownIndicator>): Placed | null {
  const { problem, regionId, period, facts, breakdown } = read;
  const indicator = read.indicatorId === null ? undefined : indicators.get(read.indicatorId);
  if (problem !== null || regionId === null || period === null || facts === null || indicator === undefined) return null;
  const version = facts.version ?? newestVersion(indicator);
  return { read, facts, indicator, version, period, place: placeOf({ indicatorId: indicator.id, version, regionId, period, breakdown }) };
}

/** Values of one place: when they differ nobody can say which of them holds; when they do not, the first is enough. */
function contradictions(values: readonly (Placed | null)[]): { readonly refused: ReadonlySet<ReadValue>; readonly repeated: ReadonlySet<ReadValue> } {
  const [refused, repeated] = [new Set<ReadValue>(), new Set<ReadValue>()];
  const first = new Map<string, Placed>();
  for (const value of values) {
    if (value === null) continue;
    const other = first.get(value.place);
    if (other === undefined) first.set(value.place, value);
    else if (sameNumber(other.facts.value, value.facts.value) && other.facts.missingReason === value.facts.missingReason) repeated.add(value.read);
    else refused.add(value.read).add(other.read);
  }
  return { refused, repeated };
}

/** How settled a value is of which a file does not say it, once its period is over. */
export const SETTLED_UNLESS_SAID: ObservationStatus = 'final';

/** What becomes of a value that has no fault. New values follow the newest definition; what was counted otherwise is not changed by a file any more. */
function stateOf({ read: { notes }, facts, indicator, version, period }: Placed, before: StandingValue | null, today: string): Pick<PlannedValue, 'state' | 'problem'> & Partial<Pick<PlannedValue, 'facts' | 'notes'>> {
  if (before !== null && saysTheSame(facts, before)) return { state: 'unchanged', problem: null };
  if (version !== newestVersion(indicator)) return { state: 'refused', problem: 'OTHER_VERSION' };
  const claim = { value: facts.value, period, referenceDateType: indicator.referenceDateType };
  const isFirst = facts.status === null && isFirstFigure(claim, today);
  if (!isFirst && isSettledTooEarly({ ...claim, status: facts.status ?? SETTLED_UNLESS_SAID }, today)) return { state: 'refused', problem: 'PERIOD_NOT_OVER' };
  return { state: before === null ? 'new' : 'changed', problem: null, ...(isFirst ? { facts: { ...facts, status: 'provisional' }, notes: [...notes, 'not_over'] } : {}) };
}

function unknownRegionsOf(values: readonly PlannedValue[]): StatisticsPlan['unknownRegions'] {
  const counts = new Map<string, number>();
  for (const { state, regionWords } of values) if (state === 'left_out') counts.set(regionWords, (counts.get(regionWords) ?? 0) + 1);
  return [...counts].map(([words, count]) => ({ words, count })).sort((one, other) => other.count - one.count || plainWords(one.words).localeCompare(plainWords(other.words), 'de'));
}

function fingerprintOf(values: readonly PlannedValue[]): string {
  const written = values.filter(({ state }) => state === 'new' || state === 'changed');
  return createHash('sha256').update(JSON.stringify(written.map(({ indicatorId, regionId, period, breakdown, facts, before }) => [indicatorId, regionId, period, breakdown, facts, before?.id ?? null]))).digest('hex');
}

/** What values of a file are held against. */
export interface PlanSurroundings {
  readonly indicators: readonly KnownIndicator[];
  readonly standing: readonly StandingValue[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Holds the values of a file against those that stand. */
export function planStatistics(read: readonly ReadValue[], { indicators, standing, today }: PlanSurroundings): StatisticsPlan {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const byPlace = new Map(standing.map((value) => [placeOf(value), value]));
  const all = read.map((value) => placed(value, byId));
  const { refused, repeated } = contradictions(all);
  const values = read.flatMap((value, index): PlannedValue[] => {
    const here = all[index] ?? null;
    if (repeated.has(value)) return [];
    if (value.problem !== null || refused.has(value)) return [{ ...value, state: 'refused', problem: value.problem ?? 'SAME_PLACE_TWICE', before: null }];
    if (here === null) return [{ ...value, state: 'left_out', before: null }];
    const before = byPlace.get(here.place) ?? null;
    return [{ ...value, before, ...stateOf(here, before, today) }];
  });
  const counts = Object.fromEntries(PLANNED_STATES.map((state) => [state, values.filter((value) => value.state === state).length])) as Record<PlannedState, number>;
  const firstFigures = values.filter(({ notes }) => notes.includes('not_over')).length;
  return { values, counts, firstFigures, unknownRegions: unknownRegionsOf(values), fingerprint: fingerprintOf(values) };
}
