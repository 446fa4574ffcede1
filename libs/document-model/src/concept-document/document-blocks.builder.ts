import type { DocumentText } from '../reading/document-text.reader.js';
import type { TreeElement, TreeNode } from '../reading/document-tree.reader.js';
import { headingLevel, isListItem, toBlockKind, toIndent } from '../schema/block-kind.policy.js';
import { toIndicatorId } from '../schema/indicator-block.policy.js';
import { toPictureAttributes } from '../schema/picture.policy.js';
import { toSpan } from '../schema/table.schema.js';
import type { DocumentBlock, Inline, ListBlock, ObjectBlock, PictureBlock, TableBlock, TableCell, TextDirection } from './concept-document.js';
import { directionOfLanguage } from './document-language.js';
import type { DocumentWords } from './document-words.js';
import { hasWords, plainText, toInlines } from './inline.builder.js';
import { toLists } from './list.builder.js';
import type { FlatItem } from './list.builder.js';
import { goalFields, measureFields, partyInWords } from './object-fields.builder.js';
import type { NameOf, PartiesInDocument } from './object-fields.builder.js';
import { directionOf, printable } from './printable-text.policy.js';
import { layOutGrid } from './table-grid.policy.js';

/** What turning a text into blocks needs to know besides. */
export interface BlockSurroundings {
  readonly words: DocumentWords;
  /** Names of organisations and indicators; goals of the text are known by themselves. */
  readonly nameOf: NameOf;
  /** How indicators stand, in words; without it only their names are said. */
  readonly standingOf?: NameOf | undefined;
  /** Numbers by block id; empty for a text that stands on its own. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What organisations have said about their parts; without it they are named and nothing more. */
  readonly parties?: PartiesInDocument | undefined;
  /** Whether words name the block they come from. */
  readonly hasBlockIds?: boolean;
}

const MAX_LEVEL = 6;

const elementsOf = (nodes: readonly TreeNode[] | undefined): TreeElement[] => (nodes ?? []).filter((node): node is TreeElement => node.type !== 'text');
const idOf = ({ attrs }: TreeElement): string => (typeof attrs?.['id'] === 'string' ? attrs['id'] : '');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Where headings stand. Each is at most one level below the one it belongs to, and those of the same rank stay level with each other. */
class Depth {
  private open: readonly { readonly rank: number; readonly level: number }[] = [];

  /** @param outside the level of what they stand in */
  constructor(private readonly outside: number) {}

  /** Of the last heading before. */
  get level(): number {
    return this.open.at(-1)?.level ?? this.outside;
  }

  /** The level of the next heading. @param rank as somebody chose it */
  next(rank: number): number {
    this.open = this.open.filter((before) => before.rank < rank);
    const level = Math.min(rank, this.level + 1);
    this.open = [...this.open, { rank, level }];
    return level;
  }
}

class BlockBuilder {
  private readonly titles: ReadonlyMap<string, string>;

  constructor(
    private readonly text: DocumentText,
    private readonly surroundings: BlockSurroundings,
  ) {
    const { words } = surroundings;
    this.titles = new Map(elementsOf(text.tree.content).filter(({ type }) => type === 'goal').map((goal) => [idOf(goal), this.titleOf(goal) || words.untitledGoal]));
  }

  private directionOf(text: string): TextDirection {
    return directionOf(text, directionOfLanguage(this.surroundings.words.language));
  }

  /** @param depth the level of what the blocks stand in; headings among them carry it on */
  build(nodes: readonly TreeNode[] | undefined, depth: Depth): DocumentBlock[] {
    const blocks: DocumentBlock[] = [];
    let items: FlatItem[] = [];
    const flush = (): void => {
      blocks.push(...(toLists(items) satisfies ListBlock[]));
      items = [];
    };
    for (const element of elementsOf(nodes)) {
      const kind = toBlockKind(element.attrs?.['kind']);
      if (element.type === 'block' && isListItem(kind)) {
        const inlines = toInlines(element.content);
        // An item nobody has typed in yet would be a mark without words.
        if (hasWords(inlines)) items.push({ isOrdered: kind === 'orderedItem', indent: toIndent(element.attrs?.['indent']), inlines, direction: this.directionOf(plainText(inlines)), ...this.named(element) });
        continue;
      }
      flush();
      blocks.push(...this.one(element, depth));
    }
    flush();
    return blocks;
  }

  private one(element: TreeElement, depth: Depth): DocumentBlock[] {
    if (element.type === 'goal' || element.type === 'measure') return [this.object(element, element.type, depth)];
    if (element.type === 'table') return this.table(element);
    if (element.type === 'picture') return [this.picture(element)];
    if (element.type === 'indicator') return this.indicator(element);
    return element.type === 'block' || element.type === 'title' ? this.words(element, depth) : [];
  }

  /** A goal's or measure's further titles (after a merge) read as paragraphs, so that no words are hidden. */
  private words(element: TreeElement, depth: Depth): DocumentBlock[] {
    const inlines = toInlines(element.content);
    if (!hasWords(inlines)) return [];
    const direction = this.directionOf(plainText(inlines));
    const kind = toBlockKind(element.attrs?.['kind']);
    const wanted = element.type === 'title' ? null : headingLevel(kind);
    if (wanted === null) return [{ kind: kind === 'quote' ? 'quote' : 'paragraph', inlines, direction, ...this.named(element) }];
    return [{ kind: 'heading', level: depth.next(wanted), inlines, direction, ...this.named(element) }];
  }

