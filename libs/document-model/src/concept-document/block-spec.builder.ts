import type { BlockSpec, CellSpec } from '../editing/blocks.editor.js';
import type { TextBlockSpec } from '../editing/text-block.factory.js';
import type { TextMark } from '../reading/text-run.reader.js';
import type { BlockKind } from '../schema/block-kind.policy.js';
import type { DocumentBlock, Inline, ListBlock, TableCell } from './concept-document.js';

type PlainBlock = Exclude<DocumentBlock, { readonly kind: 'goal' | 'measure' | 'picture' }>;

const isPlain = (block: DocumentBlock): block is PlainBlock => block.kind !== 'goal' && block.kind !== 'measure' && block.kind !== 'picture';

function marksOf({ bold, italic, href }: Extract<Inline, { kind: 'text' }>): TextMark[] {
  return [...(bold ? [{ type: 'bold' } as const] : []), ...(italic ? [{ type: 'italic' } as const] : []), ...(href === null ? [] : [{ type: 'link', attrs: { href } } as const])];
}

const runs = (inlines: readonly Inline[]): TextBlockSpec['text'] => inlines.map((inline) => (inline.kind === 'break' ? { text: '\n' } : { text: inline.text.replace(/[\r\n]+/g, ' '), marks: marksOf(inline) }));

/** The text knows three levels of headings. */
const headingKind = (level: number): BlockKind => (level <= 2 ? 'heading2' : level === 3 ? 'heading3' : 'heading4');

function listSpecs({ isOrdered, items }: ListBlock, indent: number): TextBlockSpec[] {
  return items.flatMap(({ inlines, children }) => [{ type: isOrdered ? 'orderedItem' : 'bulletItem', indent, text: runs(inlines) } as const, ...children.flatMap((child) => listSpecs(child, indent + 1))]);
}

/** A table never stands in a cell; what is given all the same is left out. */
function textSpecs(block: PlainBlock): TextBlockSpec[] {
  if (block.kind === 'list') return listSpecs(block, 0);
  if (block.kind === 'table') return [];
  return [{ type: block.kind === 'heading' ? headingKind(block.level) : block.kind, text: runs(block.inlines) }];
}

const cellSpec = ({ headerOf, colspan, rowspan, blocks }: TableCell): CellSpec => ({ isHeader: headerOf !== null, colspan, rowspan, blocks: blocks.filter(isPlain).flatMap(textSpecs) });

/** Neutral blocks as what can be written into a text: the way back of `buildBlocks`, for all that consists of words. */
export function toBlockSpecs(blocks: readonly PlainBlock[]): BlockSpec[] {
  return blocks.flatMap((block): BlockSpec[] => (block.kind === 'table' ? [{ type: 'table', rows: block.rows.map((row) => row.map(cellSpec)) }] : textSpecs(block)));
}
