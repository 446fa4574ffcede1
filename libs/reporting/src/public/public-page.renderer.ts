import { escapeHtml as text, renderReadingHtml } from '@konzeptwerkstatt/concept';
import { directionOfLanguage, objectsIn } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentBlock, DocumentSection, MeasureTable, ObjectBlock } from '@konzeptwerkstatt/document-model';
import type { OpenLicence } from '@konzeptwerkstatt/kernel';
import { framed, inLanguage } from './public-frame.js';
import type { PublicPlace } from './public-frame.js';
import { dayInWords, publicLanguageOf } from './public-language.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';
import type { EditionWords, PublicWords } from './public-words.js';

/** What stands around the text of a published edition. */
export interface PublicFrame {
  readonly place: PublicPlace;
  /** The resolution in words, each with its name. */
  readonly facts: readonly { readonly term: string; readonly value: string; readonly href?: string }[];
  readonly hash: string;
  /** Address of each measure's own page, by block. */
  readonly measurePaths: ReadonlyMap<string, string>;
  /** Address of the measures as data, without the ending; null where there are none. */
  readonly listPath: string | null;
  /** Under which everybody may use those; null: none was chosen. */
  readonly listLicence: OpenLicence | null;
  /** The PDF; null while it is not there. */
  readonly pdf: { readonly url: string; readonly sha256: string } | null;
}

/** The page has a title of its own above those of the sections, so everything below them goes one level down. */
function lowered(block: DocumentBlock): DocumentBlock {
  const level = (before: number): number => Math.min(before + 1, 6);
  switch (block.kind) {
    case 'heading': return { ...block, level: level(block.level) };
    case 'goal':
    case 'measure': return { ...block, level: level(block.level), blocks: block.blocks.map(lowered) };
    case 'table': return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(lowered) }))) };
    case 'list':
    case 'paragraph':
    case 'picture':
    case 'quote': return block;
  }
}

const nameOf = ({ label, number }: ObjectBlock): string => [label, number].filter(Boolean).join(' ');
const anchorOf = ({ blockId }: ObjectBlock): string => `#block-${encodeURIComponent(blockId)}`;

/** How blocks are shown on a page. */
interface BlockPage {
  readonly measurePaths: ReadonlyMap<string, string>;
  readonly language: PublicLanguage;
}

/** @param place of a table, in words: a wide one is scrolled by itself and needs a name of its own */
function blockHtml(block: DocumentBlock, place: string, { measurePaths, language }: BlockPage): string {
  const html = renderReadingHtml([lowered(block)], directionOfLanguage(language));
  const { edition: words } = wordsOf(language);
  if (block.kind === 'table') return `<div class="table" role="region" tabindex="0" aria-label="${text(words.table(place))}">${html}</div>`;
  if ((block.kind !== 'goal' && block.kind !== 'measure') || block.blockId === '') return html;
  const own = measurePaths.get(block.blockId);
  const page = own === undefined ? '' : ` · <a href="${text(own)}">${text(words.ownPage(nameOf(block)))}</a>`;
  return html.replace(/<\/section>$/, () => `<p class="cite"><a href="${anchorOf(block)}">${text(words.linkTo(nameOf(block)))}</a>${page}</p></section>`);
}

function sectionHtml({ number, title, direction, sourceNote, blocks }: DocumentSection, page: BlockPage): string {
  const dir = direction === directionOfLanguage(page.language) ? '' : ` dir="${direction}"`;
  return `<section><h2 id="abschnitt-${text(number)}">${text(number)} <bdi${dir}>${text(title)}</bdi></h2>${blocks.map((block, index) => blockHtml(block, `${number}-${index + 1}`, page)).join('')}${sourceNote === null ? '' : `<p class="note">${text(sourceNote)}</p>`}</section>`;
}

function contents({ sections, measureTable }: ConceptDocument, words: EditionWords): string {
  const entries = sections.map(({ number, title, blocks }) => {
    const measures = objectsIn(blocks).map((object) => `<li><a href="${anchorOf(object)}">${text(nameOf(object))}: <bdi>${text(object.title)}</bdi></a></li>`).join('');
    return `<li><a href="#abschnitt-${text(number)}">${text(number)} <bdi>${text(title)}</bdi></a>${measures === '' ? '' : `<ol>${measures}</ol>`}</li>`;
  });
  const table = measureTable === null ? '' : `<li><a href="#massnahmen">${text(measureTable.title)}</a></li>`;
  return `<nav aria-labelledby="inhaltsverzeichnis"><h2 id="inhaltsverzeichnis">${words.contents}</h2><ol>${entries.join('')}${table}<li><a href="#pruefsumme">${words.proof}</a></li></ol></nav>`;
}

function tableHtml({ title, head, rows }: MeasureTable, anchors: ReadonlyMap<string, string>): string {
  const line = ([number = '', ...cells]: readonly string[]): string => {
    const anchor = anchors.get(number);
    return `<tr><th scope="row">${anchor === undefined ? text(number) : `<a href="${anchor}">${text(number)}</a>`}</th>${cells.map((cell) => `<td dir="auto">${text(cell)}</td>`).join('')}</tr>`;
  };
  return `<section><h2 id="massnahmen">${text(title)}</h2><div class="table" role="region" tabindex="0" aria-labelledby="massnahmen"><table><thead><tr>${head.map((cell) => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map(line).join('')}</tbody></table></div></section>`;
}