  private named(element: TreeElement): { readonly blockId?: string } {
    const blockId = idOf(element);
    return this.surroundings.hasBlockIds === true && blockId !== '' ? { blockId } : {};
  }

  private picture({ attrs }: TreeElement): PictureBlock {
    const { words } = this.surroundings;
    const { fileId, decorative, ...texts } = toPictureAttributes(attrs ?? {});
    const [alt, caption] = [printable(texts.alt), printable(texts.caption)];
    const description = alt || caption || words.undescribedPicture;
    return {
      kind: 'picture', fileId, alt: decorative ? '' : description, isDecorative: decorative, caption: caption === '' ? null : caption, direction: this.directionOf(caption), missing: words.missingPicture(description),
    };
  }

  /** An indicator reads as a sentence: what it is called and how it stands. One that is gone says nothing. */
  private indicator(element: TreeElement): DocumentBlock[] {
    const { nameOf, standingOf, words } = this.surroundings;
    const id = toIndicatorId(element.attrs ?? {});
    const name = id === null ? null : nameOf(id);
    if (id === null || name === null) return [];
    const text = (part: string, bold: boolean): Inline => ({ kind: 'text', text: printable(part), bold, italic: false, href: null });
    return [{ kind: 'paragraph', direction: this.directionOf(name), ...this.named(element), inlines: [text(name, true), text(`: ${standingOf?.(id) ?? words.noValueYet}`, false)] }];
  }

  private titleOf(element: TreeElement): string {
    return oneLine(plainText(toInlines(elementsOf(element.content).find(({ type }) => type === 'title')?.content)));
  }

  private object(element: TreeElement, kind: 'goal' | 'measure', depth: Depth): ObjectBlock {
    const { words, numbers, parties } = this.surroundings;
    const blockId = idOf(element);
    const values = this.text.values[blockId] ?? {};
    const nameOf: NameOf = (id) => this.titles.get(id) ?? this.surroundings.nameOf(id);
    const title = this.titleOf(element) || (kind === 'goal' ? words.untitledGoal : words.untitledMeasure);
    const children = elementsOf(element.content);
    const first = children.find(({ type }) => type === 'title');
    const level = Math.min(depth.level + 1, MAX_LEVEL);
    return {
      kind, blockId, number: numbers.get(blockId) ?? null, label: kind === 'goal' ? words.goal : words.measure, title, direction: this.directionOf(title), level,
      fields: kind === 'goal' ? goalFields(values, nameOf, words) : measureFields(values, { nameOf, party: partyInWords(nameOf, words, parties, blockId) }, words),
      blocks: this.deeper(this.build(children.filter((child) => child !== first), new Depth(level)), level),
    };
  }

  /** Headings inside a goal or measure lie below its own heading. */
  private deeper(blocks: readonly DocumentBlock[], level: number): DocumentBlock[] {
    let last = level;
    return blocks.map((block) => {
      if (block.kind !== 'heading') return block;
      last = Math.min(Math.max(block.level, level + 1), last + 1, MAX_LEVEL);
      return { ...block, level: last };
    });
  }

  private table(element: TreeElement): DocumentBlock[] {
    const rows = elementsOf(element.content).map((row) => elementsOf(row.content).map((cell) => ({ cell, colspan: toSpan(cell.attrs?.['colspan']), rowspan: toSpan(cell.attrs?.['rowspan']) })));
    const grid = layOutGrid(rows);
    if (grid.rows.length === 0) return [];
    const isHeader = (cell: (typeof rows)[number][number] | null): boolean => cell?.cell.type === 'tableHeader';
    const headerRows = countHeaderRows(grid.rows.map((row) => ({ isHeader: row.every(({ cell }) => isHeader(cell)), longest: Math.max(...row.map(({ rowspan }) => rowspan), 1) })));
    const cells = grid.rows.map((row, index) => row.map(({ cell, colspan, rowspan }): TableCell => ({
      headerOf: isHeader(cell) ? (index < headerRows ? 'column' : 'row') : null,
      colspan, rowspan,
      // Headings in a cell would break the outline of the page: they read as strong words.
      blocks: this.build(cell?.cell.content, new Depth(MAX_LEVEL)).map(withoutHeading),
    })));
    return [{ kind: 'table', columns: grid.columns, headerRows, rows: cells } satisfies TableBlock];
  }
}

/** Rows at the top that hold headers only and do not reach into the content. A table of nothing but headers would have no content to head. */
function countHeaderRows(rows: readonly { readonly isHeader: boolean; readonly longest: number }[]): number {
  const firstContent = rows.findIndex(({ isHeader }) => !isHeader);
  let count = firstContent < 0 ? Math.min(1, rows.length - 1) : firstContent;
  for (;;) {
    const crossing = rows.findIndex(({ longest }, index) => index < count && index + longest > count);
    if (crossing < 0) return count;
    count = crossing;
  }
}

function withoutHeading(block: DocumentBlock): DocumentBlock {
  if (block.kind !== 'heading') return block;
  return { kind: 'paragraph', direction: block.direction, ...(block.blockId === undefined ? {} : { blockId: block.blockId }), inlines: block.inlines.map((inline) => (inline.kind === 'text' ? { ...inline, bold: true } : inline)) };
}

/** A section's text as blocks: empty paragraphs, headings and items left out, lists nested, tables with a whole grid, fields in words. */
export function buildBlocks(text: DocumentText, surroundings: BlockSurroundings): DocumentBlock[] {
  return new BlockBuilder(text, surroundings).build(text.tree.content, new Depth(1));
}
