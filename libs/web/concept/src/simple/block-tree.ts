import type { PlainBlockFragment } from '@konzeptwerkstatt/web-data';

/** A block with the blocks that stand in it. */
export interface BlockNode {
  readonly block: PlainBlockFragment;
  readonly children: readonly BlockNode[];
}

/** The list of blocks as the tree it is, in the order of the text. */
export function blockTree(blocks: readonly PlainBlockFragment[]): readonly BlockNode[] {
  const children = Map.groupBy(blocks, ({ parentBlockId }) => parentBlockId ?? null);
  const node = (block: PlainBlockFragment): BlockNode => ({ block, children: (children.get(block.blockId) ?? []).map(node) });
  return (children.get(null) ?? []).map(node);
}

/** A cell of a table with the blocks in it. */
export interface TableCellNode {
  readonly column: number;
  readonly isHeader: boolean;
  readonly blocks: readonly BlockNode[];
}

/** The rows of a table by their cells. */
export function tableRows({ children }: BlockNode): readonly (readonly TableCellNode[])[] {
  const rows = Map.groupBy(children, ({ block }) => block.cell?.row ?? 0);
  return [...rows].sort(([one], [other]) => one - other).map(([, inRow]) => {
    const cells = Map.groupBy(inRow, ({ block }) => block.cell?.column ?? 0);
    return [...cells].sort(([one], [other]) => one - other).map(([column, blocks]) => ({ column, isHeader: blocks[0]?.block.cell?.isHeader ?? false, blocks }));
  });
}
