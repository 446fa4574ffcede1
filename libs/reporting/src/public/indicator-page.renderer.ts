import { escapeHtml as text } from '@konzeptwerkstatt/concept';
import { releasedPath } from '@konzeptwerkstatt/monitoring';
import type { ComparedIndicator, IndicatorTable, ReleasedIndicator, SeriesRecord } from '@konzeptwerkstatt/monitoring';
import { chartChoices, chartModel, drawnPathOf, MAX_PARTS, onlyPoint, partsOf } from '@konzeptwerkstatt/series-chart';
import { comparisonHtml } from './comparison.renderer.js';
import { definitionFacts, drawnRecords, seriesSentences, shownRegion } from './indicator-facts.js';
import { framed, inLanguage } from './public-frame.js';
import type { PublicPlace } from './public-frame.js';
import { dayInWords, numberInWords } from './public-language.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';
import type { PublicWords } from './public-words.js';
import { seriesFigure } from './series-figure.js';
import { valueWording } from './value-words.js';
import type { ValueWording } from './value-words.js';

/** So many values stand in the table of a page; the files have all of them. */
const MAX_ROWS = 1_000;

/** Everything on the public page of an indicator. */
export interface IndicatorPage {
  readonly place: PublicPlace;
  /** The municipality's official key. */
  readonly ags: string | null;
  readonly released: ReleasedIndicator;
  readonly table: IndicatorTable;
  /** The office in charge; null when none is named. */
  readonly officeName: string | null;
  /** The same indicator of other municipalities. */
  readonly others: readonly ComparedIndicator[];
  readonly language: PublicLanguage;
}

/** One value alone needs no drawing. */
const singleValue = (record: SeriesRecord, wording: ValueWording): string => `<p class="single-value"><strong>${text(wording.value(record))}</strong> <bdi>${text(wording.whom(record.breakdown))}</bdi></p>`;

function charts({ table, ags, language }: IndicatorPage): string {
  const words = wordsOf(language);
  const wording = valueWording(table.indicator, language);
  const observations = drawnRecords(table.values);
  const regionId = shownRegion(table.values, ags);
  const region = chartChoices(observations).find(({ id }) => id === regionId);
  if (region === undefined) return `<p>${words.noValues}</p>`;
  const { corridorLow, corridorHigh } = table.indicator;
  const corridor = corridorLow === null || corridorHigh === null ? null : { low: corridorLow.toNumber(), high: corridorHigh.toNumber() };
  return region.dimensions.map((dimension) => {
    const sentences = seriesSentences(table, observations, { regionId: region.id, dimension }, words, wording);
    const name = dimension === null ? '' : `<h3>${text(words.dimensions[dimension] ?? dimension.replaceAll('_', ' '))}</h3>`;
    const label = sentences === '' ? `${table.indicator.name}, ${region.label}` : sentences;
    const model = chartModel(observations, { regionId: region.id, dimension }, table.indicator.rhythm);
    const path = drawnPathOf({ ...table.indicator, isOfGap: table.indicator.direction === 'reduce_gap' }, model);
    const isComplete = partsOf(observations, { regionId: region.id, dimension }).length <= MAX_PARTS;
    const only = path === null ? onlyPoint(model) : null;
    const figure = only === null ? seriesFigure({ model, isComplete, path, corridor, label, nameOf: wording.whom, language }) : singleValue(only.observation.record, wording);
    return `${name}${sentences === '' ? '' : `<p>${text(sentences)}</p>`}${figure}`;
  }).join('');
}

function valueRow(record: SeriesRecord, { definitions }: IndicatorTable, words: PublicWords, wording: ValueWording): string {
  const remarks = [
    ...(record.version === definitions.at(-1)?.version ? [] : [`${words.breakMark} (${words.version(record.version)})`]), ...(words.statuses[record.status] === undefined ? [] : [words.statuses[record.status]]),
    record.missingReason, record.note, record.source === null ? null : `${words.source}: ${record.source}`,
  ].filter((remark) => remark !== null && remark !== undefined && remark !== '');
  return `<tr><th scope="row">${text(wording.period(record))}</th><td><bdi>${text(record.regionLabel)}</bdi></td><td><bdi>${text(wording.whom(record.breakdown))}</bdi></td><td>${text(wording.value(record))}</td><td><bdi>${text(remarks.join('; '))}</bdi></td></tr>`;
}

