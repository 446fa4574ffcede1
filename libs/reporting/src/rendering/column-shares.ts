import { plainText } from '@konzeptwerkstatt/document-model';
import type { DocumentBlock, ListBlock, TableBlock, TableCell } from '@konzeptwerkstatt/document-model';

/** So many letters have room beside each other in a table as wide as the page, and so many the frame of a column takes. */
const [LINE, FRAME] = [100, 3];
/** Longer words may be parted; no column is wider for a long text than this. */
const [LONGEST_WORD, LONGEST_TEXT] = [24, 60];
/** Heads are bold. */
const BOLD = 1.15;

const inList = ({ items }: ListBlock): string[] => items.flatMap(({ inlines, children }) => [plainText(inlines), ...children.flatMap(inList)]);

/** The lines of a cell; what is no text needs no room of its own. */
function linesOf({ blocks }: TableCell): string[] {
  return blocks.flatMap((block: DocumentBlock) => (block.kind === 'list' ? inList(block) : 'inlines' in block ? plainText(block.inlines) : [])).flatMap((text) => text.split('\n'));
}

/** Cells of one column each, by the column they stand in. What reaches over several says nothing about any of them. */
function cellsByColumn({ columns, rows }: TableBlock): TableCell[][] {
  const found = Array.from({ length: columns }, (): TableCell[] => []);
  const takenUntil = new Map<number, number>();
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((takenUntil.get(column) ?? 0) > row) column += 1;
      if (cell.colspan === 1) found[column]?.push(cell);
      for (let reached = column; reached < column + cell.colspan; reached += 1) takenUntil.set(reached, row + cell.rowspan);
      column += cell.colspan;
    }
  }
  return found;
}

/** How many letters a column needs so that its words stay whole, and how many so that its lines do. */
function needOf(cells: readonly TableCell[]): { readonly words: number; readonly lines: number } {
  const lengths = cells.flatMap((cell) => linesOf(cell).map((line) => ({
    factor: cell.headerOf === null ? 1 : BOLD, line: line.length, word: Math.max(...line.split(/[ \t]+|(?<=[-–/])/u).map(({ length }) => length)),
  })));
  const words = Math.min(LONGEST_WORD, Math.max(1, ...lengths.map(({ word, factor }) => word * factor))) + FRAME;
  return { words, lines: Math.max(words, Math.min(LONGEST_TEXT, Math.max(1, ...lengths.map(({ line, factor }) => line * factor))) + FRAME) };
}

/** Which part of a table's width each of its columns has, so that words stay whole and long texts have more room than numbers. */
export function columnShares(table: TableBlock): number[] {
  const needs = cellsByColumn(table).map(needOf);
  const [words, lines] = [needs.reduce((sum, need) => sum + need.words, 0), needs.reduce((sum, need) => sum + need.lines, 0)];
  // What is left when all words are whole goes to those whose lines need it.
  const left = lines <= LINE ? 1 : Math.max(0, LINE - words) / Math.max(1, lines - words);
  const widths = needs.map((need) => need.words + (need.lines - need.words) * left);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / all);
}
