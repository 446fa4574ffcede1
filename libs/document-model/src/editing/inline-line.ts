import * as Y from 'yjs';
import type { BodyNode } from '../reading/body.reader.js';
import type { TreeNode } from '../reading/document-tree.reader.js';
import { marksOf } from '../reading/text-run.reader.js';
import type { Delta, TextMark } from '../reading/text-run.reader.js';

/** How a line break and an embedded object count in the flat text of a block. Neither can be stored as a character. */
export const BREAK = '\u0000';
const EMBEDDED = '\ud800';

/** Words with the same marks in the flat text of a block. */
export interface MarkedStretch {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly TextMark[];
}

/** A block's words as one flat text, line breaks included, with their marks. */
export interface FlatText {
  readonly text: string;
  readonly stretches: readonly MarkedStretch[];
}

/** A child of a block, with the place of its words in the flat text. */
export interface Segment {
  readonly child: Y.XmlText | BodyNode;
  readonly start: number;
  readonly end: number;
}

class FlatTextBuilder implements FlatText {
  text = '';
  readonly stretches: MarkedStretch[] = [];

  add(text: string, marks: readonly TextMark[]): void {
    this.stretches.push({ start: this.text.length, end: this.text.length + text.length, marks });
    this.text += text;
  }
}

/** The words of a block as a tree has them. */
export function flattenTree(content: readonly TreeNode[]): FlatText {
  const flat = new FlatTextBuilder();
  for (const node of content) {
    if (node.type === 'text') flat.add(node.text, node.marks ?? []);
    else flat.add(BREAK, []);
  }
  return flat;
}

/** The words of a block as they lie in the document, and where each of them lies. `plain`: marks do not count. */
export function flattenChildren(children: readonly (BodyNode | Y.XmlText)[], plain: boolean): FlatText & { readonly segments: Segment[] } {
  const flat = new FlatTextBuilder();
  const segments = children.map((child): Segment => {
    const start = flat.text.length;
    if (!(child instanceof Y.XmlText)) flat.add(BREAK, []);
    else for (const { insert, attributes } of child.toDelta() as Delta[]) flat.add(typeof insert === 'string' ? insert : EMBEDDED, plain ? [] : marksOf(attributes));
    return { child, start, end: flat.text.length };
  });
  return { text: flat.text, stretches: flat.stretches, segments };
}

/** The part of the stretches between two places. */
export function stretchesBetween(stretches: readonly MarkedStretch[], start: number, end: number): MarkedStretch[] {
  return stretches.flatMap((stretch) => {
    const part = { start: Math.max(stretch.start, start), end: Math.min(stretch.end, end), marks: stretch.marks };
    return part.start < part.end ? [part] : [];
  });
}
