import type { FieldValues } from '../fields/field-values.reader.js';
import type { DocumentText } from '../reading/document-text.reader.js';
import type { TreeElement, TreeNode } from '../reading/document-tree.reader.js';
import { toBlockKind, toIndent } from '../schema/block-kind.policy.js';
import type { BlockKind } from '../schema/block-kind.policy.js';
import { toIndicatorId } from '../schema/indicator-block.policy.js';
import { pictureWords, toPictureAttributes } from '../schema/picture.policy.js';

/** Where in a table a block stands, counted from 1. */
export interface TableCellPlace {
  readonly row: number;
  readonly column: number;
}

/** One block of a text as comparing sees it: of a goal or measure its title, of a table nothing (its cells hold blocks of their own), of a picture its alternative text and caption. */
export interface TextLine {
  readonly blockId: string;
  readonly kind: BlockKind | 'goal' | 'measure' | 'table' | 'picture' | 'indicator';
  readonly indent: number;
  /** Plain words; a line break is `\n`. */
  readonly text: string;
  /** The words with their marks, of a picture which file it shows, of an indicator which one: for telling whether only the looks changed. */
  readonly look: string;
  /** The goal, measure or table it stands in. */
  readonly parentId: string | null;
  readonly cell: TableCellPlace | null;
  readonly values: FieldValues;
}

const elementsOf = (tree: Pick<TreeElement, 'content'>): TreeElement[] => (tree.content ?? []).filter((node): node is TreeElement => node.type !== 'text');
const idOf = ({ attrs }: TreeElement): string => (typeof attrs?.['id'] === 'string' ? attrs['id'] : '');

function plain(content: readonly TreeNode[] = []): string {
  return content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

class LineCollector {
  readonly lines: TextLine[] = [];

  constructor(private readonly values: DocumentText['values']) {}

  add(tree: TreeElement, parentId: string | null, cell: TableCellPlace | null): void {
    if (tree.type === 'goal' || tree.type === 'measure') this.addObject(tree, tree.type, parentId);
    else if (tree.type === 'table') this.addTable(tree, parentId);
    else if (tree.type === 'picture') this.addPicture(tree, parentId);
    else if (tree.type === 'indicator') this.lines.push({ ...this.line(tree, parentId, []), kind: 'indicator', look: JSON.stringify(toIndicatorId(tree.attrs ?? {})) });
    else if (tree.type === 'block') this.lines.push({ ...this.line(tree, parentId, tree.content), kind: toBlockKind(tree.attrs?.['kind']), indent: toIndent(tree.attrs?.['indent']), cell });
  }

  /** Further titles, left by a merge, count as part of the first one: they have no id of their own. */
  private addObject(tree: TreeElement, kind: 'goal' | 'measure', parentId: string | null): void {
    const titles = elementsOf(tree).filter(({ type }) => type === 'title').flatMap(({ content = [] }, index): TreeNode[] => [...(index > 0 ? [{ type: 'lineBreak' } as const] : []), ...content]);
    this.lines.push({ ...this.line(tree, parentId, titles), kind, values: this.values[idOf(tree)] ?? {} });
    for (const child of elementsOf(tree)) this.add(child, idOf(tree), null);
  }

  private addTable(tree: TreeElement, parentId: string | null): void {
    this.lines.push({ ...this.line(tree, parentId, []), kind: 'table' });
    elementsOf(tree).forEach((row, rowIndex) => elementsOf(row).forEach((cell, cellIndex) => {
      for (const block of elementsOf(cell)) this.add(block, idOf(tree), { row: rowIndex + 1, column: cellIndex + 1 });
    }));
  }

  private addPicture(tree: TreeElement, parentId: string | null): void {
    const picture = toPictureAttributes(tree.attrs ?? {});
    this.lines.push({ ...this.line(tree, parentId, []), kind: 'picture', text: pictureWords(picture), look: JSON.stringify(picture) });
  }

  private line(tree: TreeElement, parentId: string | null, content: readonly TreeNode[] | undefined): Omit<TextLine, 'kind'> {
    return { blockId: idOf(tree), indent: 0, text: plain(content), look: JSON.stringify(content ?? []), parentId, cell: null, values: {} };
  }
}

/** All blocks of a text, one after the other in the order in which they are read. */
export function linesOf({ tree, values }: DocumentText): TextLine[] {
  const collector = new LineCollector(values);
  for (const element of tree.content) collector.add(element, null, null);
  return collector.lines;
}
