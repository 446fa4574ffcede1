import type { PartialDate } from '@konzeptwerkstatt/kernel';
import type { LoadedIndicator, LoadIndicators } from '@konzeptwerkstatt/monitoring';
import { parseObservationPeriod } from '@konzeptwerkstatt/monitoring';
import type { CityContent, ExampleIndicatorContent } from '../content/city-content.js';
import { FACT_INDICATORS } from './indicator-definitions.js';
import { isLoadable } from './load-rule.policy.js';
import { observationOfFact } from './observation-of-fact.js';
import { readSeedFacts } from './seed-fact.js';
import type { SeedFact } from './seed-fact.js';

/** Regions that belong to nobody: Germany, groups of Länder, size classes of towns. */
const SHARED_REGION_TYPES: readonly string[] = ['country', 'group_of_states', 'size_class'];
const EXAMPLE_SOURCE = 'Erfundene Beispielzahlen';
const UNIT_LABELS = { count: 'Anzahl', percent: '%', persons: 'Personen' } as const;

/** Every statement that the load rule lets through. */
export function loadableFacts(): SeedFact[] {
  return readSeedFacts().filter(isLoadable);
}

/**
 * The statements a city's demonstration shows: those of its own indicators and of the shared regions, each for every region,
 * so that one can compare. All are published figures.
 */
export function factsShownIn(cityKey: string): SeedFact[] {
  const facts = loadableFacts().filter((fact) => fact.indicatorKey in FACT_INDICATORS);
  const keys = new Set(facts.filter((fact) => fact.regionKey === cityKey || SHARED_REGION_TYPES.includes(fact.regionType)).map((fact) => fact.indicatorKey));
  return facts.filter((fact) => keys.has(fact.indicatorKey));
}

function factIndicator(key: string, facts: readonly SeedFact[], known: ReadonlySet<string>): LoadedIndicator {
  const own = FACT_INDICATORS[key];
  const [first] = facts;
  if (own === undefined || first === undefined) throw new Error(`Indicator ${key} has no definition or no facts`);
  const observations = facts.map(observationOfFact);
  return {
    key, name: first.indicatorLabel, unit: first.unit, unitLabel: first.unitLabel, decimals: Math.max(...observations.map((observation) => observation.decimals)),
    direction: own.direction, definition: own.definition, isExample: false,
    ...(own.counts !== undefined && Object.values(own.counts).every((count) => known.has(count)) ? { counts: own.counts } : {}),
    source: 'Definition in eigenen Worten; Werte: Gesemann/Freudenberg/Walther 2022, CC BY 4.0, DOI 10.11586/2022140',
    observations: observations.map(({ indicatorKey: _, ...observation }) => observation),
  };
}

function periodOf(text: string): PartialDate {
  const period = parseObservationPeriod(text);
  if (typeof period === 'string') throw new Error(`Period ${text}: ${period}`);
  return period;
}

function exampleIndicator({ missing, values = [], more, ...indicator }: ExampleIndicatorContent, regionKey: string): LoadedIndicator {
  const common = { regionKey, decimals: indicator.decimals, status: 'final', note: null, factKey: null } as const;
  const reasons = missing === undefined ? [] : [{ ...common, period: periodOf(missing.year), value: null, missingReason: missing.reason, qualifier: 'not_available', breakdown: '', source: null }];
  const invented = values.map(([period, breakdown, value]) => ({ ...common, period: periodOf(period), value, missingReason: null, qualifier: 'exact', breakdown, source: EXAMPLE_SOURCE }));
  return { ...indicator, ...more, unitLabel: UNIT_LABELS[indicator.unit], isExample: true, source: values.length === 0 ? null : EXAMPLE_SOURCE, observations: [...reasons, ...invented] };
}

/** Regions, indicators and values of a city's demonstration. */
export function indicatorsOf(city: CityContent, municipalityId: string): LoadIndicators {
  const facts = factsShownIn(city.key);
  const regions = new Map(facts.map((fact) => [fact.regionKey, { key: fact.regionKey, label: fact.regionLabel, kind: fact.regionType, ags: fact.ags }]));
  const groups = Map.groupBy(facts, (fact) => fact.indicatorKey);
  const byIndicator = [...groups].map(([key, own]) => factIndicator(key, own, new Set(groups.keys())));
  return { municipalityId, regions: [...regions.values()], indicators: [...byIndicator, ...city.exampleIndicators.map((indicator) => exampleIndicator(indicator, city.key))] };
}
