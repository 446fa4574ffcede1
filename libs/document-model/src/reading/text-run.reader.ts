import * as Y from 'yjs';
import { isAllowedHref } from '../schema/link.policy.js';
import type { BodyNode } from './body.reader.js';

export type TextMark = { readonly type: 'bold' | 'italic' } | { readonly type: 'link'; readonly attrs: { readonly href: string } };

/** Words with the same marks. */
export interface TextRun {
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/** One stretch of a Yjs text: words, or something embedded. */
export interface Delta {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** The marks of this schema among the attributes of a stretch, outermost first. */
export function marksOf(attributes: Delta['attributes']): TextMark[] {
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

/** As few runs as possible: neighbours with the same marks become one. */
export function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && sameMarks(last.marks, run.marks)) joined[joined.length - 1] = { text: last.text + run.text, marks: run.marks };
    else joined.push(run);
  }
  return joined;
}

/** The words of one Yjs text with the marks of this schema; embedded objects and unknown marks are left out, with `plain` all marks. */
export function textRuns(text: Y.XmlText, plain = false): TextRun[] {
  const runs = (text.toDelta() as Delta[]).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && insert !== '' ? [{ text: insert, marks: plain ? [] : marksOf(attributes) }] : []);
  return joinRuns(runs);
}

/** Plain words of a block or title; a line break is `\n`. */
export function plainText(node: BodyNode): string {
  return node.children
    .map((child) => (child instanceof Y.XmlText ? textRuns(child, true).map((run) => run.text).join('') : '\n'))
    .join('');
}
