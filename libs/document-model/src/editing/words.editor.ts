import * as Y from 'yjs';
import { diffWords } from '../comparing/word-diff.policy.js';
import type { TextStretch } from '../comparing/word-diff.policy.js';
import { refuse } from '../document-model.errors.js';
import { plainText } from '../reading/text-run.reader.js';
import { findBlock } from './fields.editor.js';
import { flattenChildren } from './inline-line.js';
import type { Segment } from './inline-line.js';

/** Words of one block that are to read differently. */
export interface WordReplacement {
  readonly blockId: string;
  /** Character of the block's plain text at which they begin. */
  readonly start: number;
  /** The words as the writer saw them. */
  readonly words: string;
  readonly replacement: string;
}

function remove(segments: readonly Segment[], from: number, to: number): void {
  for (const { child, start, end } of segments.toReversed()) {
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    if (child instanceof Y.XmlText && first < last) child.delete(first - start, last - first);
  }
}

/** Puts words behind the text that ends there, with its marks. */
function insert(segments: readonly Segment[], place: number, text: string): void {
  const home = segments.find(({ child, start, end }) => child instanceof Y.XmlText && start < place && place <= end) ?? segments.find(({ child, start }) => child instanceof Y.XmlText && start === place);
  if (home !== undefined) (home.child as Y.XmlText).insert(place - home.start, text);
}

/**
 * Lets words of a block read differently, and touches none that stay: what others type in it at that moment stays too. Line feeds
 * become blanks. Throws BLOCK_NOT_FOUND; WORDS_STALE when the words do not stand there (any more).
 */
export function replaceWords(doc: Y.Doc, { blockId, start, words, replacement }: WordReplacement): void {
  const node = findBlock(doc, blockId);
  const stands = plainText(node).slice(start, start + words.length);
  if (node.name !== 'block' || words === '' || words.includes('\n') || stands !== words) throw refuse('WORDS_STALE', 'Diese Worte stehen nicht mehr so im Text.', { blockId });
  const wanted = replacement.replaceAll(/\s*[\r\n]+\s*/g, ' ');
  doc.transact(() => {
    const { segments } = flattenChildren(node.children, true);
    for (const { kind, before, after, length } of diffWords(words, wanted).toReversed() as readonly TextStretch[]) {
      if (kind === 'removed') remove(segments, start + before, start + before + length);
      if (kind === 'added') insert(segments, start + before, wanted.slice(after, after + length));
    }
  });
}