/** Where all values are, when the table has not got all of them. */
function moreValues({ table, released, language }: IndicatorPage): string {
  if (table.values.length <= MAX_ROWS) return '';
  const words = wordsOf(language);
  const path = text(releasedPath(released.place, released.row.key));
  const inWords = (count: number): string => numberInWords(String(count), 0, language);
  return `<p>${words.moreValues(inWords(MAX_ROWS), inWords(table.values.length))} <a href="${path}.csv">${words.files.machine}</a>, <a href="${path}.${language}.csv">${words.files.spreadsheet}</a></p>`;
}

function valueTable(page: IndicatorPage): string {
  const { table, language } = page;
  const words = wordsOf(language);
  const wording = valueWording(table.indicator, language);
  if (table.values.length === 0) return '';
  const head = [words.period, words.region, words.whom, words.value, words.remarks].map((title) => `<th scope="col">${title}</th>`).join('');
  const rows = table.values.toSorted((one, other) => ((one.periodTo ?? '') > (other.periodTo ?? '') ? -1 : 1)).slice(0, MAX_ROWS).map((record) => valueRow(record, table, words, wording)).join('');
  return `<section><h2 id="werte">${words.values}</h2>${moreValues(page)}<div class="table" role="region" tabindex="0" aria-labelledby="werte"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function definitionSection({ table, officeName, released, language }: IndicatorPage): string {
  const words = wordsOf(language);
  const facts = definitionFacts(table, officeName, dayInWords(released.modifiedAt, language), words).map(({ term, value, href }) => {
    const shown = `<bdi>${text(value)}</bdi>`;
    return `<div><dt>${term}</dt><dd>${href === undefined ? shown : `<a href="${text(href)}" rel="license noopener noreferrer">${shown}</a>`}</dd></div>`;
  });
  const versions = table.definitions.length < 2 ? '' : `<h3>${words.versions}</h3><p>${words.versionsLead}</p><ul>${table.definitions.map(({ version, text: definition, populationConcept }) => `<li>${words.version(version)}: <bdi>${text(populationConcept ?? definition)}</bdi></li>`).join('')}</ul>`;
  return `<section><h2>${words.definition}</h2><dl>${facts.join('')}</dl>${versions}</section>`;
}

/** The public page of an indicator. Every word is escaped, every tag comes from here or from the drawing. */
export function renderIndicatorPage(page: IndicatorPage): string {
  const { place, released: { row, place: address }, language, others, table, ags } = page;
  const words = wordsOf(language, place.ownWords);
  const path = releasedPath(address, row.key);
  const files = [[`${path}.csv`, words.files.machine], [`${path}.${language}.csv`, words.files.spreadsheet], [`${path}.csv-metadata.json`, words.files.metadata]] as const;
  const example = row.isExample ? `<p class="note">${words.example}</p>` : '';
  const back = `<p><a href="${text(inLanguage(`${place.path}/indikatoren`, language))}">${words.indicators}</a> · <a href="${text(inLanguage(place.path, language))}">${words.overview}</a></p>`;
  const downloads = `<section><h2>${words.downloads}</h2><ul>${files.map(([address_, label]) => `<li><a href="${text(address_)}">${label}</a></li>`).join('')}</ul></section>`;
  const main = `<h1><bdi>${text(row.name)}</bdi></h1>${example}${back}<section><h2>${words.course}</h2>${charts(page)}</section>${valueTable(page)}${comparisonHtml({ table, ags, name: place.name, others, language })}${definitionSection(page)}${downloads}`;
  return framed({ place, title: `${row.name} · ${place.name}`, main, language, path, alternates: [{ path: `${path}.csv`, mediaType: 'text/csv' }] });
}

/** All indicators that a municipality has released. */
export function renderIndicatorList(place: PublicPlace, released: readonly ReleasedIndicator[], language: PublicLanguage): string {
  const words = wordsOf(language, place.ownWords);
  const path = `${place.path}/indikatoren`;
  const entries = released.map(({ row, place: address }) => `<li><a href="${text(inLanguage(releasedPath(address, row.key), language))}"><bdi>${text(row.name)}</bdi></a> <span class="note">(<bdi>${text(row.unitLabel)}</bdi>)</span></li>`).join('');
  const data = `<h2>${words.openData}</h2><p>${words.catalogueLead} <a href="${text(place.path)}/katalog.ttl">Turtle</a>, <a href="${text(place.path)}/katalog.jsonld">JSON-LD</a></p>`;
  return framed({ place, title: `${words.indicators} · ${place.name}`, main: `<h1>${words.indicators}</h1><p>${words.indicatorsLead}</p><p><a href="${text(inLanguage(place.path, language))}">${words.overview}</a></p><ul>${entries}</ul>${data}`, language, path });
}
