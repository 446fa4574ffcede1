import {
  hashOfWords, plainText, readWordBlocks, readWordComments, readWordMark, WORD_BLOCKS_PROPERTY, WORD_COMMENTS_PROPERTY, WORD_MARKS_PROPERTY, WORD_MARKS_VERSION, wordsToCompare,
} from '@konzeptwerkstatt/document-model';
import type { Inline, WordMark } from '@konzeptwerkstatt/document-model';
import { wordMarksIn } from './word-bookmarks.js';
import { WordContext } from './word-context.js';
import type { CorrectionsAnswer, MarkedParagraph } from './word-corrections.js';
import { ParagraphReader } from './word-inlines.js';
import { PackageRefused, WordPackage } from './word-package.js';
import { MAX_CHARACTERS, MAX_PIECES } from './word-reading.js';
import { all, childOf, elements, find, valueOf, XmlRefused } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** Elements that only hold others; a row or cell is one as well. */
const holders = new Set(['w:tbl', 'w:tr', 'w:tc', 'w:ins', 'w:moveTo', 'w:customXml', 'w:sdt', 'w:sdtContent', 'mc:Choice']);

/** Reads paragraphs with their marks, in the order of the text, those of tables included. */
class MarkedParagraphsReader {
  readonly paragraphs: MarkedParagraph[] = [];
  private readonly seen = new Set<string>();
  /** Marks that begin between two paragraphs: they belong to the next one. */
  private pending: string[] = [];
  /** Words and marks of a paragraph whose end was taken out by tracking. */
  private carried: { readonly inlines: readonly Inline[]; readonly names: readonly string[] } = { inlines: [], names: [] };
  private characters = 0;
  private isEnded = false;

  constructor(private readonly context: WordContext) {}

  read(body: XmlElement): readonly MarkedParagraph[] {
    this.children(body);
    if (this.carried.inlines.length > 0) this.add(this.carried.names, plainText(this.carried.inlines), false);
    return this.paragraphs;
  }

  private children(element: XmlElement): void {
    for (const child of elements(element)) if (!this.isEnded) this.child(child);
  }

  private child(child: XmlElement): void {
    if (child.name === 'w:p') return this.paragraph(child);
    if (child.name === 'w:bookmarkStart') return void this.pending.push(child.attributes['w:name'] ?? '');
    if (child.name === 'w:tr' && childOf(childOf(child, 'w:trPr'), 'w:del') !== null) return this.context.note('tracked_changes');
    if (child.name === 'w:sdt' && /table of contents/i.test(valueOf(child, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery') ?? '')) return;
    if (child.name === 'mc:AlternateContent') return this.children({ ...child, children: elements(child).slice(0, 1) });
    if (holders.has(child.name)) this.children(child);
  }

  private paragraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'w:pPr');
    const style = this.context.styles.get(valueOf(properties, 'w:pStyle'));
    const own = wordMarksIn(paragraph);
    const { inlines } = ParagraphReader.read(own.withoutPrefix, this.context, style);
    const words = [...this.carried.inlines, ...inlines];
    const names = [...this.carried.names, ...this.pending, ...own.names];
    this.pending = [];
    this.carried = { inlines: [], names: [] };
    const mark = childOf(properties, 'w:rPr');
    if (childOf(mark, 'w:del') !== null || childOf(mark, 'w:moveFrom') !== null) {
      this.context.note('tracked_changes');
      // A paragraph that is gone with its end takes its mark with it; one that runs into the next gives it on.
      if (plainText(words).trim() !== '') this.carried = { inlines: words, names };
      return;
    }
    this.add(names, plainText(words), find(properties, 'w:numPr') !== null || style.numbering !== null);
  }

  private add(names: readonly string[], text: string, isListItem: boolean): void {
    const mark = this.firstMark(names);
    const words = wordsToCompare(text);
    if (mark?.kind === 'end') return void (this.isEnded = true);
    if (mark === null && words === '') return;
    this.characters += words.length;
    this.paragraphs.push({ mark, words, isListItem });
    if (this.characters > MAX_CHARACTERS || this.paragraphs.length > MAX_PIECES) throw new PackageRefused('too_long');
  }

  /** Where paragraphs were joined the first one stays; a mark that comes twice stays where it came first. */
  private firstMark(names: readonly string[]): WordMark | null {
    for (const name of names) {
      const mark = readWordMark(name);
      if (mark === null || this.seen.has(name)) continue;
      this.seen.add(name);
      return mark;
    }
    return null;
  }
}

/** The document's own properties, by name. */
function propertiesOf(files: WordPackage): ReadonlyMap<string, string> {
  const part = [...files.relationships('').values()].find(({ type, isExternal }) => type === 'custom-properties' && !isExternal);
  const root = part === undefined ? null : files.xml(part.target);
  return new Map((root === null ? [] : elements(root)).map((property) => [property.attributes['name'] ?? '', elements(property).flatMap(({ children }) => children).filter((one) => typeof one === 'string').join('')]));
}

const valuesUnder = (properties: ReadonlyMap<string, string>, name: string): string[] => [...properties].filter(([key]) => key.startsWith(name)).map(([, value]) => value);

/** How many comments somebody else has put in: those that went out with the document are no news. */
function foreignComments(files: WordPackage, sent: ReadonlySet<string>): number {
  const root = files.related('comments');
  const wordsOf = (comment: XmlElement): string => all(comment, 'w:p').map((paragraph) => all(paragraph, 'w:t').map(({ children }) => children.join('')).join('')).join('\n');
  return root === null ? 0 : all(root, 'w:comment').filter((comment) => !sent.has(hashOfWords(wordsOf(comment)))).length;
}

/** Reads what became of a document of ours. As little is trusted as in `readWordDocument`: a forged mark only claims what was there before. */
export function readWordCorrections(content: Uint8Array): CorrectionsAnswer {
  try {
    const files = new WordPackage(content);
    const body = childOf(files.xml(files.main), 'w:body');
    if (body === null) return { problem: 'not_a_word_document' };
    const properties = propertiesOf(files);
    const hasMarks = all(body, 'w:bookmarkStart').some(({ attributes }) => readWordMark(attributes['w:name'] ?? '')?.kind === 'section');
    // Some programs drop the properties: the marks alone are enough to compare, only what was taken out cannot be told.
    if (!hasMarks || (properties.get(WORD_MARKS_PROPERTY) ?? WORD_MARKS_VERSION) !== WORD_MARKS_VERSION) return { problem: 'no_marks' };
    const context = new WordContext(files);
    const paragraphs = new MarkedParagraphsReader(context).read(body);
    const sent = valuesUnder(properties, WORD_BLOCKS_PROPERTY);
    const comments = foreignComments(files, readWordComments(valuesUnder(properties, WORD_COMMENTS_PROPERTY)));
    return { paragraphs, sent: sent.length === 0 ? null : readWordBlocks(sent), notes: { ...context.notes, comments } };
  } catch (error) {
    if (error instanceof PackageRefused) return { problem: error.problem };
    if (error instanceof XmlRefused) return { problem: 'not_readable' };
    // As in `readWordDocument`: whatever else a hostile file breaks is its own doing.
    return { problem: 'not_readable' };
  }
}
