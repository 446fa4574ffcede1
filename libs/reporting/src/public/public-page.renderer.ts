import { escapeHtml as text, renderReadingHtml } from '@konzeptwerkstatt/concept';
import { objectsIn } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentBlock, DocumentSection, MeasureTable, ObjectBlock } from '@konzeptwerkstatt/document-model';
import { publicPageCss } from './public-page.css.js';

/** Who answers for a public page. */
export interface PublicPlace {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`; null: the look of the product. */
  readonly accentColour: string | null;
  readonly logoFileId: string | null;
  /** Address of the list of all published editions. */
  readonly path: string;
}

/** What stands around the text of a published edition. */
export interface PublicFrame {
  readonly place: PublicPlace;
  /** The resolution in words, each with its name. */
  readonly facts: readonly { readonly term: string; readonly value: string; readonly href?: string }[];
  readonly hash: string;
  /** The PDF; null while it is not there. */
  readonly pdf: { readonly url: string; readonly sha256: string } | null;
}

const legalPages = [['impressum', 'Impressum'], ['datenschutz', 'Datenschutz'], ['barrierefreiheit', 'Barrierefreiheit']] as const;

/** The one style element of a page; its hash stands in the content security policy. */
export function styleOf(accentColour: string | null): string {
  return `${publicPageCss}${accentColour !== null && /^#[0-9a-f]{6}$/i.test(accentColour) ? `:root { --accent: ${accentColour}; }\n` : ''}`;
}

function page(place: PublicPlace | null, title: string, main: string): string {
  const logo = place?.logoFileId ? `<img src="/files/${place.logoFileId}" alt="">` : '';
  const head = place === null ? '' : `<header class="head"><div>${logo}<span>${text(place.name)}</span></div></header>`;
  const legal = place === null ? '' : `<nav aria-label="Rechtliches"><ul>${legalPages.map(([path, label]) => `<li><a href="/${path}?kommune=${place.id}">${label}</a></li>`).join('')}</ul></nav>`;
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title><style>${styleOf(place?.accentColour ?? null)}</style></head>
<body><a class="skip" href="#inhalt">Zum Inhalt springen</a>${head}<main id="inhalt">${main}</main><footer class="foot"><div>${legal}<p class="note">Veröffentlicht mit Konzeptwerkstatt</p></div></footer></body></html>
`;
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

/** @param place of a table, in words: a wide one is scrolled by itself and needs a name of its own */
function blockHtml(block: DocumentBlock, place: string): string {
  const html = renderReadingHtml([lowered(block)]);
  if (block.kind === 'table') return `<div class="table" role="region" tabindex="0" aria-label="Tabelle ${text(place)}">${html}</div>`;
  if ((block.kind !== 'goal' && block.kind !== 'measure') || block.blockId === '') return html;
  return html.replace(/<\/section>$/, `<p class="cite"><a href="${anchorOf(block)}">Link zu ${text(nameOf(block))}</a></p></section>`);
}

function sectionHtml({ number, title, direction, sourceNote, blocks }: DocumentSection): string {
  const dir = direction === 'rtl' ? ' dir="rtl"' : '';
  return `<section><h2 id="abschnitt-${text(number)}">${text(number)} <bdi${dir}>${text(title)}</bdi></h2>${blocks.map((block, index) => blockHtml(block, `${number}-${index + 1}`)).join('')}${sourceNote === null ? '' : `<p class="note">${text(sourceNote)}</p>`}</section>`;
}

function contents({ sections, measureTable }: ConceptDocument): string {
  const entries = sections.map(({ number, title, blocks }) => {
    const measures = objectsIn(blocks).map((object) => `<li><a href="${anchorOf(object)}">${text(nameOf(object))}: <bdi>${text(object.title)}</bdi></a></li>`).join('');
    return `<li><a href="#abschnitt-${text(number)}">${text(number)} <bdi>${text(title)}</bdi></a>${measures === '' ? '' : `<ol>${measures}</ol>`}</li>`;
  });
  const table = measureTable === null ? '' : `<li><a href="#massnahmen">${text(measureTable.title)}</a></li>`;
  return `<nav aria-labelledby="inhaltsverzeichnis"><h2 id="inhaltsverzeichnis">Inhalt</h2><ol>${entries.join('')}${table}<li><a href="#pruefsumme">Prüfsumme und PDF</a></li></ol></nav>`;
}

function tableHtml({ title, head, rows }: MeasureTable, anchors: ReadonlyMap<string, string>): string {
  const line = ([number = '', ...cells]: readonly string[]): string => {
    const anchor = anchors.get(number);
    return `<tr><th scope="row">${anchor === undefined ? text(number) : `<a href="${anchor}">${text(number)}</a>`}</th>${cells.map((cell) => `<td dir="auto">${text(cell)}</td>`).join('')}</tr>`;
  };
  return `<section><h2 id="massnahmen">${text(title)}</h2><div class="table" role="region" tabindex="0" aria-labelledby="massnahmen"><table><thead><tr>${head.map((cell) => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map(line).join('')}</tbody></table></div></section>`;
}

function proof({ hash, pdf }: PublicFrame): string {
  const file = pdf === null ? '' : `<div><dt>PDF-Datei</dt><dd><a href="${pdf.url}">Beschlossene Fassung als PDF</a></dd></div><div><dt>Prüfsumme der PDF-Datei</dt><dd><code>${pdf.sha256}</code></dd></div>`;
  return `<section><h2 id="pruefsumme">Prüfsumme und PDF</h2><p>Mit den Prüfsummen (SHA-256) lässt sich feststellen, dass seit dem Beschluss nichts geändert wurde.</p><dl><div><dt>Prüfsumme des Textes</dt><dd><code>${hash}</code></dd></div>${file}</dl></section>`;
}

function factHtml({ term, value, href }: PublicFrame['facts'][number]): string {
  const shown = href === undefined ? text(value) : `<a href="${text(href)}" rel="noopener noreferrer nofollow">${text(value)}</a>`;
  return `<div><dt>${text(term)}</dt><dd>${shown}</dd></div>`;
}

/** An adopted edition as one page for everybody. Every word is escaped, every tag comes from here or from the reading view. */
export function renderPublicEdition(document: ConceptDocument, frame: PublicFrame): string {
  const { titlePage, sections, measureTable } = document;
  const anchors = new Map(sections.flatMap(({ blocks }) => objectsIn(blocks)).flatMap((object): [string, string][] => (object.number === null ? [] : [[object.number, anchorOf(object)]])));
  const facts = frame.facts.length === 0 ? '' : `<dl>${frame.facts.map(factHtml).join('')}</dl>`;
  const notes = titlePage.notes.map((note) => `<p class="note">${text(note)}</p>`).join('');
  const back = `<p><a href="${text(frame.place.path)}">Alle veröffentlichten Fassungen</a></p>`;
  const main = `<h1>${text(titlePage.title)}</h1><p class="state">${text(titlePage.state)}</p>${facts}${notes}${back}${contents(document)}${sections.map(sectionHtml).join('')}${measureTable === null ? '' : tableHtml(measureTable, anchors)}${proof(frame)}`;
  return page(frame.place, `${titlePage.title} · ${frame.place.name}`, main);
}

/** All published editions of a municipality. */
export function renderPublicIndex(place: PublicPlace, editions: readonly { readonly title: string; readonly year: number; readonly path: string; readonly adoptedOn: string }[]): string {
  const list = editions.map(({ title, year, path, adoptedOn }) => `<li><a href="${text(path)}">${text(title)}</a> <span class="note">(${year}, beschlossen am ${text(adoptedOn)})</span></li>`).join('');
  return page(place, `Beschlossene Konzepte · ${place.name}`, `<h1>Beschlossene Konzepte</h1><ul>${list}</ul>`);
}

/** A page that says one thing. */
export function renderPublicNotice(title: string, sentence: string): string {
  return page(null, title, `<h1>${text(title)}</h1><p>${text(sentence)}</p>`);
}
