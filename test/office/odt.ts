import { strFromU8, unzipSync } from 'fflate';
import { all, elements, parseXml } from '../../libs/reporting/test/xml-tree.js';
import type { XmlElement } from '../../libs/reporting/test/xml-tree.js';

/** What does not stand in the text itself, and what a table or list only wraps. */
const beside = new Set(['office:annotation', 'svg:title', 'svg:desc', 'text:note', 'draw:frame']);

/** The words of an element, line breaks as `\n`; what is said of it at its side is out. */
export function odtWords(element: XmlElement): string {
  return element.children.map((child): string => {
    if (typeof child === 'string') return child;
    if (child.name === 'text:s') return ' '.repeat(Number(child.attributes['text:c'] ?? 1));
    if (child.name === 'text:tab') return '\t';
    if (child.name === 'text:line-break') return '\n';
    return beside.has(child.name) ? '' : odtWords(child);
  }).join('');
}

/** A text document as LibreOffice understood it. */
export class OdtText {
  private readonly content: XmlElement;
  private readonly styles: XmlElement;

  constructor(file: Uint8Array) {
    const parts = unzipSync(file);
    [this.content, this.styles] = ['content.xml', 'styles.xml'].map((name) => parseXml(strFromU8(parts[name] ?? new Uint8Array()))) as [XmlElement, XmlElement];
  }

  /** Paragraphs and headings with words, in the order of the text. */
  get paragraphs(): string[] {
    return this.texts.map(odtWords).filter((text) => text.trim() !== '');
  }

  get headings(): (readonly [level: number, words: string])[] {
    return all(this.content, 'text:h').map((heading) => [Number(heading.attributes['text:outline-level']), odtWords(heading)] as const);
  }

  /** Of each table the words of the rows that are repeated on every page. */
  get heads(): string[][][] {
    return all(this.content, 'table:table').map((table) => all(table, 'table:table-header-rows').flatMap((rows) => all(rows, 'table:table-row').map((row) => all(row, 'table:table-cell').map(odtWords))));
  }

  /** Cells that reach over others: columns, rows, words. */
  get spans(): (readonly [columns: number, rows: number, words: string])[] {
    const span = (cell: XmlElement, what: string): number => Number(cell.attributes[`table:number-${what}-spanned`] ?? 1);
    return all(this.content, 'table:table-cell').map((cell) => [span(cell, 'columns'), span(cell, 'rows'), odtWords(cell)] as const).filter(([columns, rows]) => columns > 1 || rows > 1);
  }

  /** What is to be seen on each picture, in words; empty for what says nothing. */
  get pictures(): string[] {
    return all(this.content, 'draw:frame').filter((frame) => all(frame, 'draw:image').length > 0).map((frame) => [...all(frame, 'svg:title'), ...all(frame, 'svg:desc')].map(odtWords).join(' '));
  }

  /** Comments: who, and what. */
  get comments(): (readonly [author: string, words: string])[] {
    return all(this.content, 'office:annotation').map((comment) => [all(comment, 'dc:creator').map(odtWords).join(''), all(comment, 'text:p').map(odtWords).join('\n')] as const);
  }

  /** Entries of the table of contents. */
  get contents(): string[] {
    return all(this.content, 'text:table-of-content').flatMap((index) => all(index, 'text:p').map(odtWords)).filter((words) => words !== '');
  }

  /** Numbers that the program counts by itself, with the words before them. */
  get captions(): string[] {
    return this.texts.filter((text) => all(text, 'text:sequence').length > 0).map(odtWords);
  }

  get links(): string[] {
    return all(this.content, 'text:a').map(({ attributes }) => attributes['xlink:href'] ?? '').filter((address) => !address.startsWith('#'));
  }

  /** Which way the paragraph runs that says this. @throws Error where there is none */
  directionOf(words: string): string {
    const found = this.texts.find((text) => odtWords(text).startsWith(words));
    if (found === undefined) throw new Error(`nothing says "${words}"`);
    return this.propertyOf(found.attributes['text:style-name'] ?? '', 'style:writing-mode') ?? 'lr-tb';
  }

  private get texts(): XmlElement[] {
    const walk = (element: XmlElement): XmlElement[] => elements(element).flatMap((child) => (child.name === 'text:p' || child.name === 'text:h' ? [child, ...walk(child)] : beside.has(child.name) && child.name !== 'draw:frame' ? [] : walk(child)));
    return walk(this.content);
  }

  private propertyOf(style: string, property: string): string | undefined {
    const found = [...all(this.content, 'style:style'), ...all(this.styles, 'style:style')].find(({ attributes }) => attributes['style:name'] === style);
    if (found === undefined) return undefined;
    const own = all(found, 'style:paragraph-properties').map(({ attributes }) => attributes[property]).find((value) => value !== undefined);
    return own ?? this.propertyOf(found.attributes['style:parent-style-name'] ?? '', property);
  }
}
