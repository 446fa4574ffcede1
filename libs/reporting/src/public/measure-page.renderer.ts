import { escapeHtml as text, publicMeasurePath, renderReadingHtml } from '@konzeptwerkstatt/concept';
import type { ObjectBlock, TextDirection } from '@konzeptwerkstatt/document-model';
import { measureFacts, standingFact } from './measure-facts.js';
import type { FactValue, MeasureFact, ShownMeasure } from './measure-facts.js';
import { measureWordsOf } from './measure-words.js';
import { framed, inLanguage } from './public-frame.js';
import type { PublicPlace } from './public-frame.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';

/** In which language a page is, and in which one the text of the concept. */
export interface MeasurePageFacts {
  readonly language: PublicLanguage;
  /** BCP 47. */
  readonly textLanguage: string;
  readonly textDirection: TextDirection;
  readonly lineageId: string;
}

function valueHtml({ text: words, href, isOwnWords = false }: FactValue, language: string): string {
  const lines = text(words).replaceAll('\n', '<br>');
  const shown = isOwnWords ? `<bdi lang="${text(language)}">${lines}</bdi>` : lines;
  return `<dd>${href === undefined ? shown : `<a href="${text(href)}">${shown}</a>`}</dd>`;
}

const factHtml = ({ term, values }: MeasureFact, language: string): string => `<div><dt>${text(term)}</dt>${values.map((value) => valueHtml(value, language)).join('')}</div>`;

/** The public page of a measure. Every word is escaped, every tag comes from here or from the reading view. */
export function renderMeasurePage(place: PublicPlace, shown: ShownMeasure, { language, textLanguage, textDirection, lineageId }: MeasurePageFacts): string {
  const words = wordsOf(language);
  const { asAdopted, statusLead } = measureWordsOf(language);
  const standing = standingFact(shown, language);
  const now = standing === null ? '' : `<dl>${factHtml(standing, textLanguage)}</dl><p class="note">${statusLead}</p>`;
  const back = `<p><a href="${text(inLanguage(place.path, language))}">${words.overview}</a></p>`;
  // It is the page's own title; its fields are said below in the language of the page.
  const block: ObjectBlock = { ...shown.block, level: 3, fields: [] };
  const adopted = `<section><h2>${asAdopted}</h2><div lang="${text(textLanguage)}" dir="${textDirection}">${renderReadingHtml([block], textDirection)}</div><dl>${measureFacts(shown, language, place.ownWords).map((fact) => factHtml(fact, textLanguage)).join('')}</dl></section>`;
  const path = publicMeasurePath(place.path.slice('/k/'.length), lineageId);
  return framed({ place, title: `${block.title} · ${place.name}`, main: `<h1><bdi lang="${text(textLanguage)}">${text(block.title)}</bdi></h1>${back}${now}${adopted}`, language, path });
}
