import { escapeHtml as text } from '@konzeptwerkstatt/concept';
import { MAX_COMPARED, releasedPath } from '@konzeptwerkstatt/monitoring';
import type { ComparableIndicator, IndicatorTable, SeriesRecord } from '@konzeptwerkstatt/monitoring';
import type { ChartObservation } from '@konzeptwerkstatt/series-chart';
import { newestSeries, shownRegion } from './indicator-facts.js';
import { inLanguage } from './public-frame.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';
import { seriesFigure } from './series-figure.js';
import { valueWording } from './value-words.js';

/** An indicator of one municipality beside that of others. */
export interface ComparedSeries extends ComparableIndicator {
  /** Of the municipality. */
  readonly name: string;
}

/** What is compared, and with whom. */
export interface Comparison {
  readonly table: IndicatorTable;
  readonly ags: string | null;
  readonly name: string;
  readonly others: readonly ComparedSeries[];
  readonly language: PublicLanguage;
}

const counted = ['numerator', 'denominator', 'populationConcept'] as const;
type Counted = Readonly<Record<(typeof counted)[number], string | null>>;

/** Whether two ways of counting differ in what they say about numerator, denominator or the people counted. */
const countsDifferently = (one: Counted | undefined, other: Counted): boolean => counted.some((field) => (one?.[field] ?? null) !== other[field]);

/** Totals of the newest way of counting, one line for each municipality: versions of one say nothing about another one. */
function linesOf(compared: readonly { readonly name: string; readonly series: readonly SeriesRecord[] }[]): ChartObservation[] {
  return compared.flatMap(({ name, series }) => series.map(({ id, periodTo, value, isSuppressed }) => ({
    id, periodTo, value, isSuppressed, breakdown: `place=${name.replace(/[=;]/g, ' ')}`, region: { id: 'all', label: '' }, definition: { version: 1 },
  })));
}

/** The same indicator of other municipalities, as a table and a drawing; nothing where there is none. */
export function comparisonHtml({ table, ags, name, others, language }: Comparison): string {
  if (others.length === 0) return '';
  const words = wordsOf(language);
  const wording = valueWording(table.indicator, language);
  const all = [{ name, series: newestSeries(table.values, shownRegion(table.values, ags)), path: null, remark: words.thisOne }, ...others.map((other) => ({
    name: other.name, series: newestSeries(other.totals, other.totals[0]?.regionId ?? null), path: inLanguage(releasedPath(other.place, other.key), language), remark: countsDifferently(table.definitions.at(-1), other) ? words.otherDefinition : '',
  }))];
  const rows = all.map((compared) => {
    const last = compared.series.at(-1);
    const shown = compared.path === null ? `<bdi>${text(compared.name)}</bdi>` : `<a href="${text(compared.path)}"><bdi>${text(compared.name)}</bdi></a>`;
    return `<tr><th scope="row">${shown}</th><td>${last === undefined ? words.none : text(wording.value(last))}</td><td>${last === undefined ? '' : text(wording.period(last))}</td><td>${compared.remark}</td></tr>`;
  });
  const head = [words.municipality, words.value, words.period, words.remarks].map((title) => `<th scope="col">${title}</th>`).join('');
  const drawing = seriesFigure({ observations: linesOf(all), regionId: 'all', dimension: 'place', path: null, corridor: null, label: words.comparison, nameOf: (breakdown) => breakdown.slice('place='.length), language });
  return `<section><h2 id="vergleich">${words.comparison}</h2><p>${words.comparisonLead}${others.length < MAX_COMPARED ? '' : ` ${words.comparisonPart(MAX_COMPARED)}`}</p>${drawing}<div class="table" role="region" tabindex="0" aria-labelledby="vergleich"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}
