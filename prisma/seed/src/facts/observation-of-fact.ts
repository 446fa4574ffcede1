import type { PartialDate } from '@konzeptwerkstatt/kernel';
import { noteOf } from './load-rule.policy.js';
import type { SeedFact } from './seed-fact.js';

/** A statement of the source in the shape of an observation. */
export interface FactObservation {
  readonly factKey: string;
  readonly regionKey: string;
  readonly indicatorKey: string;
  readonly period: PartialDate;
  /** Decimal text, or null with a reason. */
  readonly value: string | null;
  readonly missingReason: string | null;
  readonly decimals: number;
  readonly qualifier: string;
  readonly status: 'final' | 'estimated';
  readonly breakdown: string;
  readonly note: string | null;
  readonly source: string;
}

const SOURCE = 'Gesemann/Freudenberg/Walther 2022 (CC BY 4.0, DOI 10.11586/2022140)';

/** Decimals as the source prints them: `26,0 %` has one, though JSON's 26.0 reads as 26. */
export function decimalsOf(fact: Pick<SeedFact, 'value' | 'valueText'>): number {
  if (fact.value === null || fact.value >= 1000) return 0;
  return /(\d+),(\d+)/.exec(fact.valueText)?.[2]?.length ?? 0;
}

/** The day, year or range of years that a statement is about. */
export function periodOfFact(fact: Pick<SeedFact, 'asOf' | 'periodStart' | 'periodEnd'>): PartialDate {
  if (fact.asOf !== null) return { from: fact.asOf, to: fact.asOf, precision: 'day' };
  return { from: `${fact.periodStart}-01-01`, to: `${fact.periodEnd}-12-31`, precision: fact.periodStart === fact.periodEnd ? 'year' : 'range' };
}

/** Sorted `name=value` pairs joined by `;`; empty for a total. */
export function breakdownOf(disaggregation: SeedFact['disaggregation']): string {
  return Object.entries(disaggregation).map(([name, value]) => `${name}=${value}`).sort().join(';');
}

/** The observation that a loadable statement becomes. */
export function observationOfFact(fact: SeedFact): FactObservation {
  const decimals = decimalsOf(fact);
  return {
    factKey: fact.id,
    regionKey: fact.regionKey,
    indicatorKey: fact.indicatorKey,
    period: periodOfFact(fact),
    value: fact.value === null ? null : fact.value.toFixed(decimals),
    missingReason: fact.value === null ? `Angaben ${fact.valueText}.` : null,
    decimals,
    qualifier: fact.qualifier,
    status: fact.flags.some((flag) => flag.code === 'estimate') ? 'estimated' : 'final',
    breakdown: breakdownOf(fact.disaggregation),
    note: noteOf(fact),
    source: `${SOURCE}, Abschnitt ${fact.section}${fact.originalSource === null ? '' : `; dort nach ${fact.originalSource}`}`,
  };
}
