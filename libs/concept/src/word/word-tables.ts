import { plainText } from '@konzeptwerkstatt/document-model';
import type { DocumentBlock, Inline, TableBlock, TableCell } from '@konzeptwerkstatt/document-model';
import { childOf, elements, find, switchOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** A cell while the rows below it are still to come. */
interface GrowingCell {
  readonly row: number;
  readonly column: number;
  readonly colspan: number;
  rowspan: number;
  readonly isShaded: boolean;
  readonly blocks: readonly DocumentBlock[];
}

interface GridRow {
  readonly isHeader: boolean;
  readonly cells: readonly GrowingCell[];
}

/** A span that is larger reads as 1 in the text. */
const MAX_SPAN = 100;

/** Rows and cells, also inside of what only holds them. */
function within(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((child) => (child.name === name ? [child] : ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.name) ? within(child, name) : []));
}

const span = (text: string | null): number => Math.min(Math.max(Math.trunc(Number(text ?? 1)) || 1, 1), MAX_SPAN);

function isShaded(properties: XmlElement | null): boolean {
  const fill = find(properties, 'w:shd')?.attributes['w:fill'] ?? 'auto';
  return fill !== 'auto' && fill.toUpperCase() !== 'FFFFFF';
}

/** All text inlines of blocks, of nested lists, too. */
function inlinesOf(blocks: readonly DocumentBlock[]): Inline[] {
  return blocks.flatMap((block): Inline[] => (block.kind === 'list' ? block.items.flatMap((item) => [...item.inlines, ...inlinesOf(item.children)]) : 'inlines' in block ? [...block.inlines] : []));
}

function withBold<Block extends DocumentBlock>(block: Block, bold: boolean): Block {
  if (block.kind === 'list') return { ...block, items: block.items.map((item) => ({ ...item, inlines: boldened(item.inlines, bold), children: item.children.map((child) => withBold(child, bold)) })) };
  return 'inlines' in block ? { ...block, inlines: boldened(block.inlines, bold) } : block;
}

const boldened = (inlines: readonly Inline[], bold: boolean): Inline[] => inlines.map((inline) => (inline.kind === 'text' ? { ...inline, bold } : inline));

/** Reads the grid of a table: cells that are merged in Word become cells that span. */
function readGrid(table: XmlElement, readCell: (cell: XmlElement) => readonly DocumentBlock[]): GridRow[] {
  const rows: GridRow[] = [];
  let above = new Map<number, GrowingCell>();
  for (const row of within(table, 'w:tr')) {
    const properties = childOf(row, 'w:trPr');
    // The whole row was taken out by tracking.
    if (childOf(properties, 'w:del') !== null) continue;
    const below = new Map<number, GrowingCell>();
    const cells: GrowingCell[] = [];
    let column = Number(valueOf(properties, 'w:gridBefore') ?? 0) || 0;
    for (const cell of within(row, 'w:tc')) {
      const own = childOf(cell, 'w:tcPr');
      const colspan = span(valueOf(own, 'w:gridSpan'));
      const merge = childOf(own, 'w:vMerge');
      const anchor = merge !== null && merge.attributes['w:val'] !== 'restart' ? above.get(column) : undefined;
      if (anchor !== undefined && anchor.colspan === colspan && anchor.rowspan < MAX_SPAN) {
        anchor.rowspan += 1;
        below.set(column, anchor);
      } else {
        const read = { row: rows.length, column, colspan, rowspan: 1, isShaded: isShaded(own), blocks: readCell(cell) };
        cells.push(read);
        if (merge !== null) below.set(column, read);
      }
      column += colspan;
    }
    above = below;
    rows.push({ isHeader: switchOf(properties, 'w:tblHeader') === true, cells });
  }
  return rows;
}

/** A table whose cells know what they are the head of. @param readCell the blocks of a cell, without tables in it */
export function readTable(table: XmlElement, readCell: (cell: XmlElement) => readonly DocumentBlock[]): TableBlock | null {
  const rows = readGrid(table, readCell);
  const columns = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, colspan }) => column + colspan)));
  const isBold = ({ blocks }: GrowingCell): boolean => inlinesOf(blocks).every((inline) => inline.kind === 'break' || inline.bold || inline.text.trim() === '');
  const hasHeaderRow = rows.some(({ isHeader }) => isHeader);
  // Most people make the first row bold and do not know of the switch that makes it the head.
  const looksLikeHead = (row: GridRow): boolean => row.cells.length > 1 && row.cells.every((cell) => isBold(cell) && plainText(inlinesOf(cell.blocks)).trim() !== '');
  const wantsFirst = !['0', 'false'].includes(find(table, 'w:tblPr', 'w:tblLook')?.attributes['w:firstRow'] ?? '');
  let headerRows = 0;
  while (rows[headerRows]?.isHeader === true) headerRows += 1;
  if (!hasHeaderRow && wantsFirst && rows.length > 1 && rows[0] !== undefined && looksLikeHead(rows[0])) headerRows = 1;
  const cells = rows.map(({ cells: row }, index) => row.map((cell): TableCell => {
    const isHeader = index < headerRows || (cell.isShaded && isBold(cell));
    return { headerOf: isHeader ? (index < headerRows ? 'column' : 'row') : null, colspan: cell.colspan, rowspan: cell.rowspan, blocks: isHeader && isBold(cell) ? cell.blocks.map((block) => withBold(block, false)) : cell.blocks };
  }));
  return rows.length === 0 || columns === 0 ? null : { kind: 'table', columns, headerRows, rows: cells };
}
