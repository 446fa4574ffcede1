import { escapeHtml as text } from '@konzeptwerkstatt/concept';
import { MAX_COMPARED, releasedPath } from '@konzeptwerkstatt/monitoring';
import type { ComparedIndicator, IndicatorTable } from '@konzeptwerkstatt/monitoring';
import { comparisonModel, MAX_PARTS, newestCounted, onlyPoint } from '@konzeptwerkstatt/series-chart';
import { newestSeries, shownRegion } from './indicator-facts.js';
import { inLanguage } from './public-frame.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';
import { seriesFigure } from './series-figure.js';
import { valueWording } from './value-words.js';

/** What is compared, and with whom. */
export interface Comparison {
  readonly table: IndicatorTable;
  readonly ags: string | null;
  readonly name: string;
  readonly others: readonly ComparedIndicator[];
  readonly language: PublicLanguage;
}

/** The same indicator of other municipalities, as a table and a drawing; nothing where there is none. */
export function comparisonHtml({ table, ags, name, others, language }: Comparison): string {
  if (others.length === 0) return '';
  const words = wordsOf(language);
  const wording = valueWording(table.indicator, language);
  const all = [{ name, series: newestSeries(table.values, shownRegion(table.values, ags)), path: null, remark: words.thisOne, rhythm: table.indicator.rhythm }, ...others.map((other) => ({
    name: other.name, series: newestCounted(other.totals), path: inLanguage(releasedPath(other.place, other.key), language), remark: other.countsDifferently ? words.otherDefinition : '', rhythm: null,
  }))];
  const rows = all.map((compared) => {
    const last = compared.series.at(-1);
    const shown = compared.path === null ? `<bdi>${text(compared.name)}</bdi>` : `<a href="${text(compared.path)}"><bdi>${text(compared.name)}</bdi></a>`;
    return `<tr><th scope="row">${shown}</th><td>${last === undefined ? words.none : text(wording.value(last))}</td><td>${last === undefined ? '' : text(wording.period(last))}</td><td>${compared.remark}</td></tr>`;
  });
  const head = [words.municipality, words.value, words.period, words.remarks].map((title) => `<th scope="col">${title}</th>`).join('');
  const model = comparisonModel(all.map((compared) => ({ name: compared.name, totals: compared.series, rhythm: compared.rhythm })));
  const latest = all.flatMap((compared) => compared.series.slice(-1).map((last) => `${compared.name}: ${wording.value(last)} (${wording.period(last)})`)).slice(0, model.lines.length);
  const drawing = onlyPoint(model) !== null ? '' : seriesFigure({ model, isComplete: all.length <= MAX_PARTS, path: null, corridor: null, label: `${words.comparison}. ${latest.join('; ')}`, nameOf: String, language });
  return `<section><h2 id="vergleich">${words.comparison}</h2><p>${words.comparisonLead}${others.length < MAX_COMPARED ? '' : ` ${words.comparisonPart(MAX_COMPARED)}`}</p>${drawing}<div class="table" role="region" tabindex="0" aria-labelledby="vergleich"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}
