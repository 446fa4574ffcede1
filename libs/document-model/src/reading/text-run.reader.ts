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

const sameMarks = (a: readonly TextMark[], b: readonly TextMark[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The words of one Yjs text with the marks of this schema, in as few runs as possible; embedded objects and unknown marks
 * are left out, with `plain` all marks.
 */
export function textRuns(text: Y.XmlText, plain = false): TextRun[] {
  const runs: TextRun[] = [];
  for (const { insert, attributes } of text.toDelta() as Delta[]) {
    if (typeof insert !== 'string' || insert === '') continue;
    const marks = plain ? [] : marksOf(attributes);
    const last = runs.at(-1);
    if (last !== undefined && sameMarks(last.marks, marks)) runs[runs.length - 1] = { text: last.text + insert, marks };
    else runs.push({ text: insert, marks });
  }
  return runs;
}

/** Plain words of a block or title; a line break is `\n`. */
export function plainText(node: BodyNode): string {
  return node.children
    .map((child) => (child instanceof Y.XmlText ? textRuns(child, true).map((run) => run.text).join('') : '\n'))
    .join('');
}
