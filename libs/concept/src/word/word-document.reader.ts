import { directionOf, MAX_INDENT, plainText, toLists } from '@konzeptwerkstatt/document-model';
import type { DocumentBlock, FlatItem, Inline } from '@konzeptwerkstatt/document-model';
import { WordContext } from './word-context.js';
import { ParagraphReader } from './word-inlines.js';
import { PackageRefused, WordPackage } from './word-package.js';
import { MAX_CHARACTERS, MAX_PIECES } from './word-reading.js';
import type { WordAnswer, WordBlock, WordPicture, WordPiece } from './word-reading.js';
import { outlineLevel } from './word-styles.js';
import type { WordStyle } from './word-styles.js';
import { readTable } from './word-tables.js';
import { childOf, elements, find, outermost, valueOf, XmlRefused } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

const MAX_LEVEL = 6;
const hasWords = (inlines: readonly Inline[]): boolean => plainText(inlines).trim() !== '';

interface ListPlace {
  readonly isOrdered: boolean;
  readonly indent: number;
}

type Footnotes = WordPiece['footnotes'];

/** Reads blocks that stand one after the other: those of the whole text, of a cell, of a box. */
class BlocksReader {
  readonly pieces: WordPiece[] = [];
  private items: FlatItem[] = [];
  private itemNotes: { number: number; text: string }[] = [];
  /** Words of a paragraph whose end was taken out by tracking: they begin the next one. */
  private carried: Inline[] = [];
  private carriedNotes: Footnotes = [];
  private pictures: WordPicture[] = [];
  private boxes: XmlElement[] = [];
  private characters = 0;

  constructor(private readonly context: WordContext, private readonly isInTable = false) {}

  read(container: XmlElement): readonly WordPiece[] {
    this.children(container);
    if (this.carried.length > 0) this.words('paragraph', this.takeCarried([]), this.carriedNotes);
    this.flush();
    return this.pieces;
  }

  private children(container: XmlElement): void {
    for (const child of elements(container)) this.child(child);
  }

  private child(child: XmlElement): void {
    if (child.name === 'w:p') return this.paragraph(child);
    if (child.name === 'w:tbl') return this.table(child);
    if (child.name === 'w:sdt') return this.contentControl(child);
    if (['w:ins', 'w:moveTo', 'w:customXml', 'w:sdtContent', 'mc:Choice'].includes(child.name)) return this.children(child);
    if (child.name === 'mc:AlternateContent') return this.children({ ...child, children: elements(child).slice(0, 1) });
  }

