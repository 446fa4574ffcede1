/** Words somebody has marked in a section's text, and what stands before them in the same block. */
export interface MarkedWords {
  readonly blockId: string | null;
  readonly quote: string;
  readonly before: string;
}

const blockSelector = 'p, h2, h3, h4, h5, h6, li, blockquote, td, th, [data-kind]';
/** What the server takes. */
const maxLength = 2_000;
const contextLength = 60;

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** The id of the block an element shows, where the view says it. */
const blockIdOf = (block: Element): string | null => block.getAttribute('data-block-id') ?? null;

/**
 * What is marked inside a text now, cut to the first block when it reaches over several.
 * @returns null when nothing is marked, undefined when the mark is outside of any text
 */
export function markedWords(selection: Selection | null): MarkedWords | null | undefined {
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const start = range === null ? null : elementOf(range.startContainer);
  if (range === null || start === null || start.closest('.kw-text') === null) return undefined;
  const block = start.closest(blockSelector);
  if (range.collapsed || block === null || block.closest('.kw-text') === null) return null;
  const inBlock = range.cloneRange();
  if (!block.contains(range.endContainer)) inBlock.setEndAfter(block.lastChild ?? block);
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const quote = inBlock.toString().slice(0, maxLength);
  return quote.trim() === '' ? null : { blockId: blockIdOf(block), quote, before: before.toString().slice(-contextLength) };
}
