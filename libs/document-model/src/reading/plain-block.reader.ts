import { toBlockKind, toIndent } from '../schema/block-kind.policy.js';
import { pictureWords, toPictureAttributes } from '../schema/picture.policy.js';
import type { DocumentText } from './document-text.reader.js';
import type { TreeElement, TreeNode } from './document-tree.reader.js';
import type { ContentBlock } from './section-content.reader.js';

/** A block as a form shows it: plain words, and what must not be forgotten about them. */
export interface PlainBlock extends ContentBlock {
  /** Some of its words are bold, italic or a link, which a plain field cannot show. */
  readonly isFormatted: boolean;
  /** Where it stands in its table, counted from 0; null outside of tables. */
  readonly cell: { readonly row: number; readonly column: number; readonly isHeader: boolean } | null;
  /** The block with all that is in it, ids and marks included. */
  readonly tree: TreeElement;
}

type Surroundings = Pick<PlainBlock, 'parentId' | 'cell'>;

const words = (nodes: readonly TreeNode[] = []): string => nodes.map((node) => (node.type === 'text' ? node.text : node.type === 'lineBreak' ? '\n' : '')).join('');

function titleOf(tree: TreeElement): string {
  const title = (tree.content ?? []).find((node): node is TreeElement => node.type === 'title');
  return words(title?.content).replace(/\s+/g, ' ').trim();
}

/** A block's own words; those of a table stand in its cells. */
function wordsOf(tree: TreeElement): string {
  if (tree.type === 'block') return words(tree.content);
  if (tree.type === 'picture') return pictureWords(toPictureAttributes(tree.attrs ?? {}));
  return tree.type === 'table' || tree.type === 'indicator' ? '' : titleOf(tree);
}

function toPlainBlock(tree: TreeElement, surroundings: Surroundings): PlainBlock {
  const { id, kind, indent } = tree.attrs ?? {};
  const isText = tree.type === 'block';
  return {
    id: String(id),
    kind: isText ? toBlockKind(kind) : (tree.type as PlainBlock['kind']),
    indent: isText ? toIndent(indent) : 0,
    text: wordsOf(tree),
    isFormatted: isText && (tree.content ?? []).some((node) => node.type === 'text' && (node.marks ?? []).length > 0),
    tree,
    ...surroundings,
  };
}

function blocksIn(tree: TreeElement, surroundings: Surroundings): PlainBlock[] {
  const isBlock = typeof tree.attrs?.['id'] === 'string';
  const inside: Surroundings = isBlock ? { parentId: tree.attrs?.['id'] as string, cell: null } : surroundings;
  const elements = (tree.content ?? []).filter((node): node is TreeElement => node.type !== 'text');
  const below = elements.flatMap((child, index) => {
    if (child.type === 'tableRow') return blocksIn(child, { ...inside, cell: { row: index, column: 0, isHeader: false } });
    const isCell = child.type === 'tableCell' || child.type === 'tableHeader';
    return blocksIn(child, isCell ? { ...inside, cell: { row: inside.cell?.row ?? 0, column: index, isHeader: child.type === 'tableHeader' } } : inside);
  });
  return isBlock ? [toPlainBlock(tree, surroundings), ...below] : below;
}

/** Every block of a section with an id, in document order, as forms and scripts show them. */
export function plainBlocks({ tree }: DocumentText): PlainBlock[] {
  return tree.content.flatMap((element) => blocksIn(element, { parentId: null, cell: null }));
}
