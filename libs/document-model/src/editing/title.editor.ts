import { simpleDiffString } from 'lib0/diff';
import * as Y from 'yjs';
import { DocumentChangeRefused, refuse } from '../document-model.errors.js';
import { titleOf } from '../reading/body.reader.js';
import type { BodyNode } from '../reading/body.reader.js';
import { titleText } from '../reading/section-content.reader.js';
import { textRuns } from '../reading/text-run.reader.js';
import { findBlock } from './fields.editor.js';
import { createElement, createInline } from './text-block.factory.js';
import { toTitle } from './title.policy.js';

const contentOf = (text: Y.XmlText): string => textRuns(text, true).map((run) => run.text).join('');

/** Changes only the differing middle, so that what others type at that moment, before, behind or in it, stays. */
function rewrite(texts: readonly Y.XmlText[], title: string): void {
  const { index, remove, insert } = simpleDiffString(texts.map(contentOf).join(''), title);
  let inserted = insert === '';
  let start = 0;
  for (const text of texts) {
    const length = contentOf(text).length;
    const from = Math.max(index - start, 0);
    const to = Math.min(index + remove - start, length);
    const holdsPlace = !inserted && index <= start + length;
    if (to > from) text.delete(from, to - from);
    if (holdsPlace) {
      text.insert(from, insert, {});
      inserted = true;
    }
    start += length;
  }
}

function writeTitle(node: BodyNode, title: string): void {
  const titleNode = titleOf(node);
  if (titleNode === null) {
    node.element.insert(0, [createElement('title', {}, createInline(title))]);
    return;
  }
  const texts = titleNode.children.filter((child): child is Y.XmlText => child instanceof Y.XmlText);
  if (texts.length === 0) titleNode.element.insert(0, createInline(title));
  else rewrite(texts, title);
}

/**
 * Gives a goal or measure another title (line feeds become blanks). `expected` is the title the writer saw.
 * Throws BLOCK_NOT_FOUND, BLOCK_HAS_NO_TITLE, TITLE_EMPTY, TITLE_TOO_LONG, TEXT_FORBIDDEN_CHARACTER, TITLE_STALE.
 */
export function setTitle(doc: Y.Doc, blockId: string, title: string, expected?: string): void {
  const node = findBlock(doc, blockId);
  if (node.name !== 'goal' && node.name !== 'measure') throw refuse('BLOCK_HAS_NO_TITLE', 'Nur Ziele und Maßnahmen haben einen Titel.', { blockId });
  const next = toTitle(title);
  const current = titleText(node);
  if (expected !== undefined && expected !== current) {
    throw new DocumentChangeRefused({ code: 'TITLE_STALE', message: 'Der Titel wurde inzwischen geändert.', params: { blockId, current } });
  }
  if (next !== current) doc.transact(() => writeTitle(node, next));
}
