import { openLicenceOf } from '@konzeptwerkstatt/kernel';
import type { IndicatorTable, SeriesRecord } from '@konzeptwerkstatt/monitoring';
import { chartModel, newestCounted } from '@konzeptwerkstatt/series-chart';
import type { ChartModel, ChartObservation } from '@konzeptwerkstatt/series-chart';
import type { PublicWords } from './public-words.js';
import type { ValueWording } from './value-words.js';

/** A value as charts take it, with its record. */
export interface DrawnRecord extends ChartObservation {
  readonly record: SeriesRecord;
}

/** Values as charts take them. */
export function drawnRecords(values: readonly SeriesRecord[]): DrawnRecord[] {
  return values.map((record) => ({
    record, id: record.id, periodTo: record.periodTo, breakdown: record.breakdown, value: record.value, isSuppressed: record.isSuppressed, region: { id: record.regionId, label: record.regionLabel }, definition: { version: record.version },
  }));
}

/** The region that is shown first: the municipality's own one, or the first with values. */
export function shownRegion(values: readonly SeriesRecord[], ags: string | null): string | null {
  return (values.find(({ regionAgs }) => ags !== null && regionAgs === ags) ?? values[0])?.regionId ?? null;
}

/** Totals of one region that were counted as the newest of them are, oldest first; those without a value are left out. */
export function newestSeries(values: readonly SeriesRecord[], regionId: string | null): SeriesRecord[] {
  return newestCounted(values.filter((record) => record.regionId === regionId && record.breakdown === ''));
}

/** The latest value of each part, counted as the newest of them are. */
function partsInWords({ lines }: ChartModel<DrawnRecord>, wording: ValueWording): string[] {
  const newest = Math.max(...lines.map(({ version }) => version));
  const parts = lines.filter(({ version }) => version === newest).flatMap(({ breakdown, points }) => points.slice(-1).map(({ observation: { record } }) => `${wording.whom(breakdown)}: ${wording.value(record)} (${wording.period(record)})`));
  return parts.length === 0 ? [] : [`${parts.join('; ')}.`];
}

/** The target; one that was set for another way of counting than the newest is named as such. */
function targetInWords({ indicator: { targetValue, targetYear, pathVersion }, definitions }: IndicatorTable, words: PublicWords, wording: ValueWording): string[] {
  if (targetValue === null || targetYear === null) return [];
  const isOfBefore = (definitions.at(-1)?.version ?? pathVersion) !== pathVersion;
  return [words.target(wording.quantity(targetValue.toFixed()), targetYear), ...(isOfBefore ? [words.targetOfBefore] : [])];
}

/** What a drawing says, in sentences. */
export function seriesSentences(table: IndicatorTable, observations: readonly DrawnRecord[], place: { readonly regionId: string; readonly dimension: string | null }, words: PublicWords, wording: ValueWording): string {
  const model = chartModel(observations, place, table.indicator.rhythm);
  const series = place.dimension === null ? newestSeries(table.values, place.regionId) : [];
  const [first, last] = [series[0], series.at(-1)];
  return [
    ...(place.dimension === null ? [] : partsInWords(model, wording)),
    ...(last === undefined ? [] : [words.latest(wording.value(last), wording.period(last))]),
    ...(first === undefined || first === last ? [] : [words.first(wording.value(first), wording.period(first))]),
    ...(place.dimension === null ? targetInWords(table, words, wording) : []),
    ...(model.breaks.length > 0 ? [words.breaks] : []), ...(model.hidden.length > 0 ? [words.hidden] : []),
  ].join(' ');
}

/** What is counted, by name; what nobody has said is left out. */
export function definitionFacts({ indicator, definitions }: IndicatorTable, officeName: string | null, modified: string, words: PublicWords): readonly { readonly term: string; readonly value: string; readonly href?: string }[] {
  const newest = definitions.at(-1);
  const licence = openLicenceOf(indicator.licence);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [words.described, newest?.text === '' ? words.noDefinition : newest?.text], [words.numerator, newest?.numerator], [words.denominator, newest?.denominator], [words.population, newest?.populationConcept], [words.method, newest?.methodNote],
    [words.unit, indicator.unitLabel], [words.source, newest?.source], [words.sourceTable, newest?.tableId], [words.office, officeName],
  ];
  return [
    ...facts.flatMap(([term, value]) => (value === null || value === undefined ? [] : [{ term, value }])),
    ...(licence === null ? [] : [{ term: words.licence, value: licence.label, href: licence.url }]), { term: words.changed, value: modified },
  ];
}