/** The measures as data, for programs. */
function dataHtml({ listPath, listLicence }: PublicFrame, { licence, edition: { data, dataLead, dataColumns } }: PublicWords): string {
  if (listPath === null) return '';
  const path = text(listPath);
  const terms = listLicence === null ? '' : `<p>${licence}: <a href="${text(listLicence.url)}" rel="license noopener noreferrer"><bdi>${text(listLicence.label)}</bdi></a></p>`;
  return `<section><h2 id="daten">${data}</h2><p>${dataLead} <a href="${path}.csv">CSV</a>, <a href="${path}.csv-metadata.json">${dataColumns}</a></p>${terms}</section>`;
}

function proof({ hash, pdf }: PublicFrame, words: EditionWords): string {
  const file = pdf === null ? '' : `<div><dt>${words.file}</dt><dd><a href="${pdf.url}">${words.fileLink}</a></dd></div><div><dt>${words.fileHash}</dt><dd><code>${pdf.sha256}</code></dd></div>`;
  return `<section><h2 id="pruefsumme">${words.proof}</h2><p>${words.proofLead}</p><dl><div><dt>${words.textHash}</dt><dd><code>${hash}</code></dd></div>${file}</dl></section>`;
}

/** A fact with its name. */
export function factHtml({ term, value, href }: PublicFrame['facts'][number]): string {
  const shown = href === undefined ? text(value) : `<a href="${text(href)}" rel="noopener noreferrer nofollow">${text(value)}</a>`;
  return `<div><dt>${text(term)}</dt><dd>${shown}</dd></div>`;
}

/** An adopted edition as one page for everybody. Every word is escaped, every tag comes from here or from the reading view. */
export function renderPublicEdition(document: ConceptDocument, frame: PublicFrame): string {
  const { titlePage, sections, measureTable } = document;
  const language = publicLanguageOf(document.language);
  const words = wordsOf(language, frame.place.ownWords);
  const anchors = new Map(sections.flatMap(({ blocks }) => objectsIn(blocks)).flatMap((object): [string, string][] => (object.number === null ? [] : [[object.number, anchorOf(object)]])));
  const facts = frame.facts.length === 0 ? '' : `<dl>${frame.facts.map(factHtml).join('')}</dl>`;
  const notes = titlePage.notes.map((note) => `<p class="note"><bdi>${text(note)}</bdi></p>`).join('');
  const back = `<p><a href="${text(frame.place.path)}">${words.overview}</a></p>`;
  const main = `<h1>${text(titlePage.title)}</h1><p class="state">${text(titlePage.state)}</p>${facts}${notes}${back}${contents(document, words.edition)}${sections.map((section) => sectionHtml(section, { measurePaths: frame.measurePaths, language })).join('')}${measureTable === null ? '' : tableHtml(measureTable, anchors)}${dataHtml(frame, words)}${proof(frame, words.edition)}`;
  const alternates = frame.listPath === null ? [] : [{ path: `${frame.listPath}.csv`, mediaType: 'text/csv' }];
  return framed({ place: frame.place, title: `${titlePage.title} · ${frame.place.name}`, main, language, alternates });
}

/** A published edition in the list. */
export interface ListedEdition {
  readonly language: PublicLanguage;
  readonly title: string;
  readonly year: number;
  readonly path: string;
  /** The legal day (`2026-11-26`); null when no resolution is entered. */
  readonly adoptedOn: string | null;
  /** Whether it reports on a concept. */
  readonly isReport: boolean;
}

function editionList(title: string, editions: readonly ListedEdition[], language: PublicLanguage): string {
  if (editions.length === 0) return '';
  const when = ({ year, adoptedOn }: ListedEdition): string => (adoptedOn === null ? String(year) : wordsOf(language).adoptedOn(year, dayInWords(adoptedOn, language)));
  const entries = editions.map((edition) => `<li><a href="${text(edition.path)}" lang="${edition.language}">${text(edition.title)}</a> <span class="note">(${text(when(edition))})</span></li>`).join('');
  return `<h2>${title}</h2><ul>${entries}</ul>`;
}

/** All that a municipality has published: concepts, reports, indicators, and the same as data. */
export function renderPublicIndex(place: PublicPlace, editions: readonly ListedEdition[], indicators: readonly { readonly name: string; readonly path: string }[], language: PublicLanguage): string {
  const words = wordsOf(language, place.ownWords);
  const entries = indicators.map(({ name, path }) => `<li><a href="${text(inLanguage(path, language))}" lang="de">${text(name)}</a></li>`).join('');
  const figures = indicators.length === 0 ? '' : `<h2>${words.indicators}</h2><ul>${entries}</ul>`;
  const data = `<h2>${words.openData}</h2><p>${words.catalogueLead} <a href="${text(place.path)}/katalog.ttl">Turtle</a>, <a href="${text(place.path)}/katalog.jsonld">JSON-LD</a></p>`;
  const concepts = editionList(words.concepts, editions.filter(({ isReport }) => !isReport), language);
  const reports = editionList(words.reports, editions.filter(({ isReport }) => isReport), language);
  const alternates = [{ path: `${place.path}/katalog.ttl`, mediaType: 'text/turtle' }, { path: `${place.path}/katalog.jsonld`, mediaType: 'application/ld+json' }];
  return framed({ place, title: `${words.published} · ${place.name}`, main: `<h1>${words.published}</h1>${concepts}${reports}${figures}${data}`, language, path: place.path, alternates });
}

/** A page that says one thing. */
export function renderPublicNotice(title: string, sentence: string): string {
  return framed({ place: null, title, main: `<h1>${text(title)}</h1><p>${text(sentence)}</p>` });
}
