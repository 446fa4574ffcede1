import * as Y from 'yjs';
import { isAllowedHref } from '../schema/link.policy.js';
import type { BodyNode } from './body.reader.js';

export type TextMark = { readonly type: 'bold' | 'italic' } | { readonly type: 'link'; readonly attrs: { readonly href: string } };

/** Words with the same marks. */
export interface TextRun {
  readonly text: string;
  readonly marks: readonly TextMark[];
}

interface Delta {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function marksOf(attributes: Delta['attributes']): TextMark[] {
  const marks: TextMark[] = [];
  const link = attributes?.['link'];
  const href: unknown = typeof link === 'object' && link !== null ? (link as { href?: unknown }).href : undefined;
  if (isAllowedHref(href)) marks.push({ type: 'link', attrs: { href } });
  for (const type of ['bold', 'italic'] as const) {
    if (attributes?.[type] !== undefined && attributes[type] !== null) marks.push({ type });
  }
  return marks;
}

/** The words of one Yjs text with the marks of this schema; embedded objects and unknown marks are left out. */
export function textRuns(text: Y.XmlText): TextRun[] {
  const runs: TextRun[] = [];
  for (const { insert, attributes } of text.toDelta() as Delta[]) {
    if (typeof insert === 'string' && insert !== '') runs.push({ text: insert, marks: marksOf(attributes) });
  }
  return runs;
}

/** Plain words of a block or title; a line break is `\n`. */
export function plainText(node: BodyNode): string {
  return node.children
    .map((child) => (child instanceof Y.XmlText ? textRuns(child).map((run) => run.text).join('') : '\n'))
    .join('');
}
