import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import { buildCursor, selectionAttributes } from './remote-cursor.js';
import type { NameOf, RemoteUser } from './remote-cursor.js';

/** Where somebody else's cursor and selection stand in the document as it is now. */
export interface CursorSpot {
  readonly clientId: number;
  readonly user: RemoteUser;
  readonly anchor: number;
  readonly head: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** So much above and below the window counts as in view, in pixels: a small movement of the page then shows nothing new. */
const margin = 300;

export const sameSpots = (some: readonly CursorSpot[], others: readonly CursorSpot[]): boolean =>
  some.length === others.length && some.every((spot, index) => {
    const other = others[index];
    return other !== undefined && spot.clientId === other.clientId && spot.anchor === other.anchor && spot.head === other.head && spot.user.name === other.user.name && spot.user.colour === other.user.colour;
  });

/** Index of the first element for which something holds, when it holds for all that follow. */
function firstIndex(elements: HTMLCollection, holds: (element: Element) => boolean): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(elements[middle] as Element)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function edge(view: EditorView, element: Element | undefined, side: 'before' | 'after'): number | null {
  if (!element) return null;
  const place = view.state.doc.resolve(view.posAtDOM(element, 0));
  return place.depth === 0 ? place.pos : place[side](1);
}

/** The part of the document whose blocks are in the window or close to it; found by halving, because each look at a block costs. */
export function rangeInView(view: EditorView): Range | null {
  const blocks = view.dom.children;
  const first = firstIndex(blocks, (block) => block.getBoundingClientRect().bottom >= -margin);
  const afterLast = firstIndex(blocks, (block) => block.getBoundingClientRect().top > globalThis.innerHeight + margin);
  const from = edge(view, blocks[first], 'before');
  const to = edge(view, blocks[afterLast - 1], 'after');
  return from === null || to === null || from > to ? null : { from, to };
}

/**
 * Moves spots over a change that replaced the whole content, as all changes of others do: what stands before the part that
 * really differs stays, what stands after it moves along.
 */
export function moveSpots(spots: readonly CursorSpot[], before: Node, after: Node): readonly CursorSpot[] {
  const start = before.content.findDiffStart(after.content);
  const end = start === null ? null : before.content.findDiffEnd(after.content);
  if (start === null || end === null) return spots;
  // What is alike at both sides may overlap, e.g. after a repeated letter.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const [a, b] = [end.a + overlap, end.b + overlap];
  const move = (place: number): number => {
    if (place <= start) return place;
    return place >= a ? place + b - a : Math.min(place, b);
  };
  return spots.map((spot) => ({ ...spot, anchor: move(spot.anchor), head: move(spot.head) }));
}

/** More names than these in sight would cover the text they stand in. */
const mostNames = 8;

/** What the editor draws. A cursor keeps its element as long as its person stays the same. */
export function decorationsOf(spots: readonly CursorSpot[], doc: Node, nameOf: NameOf): DecorationSet {
  const last = Math.max(0, doc.content.size - 1);
  const isNamed = spots.length <= mostNames;
  return DecorationSet.create(doc, spots.flatMap(({ clientId, user, anchor, head }) => {
    const [from, to] = [Math.min(anchor, head, last), Math.min(Math.max(anchor, head), last)];
    const cursor = Decoration.widget(Math.min(head, last), () => buildCursor(user, isNamed ? nameOf(user) : null), { key: `${clientId}/${user.colour ?? ''}/${user.name ?? ''}/${isNamed}`, side: 10 });
    return from === to ? [cursor] : [cursor, Decoration.inline(from, to, selectionAttributes(user), { inclusiveEnd: true, inclusiveStart: false })];
  }));
}
