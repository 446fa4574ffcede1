import { pictureAddress } from '@konzeptwerkstatt/document-model';
import type { DocumentBlock, Inline, ListBlock, ObjectBlock, PictureBlock, TableBlock, TableCell, TextDirection } from '@konzeptwerkstatt/document-model';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it; the only way in which anything of a document gets into the output. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

function inline(part: Inline): string {
  if (part.kind === 'break') return '<br>';
  let html = escapeHtml(part.text);
  if (part.italic) html = `<em>${html}</em>`;
  if (part.bold) html = `<strong>${html}</strong>`;
  return part.href === null ? html : `<a href="${escapeHtml(part.href)}" rel="noopener noreferrer nofollow">${html}</a>`;
}

const words = (inlines: readonly Inline[]): string => inlines.map(inline).join('');

/** Blocks as HTML on a page that runs one way; only what runs the other way says so. */
class ReadingHtml {
  constructor(private readonly pageDirection: TextDirection) {}

  blocks(blocks: readonly DocumentBlock[]): string {
    return blocks.map((block) => this.block(block)).join('');
  }

  private dir(direction: TextDirection): string {
    return direction === this.pageDirection ? '' : ` dir="${direction}"`;
  }

  private block(part: DocumentBlock): string {
    switch (part.kind) {
      case 'heading': return `<h${part.level}${this.dir(part.direction)}>${words(part.inlines)}</h${part.level}>`;
      case 'paragraph': return `<p${this.dir(part.direction)}>${words(part.inlines)}</p>`;
      case 'quote': return `<blockquote${this.dir(part.direction)}><p>${words(part.inlines)}</p></blockquote>`;
      case 'list': return this.list(part);
      case 'table': return this.table(part);
      case 'picture': return this.picture(part);
      case 'goal':
      case 'measure': return this.object(part);
    }
  }

  private list({ isOrdered, items }: ListBlock): string {
    const tag = isOrdered ? 'ol' : 'ul';
    return `<${tag}>${items.map(({ inlines, direction, children }) => `<li${this.dir(direction)}>${words(inlines)}${children.map((child) => this.list(child)).join('')}</li>`).join('')}</${tag}>`;
  }

  private cell({ headerOf, colspan, rowspan, blocks }: TableCell): string {
    const span = (name: string, value: number): string => (value > 1 ? ` ${name}="${value}"` : '');
    const tag = headerOf === null ? 'td' : 'th';
    const scope = headerOf === null ? '' : ` scope="${headerOf === 'column' ? 'col' : 'row'}"`;
    return `<${tag}${scope}${span('colspan', colspan)}${span('rowspan', rowspan)}>${this.blocks(blocks)}</${tag}>`;
  }

  private table({ rows, headerRows }: TableBlock): string {
    const lines = rows.map((row) => `<tr>${row.map((cell) => this.cell(cell)).join('')}</tr>`);
    const head = headerRows > 0 ? `<thead>${lines.slice(0, headerRows).join('')}</thead>` : '';
    return `<table>${head}<tbody>${lines.slice(headerRows).join('')}</tbody></table>`;
  }

  private picture({ fileId, alt, caption, direction, missing }: PictureBlock): string {
    const image = fileId === null ? `<p>${escapeHtml(missing)}</p>` : `<img src="${escapeHtml(pictureAddress(fileId))}" alt="${escapeHtml(alt)}" loading="lazy">`;
    return `<figure>${image}${caption === null ? '' : `<figcaption${this.dir(direction)}>${escapeHtml(caption)}</figcaption>`}</figure>`;
  }

  private object({ kind, blockId, number, label, title, direction, level, fields, blocks }: ObjectBlock): string {
    const anchor = blockId === '' ? '' : ` id="block-${escapeHtml(blockId)}"`;
    const heading = `<h${level}><span>${escapeHtml(number === null ? label : `${label} ${number}`)}:</span> <bdi${this.dir(direction)}>${escapeHtml(title)}</bdi></h${level}>`;
    const facts = fields.map((field) => `<div><dt>${escapeHtml(field.label)}</dt>${field.values.map((value) => `<dd dir="auto">${escapeHtml(value).replaceAll('\n', '<br>')}</dd>`).join('')}</div>`);
    return `<section${anchor} data-object="${kind}">${heading}${this.blocks(blocks)}${facts.length === 0 ? '' : `<dl>${facts.join('')}</dl>`}</section>`;
  }
}

/**
 * A section's text as HTML for reading: real headings from h2 on, nested lists, tables with header scopes, goals and
 * measures as sections of their own with their fields. Every word is escaped, every tag and attribute comes from this file.
 * @param pageDirection of what it stands in
 */
export function renderReadingHtml(blocks: readonly DocumentBlock[], pageDirection: TextDirection = 'ltr'): string {
  return new ReadingHtml(pageDirection).blocks(blocks);
}
