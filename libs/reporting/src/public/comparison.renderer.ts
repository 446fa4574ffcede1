import { escapeHtml as text } from '@konzeptwerkstatt/concept';
import { releasedPath } from '@konzeptwerkstatt/monitoring';
import type { IndicatorTable, ReleasedIndicator } from '@konzeptwerkstatt/monitoring';
import type { ChartObservation } from '@konzeptwerkstatt/series-chart';
import { newestSeries, shownRegion } from './indicator-facts.js';
import { inLanguage } from './public-frame.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';
import { seriesFigure } from './series-figure.js';
import { valueWording } from './value-words.js';

/** An indicator of one municipality beside that of others. */
export interface ComparedSeries {
  readonly name: string;
  readonly ags: string | null;
  readonly released: ReleasedIndicator;
  readonly table: IndicatorTable;
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

/** Whether two ways of counting differ in what they say about numerator, denominator or the people counted. */
export function countsDifferently(one: IndicatorTable, other: IndicatorTable): boolean {
  const [first, second] = [one.definitions.at(-1), other.definitions.at(-1)];
  return counted.some((field) => (first?.[field] ?? null) !== (second?.[field] ?? null));
}

/** Totals of the newest way of counting, one line for each municipality: versions of one say nothing about another one. */
function linesOf(compared: readonly { readonly name: string; readonly ags: string | null; readonly table: IndicatorTable }[]): ChartObservation[] {
  return compared.flatMap(({ name, ags, table: { values } }) => newestSeries(values, shownRegion(values, ags)).map(({ id, periodTo, value, isSuppressed }) => ({
    id, periodTo, value, isSuppressed, breakdown: `place=${name.replace(/[=;]/g, ' ')}`, region: { id: 'all', label: '' }, definition: { version: 1 },
  })));
}

/** The same indicator of other municipalities, as a table and a drawing; nothing where there is none. */
export function comparisonHtml({ table, ags, name, others, language }: Comparison): string {
  if (others.length === 0) return '';
  const words = wordsOf(language);
  const wording = valueWording(table.indicator, language);
  const all = [{ name, ags, table, path: null, remark: words.thisOne }, ...others.map((other) => ({
    ...other, path: inLanguage(releasedPath(other.released.place, other.released.row.key), language), remark: countsDifferently(table, other.table) ? words.otherDefinition : '',
  }))];
  const rows = all.map((compared) => {
    const last = newestSeries(compared.table.values, shownRegion(compared.table.values, compared.ags)).at(-1);
    const shown = compared.path === null ? `<bdi>${text(compared.name)}</bdi>` : `<a href="${text(compared.path)}"><bdi>${text(compared.name)}</bdi></a>`;
    return `<tr><th scope="row">${shown}</th><td>${last === undefined ? words.none : text(wording.value(last))}</td><td>${last === undefined ? '' : text(wording.period(last))}</td><td>${compared.remark}</td></tr>`;
  });
  const head = [words.municipality, words.value, words.period, words.remarks].map((title) => `<th scope="col">${title}</th>`).join('');
  const drawing = seriesFigure({ observations: linesOf(all), regionId: 'all', dimension: 'place', path: null, corridor: null, label: words.comparison, nameOf: (breakdown) => breakdown.slice('place='.length), language });
  return `<section><h2 id="vergleich">${words.comparison}</h2><p>${words.comparisonLead}</p>${drawing}<div class="table" role="region" tabindex="0" aria-labelledby="vergleich"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}
