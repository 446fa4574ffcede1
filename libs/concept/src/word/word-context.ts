import { printable } from '@konzeptwerkstatt/document-model';
import { isPicture, pictureBytes } from './word-pictures.reader.js';
import { WordNumbering, WordStyles } from './word-styles.js';
import type { Relationship, WordPackage } from './word-package.js';
import type { WordNote } from './word-reading.js';
import { all, elements } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** A field of Word that is open: what it is known when its result begins. */
export interface OpenField {
  instruction: string;
  /** Whether its result has begun. */
  isShown: boolean;
}

/** What reading one document needs and collects; one per document. */
export class WordContext {
  readonly styles: WordStyles;
  readonly numbering: WordNumbering;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly notes: Partial<Record<WordNote, number>> = {};
  /** Fields may reach over paragraphs. */
  readonly fields: OpenField[] = [];
  private readonly showable = new Map<string, boolean>();
  private readonly footnotes: ReadonlyMap<string, string>;
  private readonly endnotes: ReadonlyMap<string, string>;
  private footnoteCount = 0;

  constructor(private readonly files: WordPackage) {
    this.styles = new WordStyles(files.related('styles'));
    this.numbering = new WordNumbering(files.related('numbering'));
    this.relationships = files.relationships(files.main);
    this.footnotes = footnoteWords(files.related('footnotes'), 'w:footnote');
    this.endnotes = footnoteWords(files.related('endnotes'), 'w:endnote');
    const comments = files.related('comments');
    this.note('comments', comments === null ? 0 : all(comments, 'w:comment').length);
    if ([...this.relationships.values()].some(({ type }) => type === 'vbaProject')) this.note('macros');
    const margins = [...this.relationships.values()].filter(({ type, isExternal }) => !isExternal && (type === 'header' || type === 'footer'));
    this.note('headers_footers', margins.filter(({ target }) => hasWords(files.xml(target))).length);
  }

  note(kind: WordNote, count = 1): void {
    if (count > 0) this.notes[kind] = (this.notes[kind] ?? 0) + count;
  }

  /** Whether what comes now is part of a table of contents or another list that a program makes by itself. */
  get isInContents(): boolean {
    return this.fields.some(({ instruction }) => /^\s*(TOC|TOA|INDEX|BIBLIOGRAPHY)\b/i.test(instruction));
  }

  /** Whether a picture of the package has a format that browsers show, by its first bytes. */
  isShowable(part: string): boolean {
    const known = this.showable.get(part) ?? isPicture(pictureBytes(this.files, part));
    this.showable.set(part, known);
    return known;
  }

  /** The number and the words of a footnote that the text names; null when it is not there. */
  footnote(kind: 'footnote' | 'endnote', id: string): { readonly number: number; readonly text: string } | null {
    const text = (kind === 'footnote' ? this.footnotes : this.endnotes).get(id);
    if (text === undefined) return null;
    this.footnoteCount += 1;
    this.note('footnotes');
    return { number: this.footnoteCount, text };
  }
}

const gone = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr']);

/** Plain words of a part that is not the text itself; what was struck out by tracking is out. */
function plainWords(element: XmlElement): string {
  return elements(element).map((child): string => {
    if (gone.has(child.name)) return '';
    if (child.name === 'w:t') return child.children.filter((part) => typeof part === 'string').join('');
    if (child.name === 'w:tab' || child.name === 'w:br' || child.name === 'w:cr') return ' ';
    return plainWords(child) + (child.name === 'w:p' ? ' ' : '');
  }).join('');
}

const hasWords = (element: XmlElement | null): boolean => element !== null && plainWords(element).trim() !== '';

function footnoteWords(root: XmlElement | null, name: string): ReadonlyMap<string, string> {
  const words = (root === null ? [] : all(root, name)).filter(({ attributes }) => attributes['w:type'] === undefined || attributes['w:type'] === 'normal');
  return new Map(words.map((note) => [note.attributes['w:id'] ?? '', printable(plainWords(note)).replace(/\s+/g, ' ').trim()]));
}
