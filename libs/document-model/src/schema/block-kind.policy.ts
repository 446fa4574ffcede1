/** What a text block is. One node type carries all of them, so that changing the kind never re-creates the text. */
export const BLOCK_KINDS = ['paragraph', 'heading2', 'heading3', 'heading4', 'bulletItem', 'orderedItem', 'quote'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Deepest indentation of a block; 0 is not indented. */
export const MAX_INDENT = 8;

const kinds: ReadonlySet<unknown> = new Set(BLOCK_KINDS);

export function isBlockKind(value: unknown): value is BlockKind {
  return kinds.has(value);
}

/** Anything unknown reads as a paragraph, so that a stray attribute never hides words. */
export function toBlockKind(value: unknown): BlockKind {
  return isBlockKind(value) ? value : 'paragraph';
}

/** Anything that is not a whole number from 0 to {@link MAX_INDENT} reads as not indented. */
export function toIndent(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_INDENT ? value : 0;
}

/** The level of a heading kind, null for every other kind. */
export function headingLevel(kind: BlockKind): 2 | 3 | 4 | null {
  if (kind === 'heading2') return 2;
  if (kind === 'heading3') return 3;
  return kind === 'heading4' ? 4 : null;
}

export function isListItem(kind: BlockKind): boolean {
  return kind === 'bulletItem' || kind === 'orderedItem';
}