  private contentControl(control: XmlElement): void {
    const gallery = valueOf(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
    if (gallery !== null && /table of contents|bibliograph/i.test(gallery)) return this.context.note('contents');
    this.children(control);
  }

  private paragraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'w:pPr');
    const styleId = valueOf(properties, 'w:pStyle');
    const style = this.context.styles.get(styleId);
    const read = ParagraphReader.read(paragraph, this.context, style);
    const inlines = this.takeCarried(read.inlines);
    const footnotes = [...this.carriedNotes, ...read.footnotes];
    const mark = childOf(properties, 'w:rPr');
    this.carriedNotes = [];
    if (childOf(mark, 'w:del') !== null || childOf(mark, 'w:moveFrom') !== null) {
      this.context.note('tracked_changes');
      [this.carried, this.carriedNotes] = [inlines, footnotes];
    } else if (hasWords(inlines) && style.isContents) this.context.note('contents');
    else if (style.isCaption && footnotes.length + read.pictures.length + read.boxes.length === 0 && this.caption(plainText(inlines))) return;
    else if (hasWords(inlines)) this.place(properties, style, styleId, inlines, footnotes);
    this.pictures.push(...read.pictures);
    this.boxes.push(...read.boxes);
    // In between of two items a picture would end the list.
    if (this.items.length === 0) this.flush();
  }

  /** Whether words belong to the picture right before them. */
  private caption(words: string): boolean {
    const last = this.pieces.at(-1);
    const text = words.replace(/\s+/g, ' ').trim();
    if (this.items.length > 0 || last?.block.kind !== 'picture' || last.block.caption !== '' || text === '') return false;
    this.pieces[this.pieces.length - 1] = { ...last, block: { ...last.block, caption: text } };
    return true;
  }

  private takeCarried(inlines: readonly Inline[]): Inline[] {
    const all = [...this.carried, ...inlines];
    this.carried = [];
    return all;
  }

  private place(properties: XmlElement | null, style: WordStyle, styleId: string | null, inlines: readonly Inline[], footnotes: Footnotes): void {
    const level = outlineLevel(properties) ?? style.headingLevel;
    const list = this.listOf(properties, style, styleId);
    if (level !== null) {
      if (list !== null) this.context.note('numbered_headings');
      if (this.isInTable) return this.words('paragraph', inlines.map((inline) => (inline.kind === 'text' ? { ...inline, bold: true } : inline)), footnotes);
      return this.add({ kind: 'heading', level: Math.min(level, MAX_LEVEL), inlines, direction: directionOf(plainText(inlines)) }, footnotes);
    }
    if (list === null) return this.words(style.isQuote ? 'quote' : 'paragraph', inlines, footnotes);
    this.count(plainText(inlines).length);
    this.items.push({ ...list, inlines, direction: directionOf(plainText(inlines)) });
    this.itemNotes.push(...footnotes);
  }

  private listOf(properties: XmlElement | null, style: WordStyle, styleId: string | null): ListPlace | null {
    const own = find(properties, 'w:numPr');
    const numId = valueOf(own, 'w:numId') ?? style.numbering?.numId ?? null;
    if (numId === null || numId === '0') return null;
    const level = Number(valueOf(own, 'w:ilvl') ?? style.numbering?.level ?? (styleId === null ? 0 : this.context.numbering.levelOfStyle(numId, styleId))) || 0;
    const form = this.context.numbering.formOf(numId, level);
    return form === 'none' ? null : { isOrdered: form === 'ordered', indent: Math.min(Math.max(level, 0), MAX_INDENT) };
  }

  private words(kind: 'paragraph' | 'quote', inlines: readonly Inline[], footnotes: Footnotes): void {
    this.add({ kind, inlines, direction: directionOf(plainText(inlines)) }, footnotes);
  }

  private table(table: XmlElement): void {
    if (this.isInTable) {
      this.context.note('nested_tables');
      return outermost(table, 'w:tc').forEach((cell) => this.children(cell));
    }
    const footnotes: { number: number; text: string }[] = [];
    const read = readTable(table, (cell) => {
      const pieces = new BlocksReader(this.context, true).read(cell);
      footnotes.push(...pieces.flatMap((piece) => piece.footnotes));
      this.count(pieces.reduce((sum, { block }) => sum + lengthOf(block), 0));
      this.context.note('pictures', pieces.filter(({ block }) => block.kind === 'picture').length);
      return pieces.map(({ block }) => block).filter((block): block is Exclude<WordBlock, WordPicture> => block.kind !== 'picture');
    });
    if (read !== null) this.add(read, footnotes);
  }

  private add(block: WordBlock, footnotes: Footnotes): void {
    this.flush();
    this.push({ block, footnotes });
    if ('inlines' in block) this.count(plainText(block.inlines).length);
  }

  private push(piece: WordPiece): void {
    this.pieces.push(piece);
    const { block, footnotes } = piece;
    // One footnote may be named again and again, and stands there each time.
    this.count(footnotes.reduce((sum, { text }) => sum + text.length, 0) + (block.kind === 'picture' ? block.alt.length + block.part.length : 0));
    if (this.pieces.length > MAX_PIECES) throw new PackageRefused('too_long');
  }

  private count(length: number): void {
    this.characters += length;
    if (this.characters > MAX_CHARACTERS) throw new PackageRefused('too_long');
  }

  /** Ends the list that is open, then come the pictures and boxes that are anchored in what was read. */
  private flush(): void {
    const [lists, footnotes] = [toLists(this.items), this.itemNotes];
    [this.items, this.itemNotes] = [[], []];
    lists.forEach((block, index) => this.push({ block, footnotes: index === lists.length - 1 ? footnotes : [] }));
    const [pictures, boxes] = [this.pictures, this.boxes];
    [this.pictures, this.boxes] = [[], []];
    for (const block of pictures) this.push({ block, footnotes: [] });
    // A box that holds another one is read once, with what is in it.
    for (const box of boxes) new BlocksReader(this.context, this.isInTable).read(box).forEach((piece) => this.push(piece));
  }
}

function lengthOf(block: DocumentBlock | WordPicture): number {
  return 'inlines' in block ? plainText(block.inlines).length : block.kind === 'list' ? block.items.reduce((sum, { inlines, children }) => sum + plainText(inlines).length + children.reduce((inner, child) => inner + lengthOf(child), 0), 0) : 0;
}

/** A short paragraph, bold from end to end: what people without styles make their headings of. */
function looksLikeHeading({ block }: WordPiece): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = plainText(block.inlines).trim();
  return text.length <= 120 && !/[.:;,!?]$/.test(text) && block.inlines.every((inline) => inline.kind === 'text' && (inline.bold || inline.text.trim() === ''));
}

function withGuessedHeadings(pieces: readonly WordPiece[], context: WordContext): readonly WordPiece[] {
  if (pieces.some(({ block }) => block.kind === 'heading') || !pieces.some(looksLikeHeading)) return pieces;
  return pieces.map((piece): WordPiece => {
    if (!looksLikeHeading(piece) || piece.block.kind !== 'paragraph') return piece;
    context.note('guessed_headings');
    const inlines = piece.block.inlines.map((inline) => (inline.kind === 'text' ? { ...inline, bold: false } : inline));
    return { ...piece, block: { kind: 'heading', level: 1, direction: piece.block.direction, inlines } };
  });
}

/** Reads a Word document (.docx). The content is anybody's: nothing of it is trusted, nothing outside of it is looked at. */
export function readWordDocument(content: Uint8Array): WordAnswer {
  try {
    const files = new WordPackage(content);
    const body = childOf(files.xml(files.main), 'w:body');
    if (body === null) return { problem: 'not_a_word_document' };
    const context = new WordContext(files);
    const pieces = withGuessedHeadings(new BlocksReader(context).read(body), context);
    context.note('pictures_without_alt', pieces.filter(({ block }) => block.kind === 'picture' && block.alt === '' && !block.isDecorative).length);
    return pieces.length === 0 ? { problem: 'empty' } : { pieces, notes: context.notes };
  } catch (error) {
    if (error instanceof PackageRefused) return { problem: error.problem };
    if (error instanceof XmlRefused) return { problem: 'not_readable' };
    // Whatever else a hostile file breaks is its own doing; a bug of ours shows in the tests of the reader.
    return { problem: 'not_readable' };
  }
}
