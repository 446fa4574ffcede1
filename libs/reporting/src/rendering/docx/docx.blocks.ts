import { imageSize } from 'image-size';
import { BorderStyle, ExternalHyperlink, HeadingLevel, ImageRun, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx';
import { directionOf, inlinesWithNotes, plainText } from '@konzeptwerkstatt/document-model';
import type { DocumentBlock, Inline, ListBlock, NotedInline, ObjectBlock, ParagraphBlock, PictureBlock, PlacedNote, TableBlock, TextDirection } from '@konzeptwerkstatt/document-model';
import { columnShares } from '../column-shares.js';
import { listDirection } from '../list-direction.js';
import type { RenderingTask, TaskPicture } from '../rendering.task.js';
import { DocxCaptions, isNumberedCaption } from './docx.captions.js';
import type { DocxMarks } from './docx.marks.js';
import type { DocxNotes } from './docx.notes.js';

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;
const header = { type: ShadingType.CLEAR, color: 'auto', fill: 'E8ECF2' };
const line = { style: BorderStyle.SINGLE, size: 4, color: 'B4BCC8' };
/** What tables look like; words keep away from their lines, in twentieths of a point. */
const tableLooks = {
  layout: TableLayoutType.FIXED, margins: { marginUnitType: WidthType.DXA, top: 50, bottom: 20, left: 100, right: 100 },
  borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
};
const MAX_LIST_LEVEL = 8;

/** A4 upright without its margins, in twentieths of a point. */
export const textWidth = 9300;

/** The text's width and three quarters of a page, in pixels of a ninety-sixth of an inch. */
const maxPicture = { width: 620, height: 680 };
const maxLogo = { width: 310, height: 76 };

/** A text without any marks. */
const asInlines = (text: string): Inline[] => [{ kind: 'text', text, bold: false, italic: false, href: null }];

const bidi = (direction: TextDirection): Pick<IParagraphOptions, 'bidirectional'> => (direction === 'rtl' ? { bidirectional: true } : {});

interface RunMarks {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly style?: string;
  readonly color?: string;
  /** Half points. */
  readonly size?: number;
  /** Line breaks before. */
  readonly break?: number;
}

/** Words of which the program finds out by itself which way they run. */
export function run(text: string, direction: TextDirection, marks: RunMarks = {}): TextRun {
  return new TextRun({ text, ...marks, ...(direction === 'rtl' ? { rightToLeft: true } : {}) });
}

/** Whether a picture can be placed: one that is damaged has no size. */
export function hasSize({ content }: TaskPicture): boolean {
  try {
    const { width, height } = imageSize(content);
    return width > 0 && height > 0;
  } catch {
    return false;
  }
}

export function headingOf(level: number): (typeof HEADINGS)[number] {
  return HEADINGS[Math.min(Math.max(level, 1), 6) - 1] ?? HeadingLevel.HEADING_6;
}

/**
 * The columns of a table in twentieths of a point: as in a PDF, so that words stay whole, but none narrower than a third of an equal part: the
 * pages of a long text in a narrower one, a letter or two to a line, take ten times as long to be worked out, and all files wait for it.
 */
function columnWidths(table: TableBlock): number[] {
  const wanted = columnShares(table).map((share) => Math.max(share, 1 / (2 * table.columns)));
  const all = wanted.reduce((sum, share) => sum + share, 0);
  return wanted.map((share) => Math.floor((textWidth * share) / all));
}

/** Turns blocks into what Word knows; one per document, because lists are counted through. */
export class DocxBlocks {
  private lists = 0;
  private shown = 0;
  private readonly captions = new DocxCaptions();

  constructor(
    private readonly pictures: RenderingTask['pictures'],
    private readonly marks: DocxMarks,
    private readonly notes: DocxNotes,
    private readonly direction: TextDirection,
  ) {}

  /** Of a paragraph that runs as the document does. */
  get pageDirection(): Pick<IParagraphOptions, 'bidirectional'> {
    return bidi(this.direction);
  }

  /** Words of the frame, or of people where nothing else tells which way they run. */
  words(text: string, marks: RunMarks = {}): TextRun {
    return run(text, directionOf(text, this.direction), marks);
  }

  /** A paragraph of such words. */
  line(text: string, paragraph: Pick<IParagraphOptions, 'style'> = {}, marks: RunMarks = {}): Paragraph {
    return new Paragraph({ ...paragraph, ...this.pageDirection, children: [this.words(text, marks)] });
  }

  muted(text: string): Paragraph {
    return this.line(text, { style: 'Muted' });
  }

  /** @param isInTable whether the words are those of a table cell */
  render(blocks: readonly DocumentBlock[], isInTable = false): FileChild[] {
    return blocks.flatMap((block, index): FileChild[] => {
      // What stands right above a table names it.
      const namesTable = blocks[index + 1]?.kind === 'table';
      switch (block.kind) {
        case 'heading': return [new Paragraph({ heading: headingOf(block.level), ...this.pageDirection, children: this.marked(block) })];
        case 'paragraph': return [namesTable && isNumberedCaption('table', plainText(block.inlines)) ? this.tableCaption(block) : new Paragraph({ ...(isInTable ? { style: 'TableText' } : {}), ...(namesTable ? { keepNext: true } : {}), ...bidi(block.direction), children: this.marked(block) })];
        case 'quote': return [new Paragraph({ style: 'Quote', ...bidi(block.direction), children: this.marked(block) })];
        case 'list': return this.list(block, 0, (this.lists += 1), listDirection(block, this.direction));
        case 'table': return [this.table(block), new Paragraph({ children: [] })];
        case 'picture': return this.picture(block);
        case 'goal':
        case 'measure': return this.object(block);
      }
    });
  }

  private marked({ blockId, inlines, direction, notes = [] }: Pick<ParagraphBlock, 'blockId' | 'inlines' | 'direction' | 'notes'>): ParagraphChild[] {
    return this.marks.of('block', blockId, plainText(inlines), inlinesWithNotes(inlines, notes).flatMap((part) => this.inline(part, direction)));
  }

  private tableCaption({ blockId, direction, ...words }: ParagraphBlock): Paragraph {
    const children = this.captions.children('table', words, (part) => this.inline(part, direction));
    return new Paragraph({ style: 'Caption', keepNext: true, ...bidi(direction), children: this.marks.of('block', blockId, plainText(words.inlines), children) });
  }

  private inline(part: NotedInline, direction: TextDirection): ParagraphChild[] {
    if (part.kind === 'noteStart') return [this.notes.start(part.number)];
    if (part.kind === 'noteEnd') return this.notes.end(part.number);
    if (part.kind === 'break') return [new TextRun({ break: 1 })];
    const marks = { ...(part.bold ? { bold: true } : {}), ...(part.italic ? { italics: true } : {}) };
    if (part.href === null) return [run(part.text, direction, marks)];
    return [new ExternalHyperlink({ link: part.href, children: [run(part.text, direction, { ...marks, style: 'Hyperlink' })] })];
  }

  /** A title without any marks of its own. */
  title(text: string, direction: TextDirection, notes: readonly PlacedNote[] = []): ParagraphChild[] {
    return inlinesWithNotes(asInlines(text), notes).flatMap((part) => this.inline(part, direction));
  }

  /** @param direction in which all of it runs, whatever its items say: their marks stand below each other */
  private list({ isOrdered, items }: ListBlock, level: number, instance: number, direction: TextDirection): Paragraph[] {
    return items.flatMap((item) => [
      new Paragraph({ style: 'ListParagraph', numbering: { reference: isOrdered ? 'numbers' : 'bullets', level: Math.min(level, MAX_LIST_LEVEL), instance }, ...bidi(direction), children: this.marked(item) }),
      // A list inside of a list is an instance of its own, or it would go on counting where an earlier one ended.
      ...item.children.flatMap((child) => this.list(child, level + 1, (this.lists += 1), direction)),
    ]);
  }

  private object({ kind, blockId, number, label, title, direction, level, fields, blocks, notes }: ObjectBlock): FileChild[] {
    const name = number === null ? `${label}: ` : `${label} ${number}: `;
    return [
      new Paragraph({ heading: headingOf(level), ...this.pageDirection, children: [this.words(name, { color: kind === 'goal' ? '1F6B3A' : '1D4F91' }), ...this.marks.of('object', blockId, title, this.title(title, direction, notes))] }),
      ...this.render(blocks),
      ...fields.map((field) => {
        const values = field.values.join(', ');
        return new Paragraph({ ...this.pageDirection, children: this.marks.added(`${field.label}: ${values}`, [this.words(`${field.label}: `, { bold: true }), ...this.lines(values)]) });
      }),
    ];
  }

  private picture(block: PictureBlock): Paragraph[] {
    const { caption, direction, fileId } = block;
    const picture = fileId === null ? undefined : this.pictures.get(fileId);
    const content = picture === undefined ? this.words(block.missing) : this.image(block, picture);
    return [
      new Paragraph({ ...(caption === null ? {} : { keepNext: true }), ...this.pageDirection, children: picture === undefined ? this.marks.added(block.missing, [content]) : [content] }),
      ...(caption === null ? [] : [new Paragraph({ style: 'Caption', ...bidi(direction), children: this.marks.added(caption, this.captions.children('picture', { inlines: asInlines(caption) }, (part) => this.inline(part, direction))) })]),
    ];
  }

  /** The municipality's logo; decoration, because its name stands below. */
  logo(picture: TaskPicture): Paragraph {
    return new Paragraph({ ...this.pageDirection, children: [this.image({ alt: '', isDecorative: true }, picture, maxLogo)] });
  }

  private image({ alt, isDecorative }: Pick<PictureBlock, 'alt' | 'isDecorative'>, { content, mediaType }: TaskPicture, max = maxPicture): ImageRun {
    const { width, height } = imageSize(content);
    const factor = Math.min(1, max.width / width, max.height / height);
    this.shown += 1;
    return new ImageRun({
      type: mediaType === 'image/png' ? 'png' : 'jpg', data: content, transformation: { width: Math.round(width * factor), height: Math.round(height * factor) },
      ...(isDecorative ? { decorative: true } : {}), altText: { id: String(this.shown), name: `Bild ${this.shown}`, description: alt },
    });
  }

  private lines(text: string): TextRun[] {
    return text.split('\n').map((words, index) => run(words, directionOf(words, this.direction), index > 0 ? { break: 1 } : {}));
  }

  private table(block: TableBlock): Table {
    const { headerRows, rows } = block;
    const widths = columnWidths(block);
    return new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA }, columnWidths: widths, ...tableLooks, ...(this.direction === 'rtl' ? { visuallyRightToLeft: true } : {}),
      // Says of a table without a head that its first row is none, whatever it looks like.
      tableLook: { firstRow: headerRows > 0 },
      rows: rows.map((cells, index) => new TableRow({
        // The last line of a row would be left alone on the next page, even where it is empty. A row that is higher than a page is split all the same.
        cantSplit: true,
        ...(index < headerRows ? { tableHeader: true } : {}),
        children: cells.map(({ headerOf, colspan, rowspan, blocks }) => {
          const content = this.render(headerOf === null ? blocks : blocks.map(strong), true).filter((child): child is Paragraph | Table => child instanceof Paragraph || child instanceof Table);
          // A cell without any paragraph is what Word calls a damaged file.
          return new TableCell({ columnSpan: colspan, rowSpan: rowspan, ...(headerOf === null ? {} : { shading: header }), children: content.length > 0 ? content : [new Paragraph({ children: [] })] });
        }),
      })),
    });
  }

  /** A table of plain words under one row of heads. @param widths of the columns, in twentieths of a point */
  plainTable(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Table {
    const cell = (text: string, isHead: boolean): TableCell => new TableCell({
      ...(isHead ? { shading: header } : {}),
      children: [new Paragraph({ style: 'TableText', ...this.pageDirection, children: isHead ? [this.words(text, { bold: true })] : this.lines(text) })],
    });
    return new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA }, columnWidths: [...widths], ...tableLooks, ...(this.direction === 'rtl' ? { visuallyRightToLeft: true } : {}),
      rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text) => cell(text, true)) }), ...rows.map((texts) => new TableRow({ cantSplit: true, children: texts.map((text) => cell(text, false)) }))],
    });
  }
}

const bold = (inlines: readonly Inline[]): Inline[] => inlines.map((part) => (part.kind === 'text' ? { ...part, bold: true } : part));
const strongList = (list: ListBlock): ListBlock => ({ ...list, items: list.items.map((item) => ({ ...item, inlines: bold(item.inlines), children: item.children.map(strongList) })) });

function strong(block: DocumentBlock): DocumentBlock {
  if (block.kind === 'list') return strongList(block);
  return block.kind === 'paragraph' || block.kind === 'quote' ? { ...block, inlines: bold(block.inlines) } : block;
}
