import * as Y from 'yjs';
import { diffWords } from '../comparing/word-diff.policy.js';
import type { TextStretch } from '../comparing/word-diff.policy.js';
import type { BodyNode } from '../reading/body.reader.js';
import type { TreeNode } from '../reading/document-tree.reader.js';
import { MARK_NAMES } from '../schema/structure.policy.js';
import type { TextMark } from '../reading/text-run.reader.js';
import { BREAK, flattenChildren, flattenTree, stretchesBetween } from './inline-line.js';
import type { FlatText, MarkedStretch, Segment } from './inline-line.js';
import { createElement, createText, formatOf } from './text-block.factory.js';

type Inline = Y.XmlText | Y.XmlElement;

/** What must be set and taken away so that words with some marks get others; null when they are the same. */
function formatChange(from: readonly TextMark[], to: readonly TextMark[]): Record<string, object | null> | null {
  const [old, next] = [formatOf(from), formatOf(to)];
  const changed = MARK_NAMES.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(next[name]));
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, next[name] ?? null]));
}

/**
 * Rewrites the words of one block. Works from the end to the beginning, so that what is written never moves what is still
 * to come: places in `segments` stay true for everything before the current one.
 */
class InlineRewrite {
  private readonly now: FlatText & { readonly segments: readonly Segment[] };

  constructor(private readonly container: Y.XmlElement, children: BodyNode['children'], private readonly wanted: FlatText, plain: boolean) {
    this.now = flattenChildren(children, plain);
  }

  run(): void {
    for (const stretch of diffWords(this.now.text, this.wanted.text).reverse()) {
      if (stretch.kind === 'removed') this.remove(stretch);
      else if (stretch.kind === 'added') this.add(stretch);
      else this.format(stretch);
    }
  }

  private remove({ before, length }: TextStretch): void {
    for (const { child, start, end } of [...this.now.segments].reverse()) {
      const [from, to] = [Math.max(before, start), Math.min(before + length, end)];
      if (from >= to) continue;
      if (child instanceof Y.XmlText) child.delete(from - start, to - from);
      else this.container.delete(this.indexOf(child.element), 1);
    }
  }

  private format({ before, after, length }: TextStretch): void {
    for (const old of stretchesBetween(this.now.stretches, before, before + length).reverse()) {
      const shift = after - before;
      for (const next of stretchesBetween(this.wanted.stretches, old.start + shift, old.end + shift).reverse()) {
        const change = formatChange(old.marks, next.marks);
        if (change !== null) this.formatBetween(next.start - shift, next.end - shift, change);
      }
    }
  }

  private formatBetween(from: number, to: number, change: Record<string, object | null>): void {
    for (const { child, start, end } of this.now.segments) {
      const [first, last] = [Math.max(from, start), Math.min(to, end)];
      if (child instanceof Y.XmlText && first < last) child.format(first - start, last - first, change);
    }
  }

  private add({ before, after, length }: TextStretch): void {
    const lines: MarkedStretch[][] = [[]];
    for (const stretch of stretchesBetween(this.wanted.stretches, after, after + length)) {
      if (this.textOf(stretch) === BREAK) lines.push([]);
      else lines.at(-1)?.push(stretch);
    }
    const [first = [], ...further] = lines;
    const last = further.pop();
    if (last === undefined) return this.insertWords(before, first);
    const index = this.splitAt(before, last);
    const home = this.textEndingAt(before);
    if (home !== undefined) this.insertInto(home.child as Y.XmlText, before - home.start, first);
    const words = (line: readonly MarkedStretch[]): Inline[] => (line.length > 0 ? [this.newText(line)] : []);
    const between = further.flatMap((line) => [createElement('lineBreak', {}, []), ...words(line)]);
    this.container.insert(index, [...(home === undefined ? words(first) : []), ...between, createElement('lineBreak', {}, [])]);
  }

  /** Words without a line break, into the text that lies there already, so that no text is cut up. */
  private insertWords(place: number, words: readonly MarkedStretch[]): void {
    const home = this.textEndingAt(place) ?? this.now.segments.find(({ child, start }) => child instanceof Y.XmlText && start === place);
    if (home === undefined) this.container.insert(this.indexAt(place), [this.newText(words)]);
    else this.insertInto(home.child as Y.XmlText, place - home.start, words);
  }

  private insertInto(text: Y.XmlText, offset: number, words: readonly MarkedStretch[]): void {
    for (const stretch of [...words].reverse()) text.insert(offset, this.textOf(stretch), formatOf(stretch.marks));
  }

  /**
   * Opens a gap for line breaks: a Yjs text cannot be cut in two, so what follows in it is written anew, behind the words
   * of the last line. @returns the index at which the breaks go in
   */
  private splitAt(place: number, lastLine: readonly MarkedStretch[]): number {
    const home = this.textEndingAt(place);
    if (home === undefined || home.end === place) {
      const next = this.segmentAt(place);
      const index = this.indexAt(place);
      if (next?.start === place && next.child instanceof Y.XmlText) this.insertInto(next.child, 0, lastLine);
      else if (lastLine.length > 0) this.container.insert(index, [this.newText(lastLine)]);
      return index;
    }
    const text = home.child as Y.XmlText;
    const offset = place - home.start;
    const rest = new Y.XmlText();
    rest.applyDelta([...lastLine.map((stretch) => ({ insert: this.textOf(stretch), attributes: formatOf(stretch.marks) })), ...deltaFrom(text, offset)]);
    text.delete(offset, text.length - offset);
    const index = this.indexOf(text) + 1;
    this.container.insert(index, [rest]);
    return index;
  }

  private textOf({ start, end }: MarkedStretch): string {
    return this.wanted.text.slice(start, end);
  }

  private newText(line: readonly MarkedStretch[]): Y.XmlText {
    return createText(line.map((stretch) => ({ text: this.textOf(stretch), marks: stretch.marks })));
  }

  private indexOf(child: Inline): number {
    return (this.container.toArray() as unknown[]).indexOf(child);
  }

  /** The text in which that place lies, or that ends there. */
  private textEndingAt(place: number): Segment | undefined {
    return this.now.segments.find(({ child, start, end }) => child instanceof Y.XmlText && start < place && place <= end);
  }

  /** The first child that begins there or later and holds anything. */
  private segmentAt(place: number): Segment | undefined {
    return this.now.segments.find(({ start, end }) => start >= place && end > place);
  }

  /** Where a new child goes in that begins at that place: behind whatever ends there. */
  private indexAt(place: number): number {
    const next = this.segmentAt(place);
    if (next === undefined) return this.container.length;
    return this.indexOf(next.child instanceof Y.XmlText ? next.child : next.child.element);
  }
}

/** What a text holds from an offset on, with all its attributes. */
function deltaFrom(text: Y.XmlText, offset: number): { insert: unknown; attributes?: object }[] {
  let place = 0;
  return (text.toDelta() as { insert: unknown; attributes?: object }[]).flatMap(({ insert, ...rest }) => {
    const start = place;
    place += typeof insert === 'string' ? insert.length : 1;
    if (place <= offset) return [];
    return [{ insert: typeof insert === 'string' ? insert.slice(Math.max(offset - start, 0)) : insert, ...rest }];
  });
}

/** Makes the words of a block or title those of the tree, and touches no word that is the same. `plain`: without marks, as in titles. */
export function restoreInline({ element, children }: BodyNode, content: readonly TreeNode[], plain: boolean): void {
  new InlineRewrite(element, children, flattenTree(content), plain).run();
}
