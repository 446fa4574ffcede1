import type * as Y from 'yjs';
import { diffWords } from '../comparing/word-diff.policy.js';
import type { TextStretch } from '../comparing/word-diff.policy.js';
import { refuse } from '../document-model.errors.js';
import type { TreeNode } from '../reading/document-tree.reader.js';
import type { TextMark } from '../reading/text-run.reader.js';
import { findBlock } from './fields.editor.js';
import { BREAK, flattenChildren, stretchesBetween } from './inline-line.js';
import type { FlatText } from './inline-line.js';
import { restoreInline } from './inline.editor.js';
import { assertStorable } from './text-block.factory.js';

const same = (one: readonly TextMark[], other: readonly TextMark[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The marks of one character; none at the edges of a text. */
function marksAt({ stretches }: FlatText, place: number): readonly TextMark[] {
  return stretches.find(({ start, end }) => start <= place && place < end)?.marks ?? [];
}

/** What is bold stays bold when it is worded otherwise; words put between two that share a mark get it, too. */
function marksOfAdded(now: FlatText, { before }: TextStretch, replaced: TextStretch | undefined): readonly TextMark[] {
  if (replaced !== undefined) {
    const [first, ...others] = stretchesBetween(now.stretches, replaced.before, replaced.before + replaced.length);
    if (first !== undefined && others.every(({ marks }) => same(marks, first.marks))) return first.marks;
  }
  const [left, right] = [marksAt(now, replaced === undefined ? before - 1 : replaced.before - 1), marksAt(now, replaced === undefined ? before : replaced.before + replaced.length)];
  return left.filter((mark) => right.some((other) => same([mark], [other])));
}

/** Words with their marks as nodes of a tree, line breaks between them. */
function nodesOf(text: string, marks: readonly TextMark[]): TreeNode[] {
  return text.split(BREAK).flatMap((line, index): TreeNode[] => [
    ...(index === 0 ? [] : [{ type: 'lineBreak' } as const]),
    ...(line === '' ? [] : [{ type: 'text', text: line, marks } as const]),
  ]);
}

/** A block's new words as a tree: whatever word stays keeps its marks. */
function markedWords(now: FlatText, wanted: string): TreeNode[] {
  const stretches = diffWords(now.text, wanted);
  return stretches.flatMap((stretch, index): TreeNode[] => {
    const { kind, before, after, length } = stretch;
    if (kind === 'removed') return [];
    if (kind === 'same') return stretchesBetween(now.stretches, before, before + length).flatMap(({ start, end, marks }) => nodesOf(now.text.slice(start, end), marks));
    const replaced = [stretches[index - 1], stretches[index + 1]].find((neighbour) => neighbour?.kind === 'removed');
    return nodesOf(wanted.slice(after, after + length), marksOfAdded(now, stretch, replaced));
  });
}

/**
 * Gives a paragraph, heading, list item or quote other words (`\n` is a line break). Only words that differ are touched: bold and links
 * of all others stay, and so does what somebody else types at that moment elsewhere in the block.
 * Throws BLOCK_NOT_FOUND, BLOCK_HAS_NO_TEXT, TEXT_FORBIDDEN_CHARACTER.
 */
export function setBlockText(doc: Y.Doc, blockId: string, text: string): void {
  const node = findBlock(doc, blockId);
  if (node.name !== 'block') throw refuse('BLOCK_HAS_NO_TEXT', 'Nur Absätze, Überschriften, Listenpunkte und Zitate haben einen eigenen Text.', { blockId });
  assertStorable(text);
  const content = markedWords(flattenChildren(node.children, false), text.replace(/\r\n|\r|\n/g, BREAK));
  doc.transact(() => restoreInline(node, content, false));
}
