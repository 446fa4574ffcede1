import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { DecorationSet, EditorView } from '@tiptap/pm/view';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { keepLabelsInside } from './cursor-labels.js';
import { decorationsOf, moveSpots, rangeInView, sameSpots } from './cursor-spots.js';
import type { CursorSpot, Range } from './cursor-spots.js';
import { bindingOf, OwnCursor } from './own-cursor.js';
import type { SharedCursor } from './own-cursor.js';
import type { NameOf, RemoteUser } from './remote-cursor.js';

interface Drawn {
  readonly spots: readonly CursorSpot[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Drawn>('remoteCursors');

/** Two hundred people move their cursors hundreds of times a second; the page follows ten times. In milliseconds. */
const atMostEvery = 100;

/** Keeps the drawn cursors of the others in step with where they are: those in view only, and not at each of their movements. */
class CursorPainter {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame: number | undefined;
  private paintedAt = 0;
  private waits = 0;
  private readonly ownCursor: OwnCursor;

  constructor(private readonly view: EditorView, private readonly awareness: Awareness) {
    this.ownCursor = new OwnCursor(view, awareness);
    awareness.on('change', this.paintSoon);
    globalThis.addEventListener('scroll', this.paintSoon, { capture: true, passive: true });
    globalThis.addEventListener('resize', this.paintSoon);
  }

  update(view: EditorView, before: EditorView['state']): void {
    this.ownCursor.tellSoon();
    if (view.state.doc !== before.doc) this.paintSoon();
  }

  destroy(): void {
    clearTimeout(this.timer);
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.awareness.off('change', this.paintSoon);
    globalThis.removeEventListener('scroll', this.paintSoon, { capture: true });
    globalThis.removeEventListener('resize', this.paintSoon);
    this.ownCursor.stop();
  }

  private readonly paintSoon = (): void => {
    // In a frame, so that a tab nobody looks at draws nothing.
    this.timer ??= setTimeout(() => { this.frame = requestAnimationFrame(() => this.paint()); }, Math.max(0, this.paintedAt + atMostEvery - performance.now()));
  };

  private paint(): void {
    this.timer = undefined;
    this.paintedAt = performance.now();
    // Changing what is around half-composed letters would break them off.
    if (this.view.composing || this.hasNewsOfSelection()) return this.paintSoon();
    const spots = this.spotsInView();
    if (!sameSpots(spots, key.getState(this.view.state)?.spots ?? [])) this.view.dispatch(this.view.state.tr.setMeta(key, spots).setMeta('addToHistory', false));
    keepLabelsInside(this.view.dom);
  }

  /**
   * A click has put the cursor somewhere, and the editor has not been told yet: drawing now would put it back. Some places
   * are never told (in a field, around a picture); after three times it is drawn all the same.
   */
  private hasNewsOfSelection(): boolean {
    const selection = document.getSelection();
    const isNews = this.waits < 3 && this.view.hasFocus() && selection?.anchorNode && this.view.dom.contains(selection.anchorNode)
      ? this.view.posAtDOM(selection.anchorNode, selection.anchorOffset) !== this.view.state.selection.anchor
      : false;
    this.waits = isNews ? this.waits + 1 : 0;
    return isNews;
  }

  private spotsInView(): CursorSpot[] {
    const range = this.awareness.getStates().size > 1 ? rangeInView(this.view) : null;
    if (range === null) return [];
    return [...this.awareness.getStates()].flatMap(([clientId, state]) => {
      const cursor = state['cursor'] as SharedCursor | null | undefined;
      return clientId === this.awareness.clientID || !cursor ? [] : this.spotOf(clientId, (state['user'] as RemoteUser | undefined) ?? {}, cursor, range);
    });
  }

  private spotOf(clientId: number, user: RemoteUser, cursor: SharedCursor, { from, to }: Range): CursorSpot[] {
    const [anchor, head] = [this.placeOf(cursor.anchor), this.placeOf(cursor.head)];
    if (anchor === null || head === null || Math.max(anchor, head) < from || Math.min(anchor, head) > to) return [];
    return [{ clientId, user, anchor, head }];
  }

  private placeOf(shared: unknown): number | null {
    const binding = bindingOf(this.view);
    if (binding === null || binding.mapping.size === 0) return null;
    try {
      return relativePositionToAbsolutePosition(binding.doc, binding.type, Y.createRelativePositionFromJSON(shared), binding.mapping);
    } catch (error) {
      // What others share is theirs to choose; a place that is none is not shown.
      if (error instanceof Error) return null;
      throw error;
    }
  }
}

function redraw({ spots, decorations }: Drawn, transaction: Transaction, nameOf: NameOf): Drawn {
  const news = transaction.getMeta(key) as readonly CursorSpot[] | undefined;
  if (news) return { spots: news, decorations: decorationsOf(news, transaction.doc, nameOf) };
  if (!transaction.docChanged) return { spots, decorations };
  const isFromDocument = transaction.getMeta(ySyncPluginKey) !== undefined;
  const moved = isFromDocument
    ? moveSpots(spots, transaction.before, transaction.doc)
    : spots.map((spot) => ({ ...spot, anchor: transaction.mapping.map(spot.anchor), head: transaction.mapping.map(spot.head) }));
  return { spots: moved, decorations: isFromDocument ? decorationsOf(moved, transaction.doc, nameOf) : decorations.map(transaction.mapping, transaction.doc) };
}

/** Cursors and selections of the others in the text, and one's own for them. */
export function remoteCursorsPlugin(awareness: Awareness, nameOf: NameOf): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key,
    state: { init: (_config, { doc }) => ({ spots: [], decorations: decorationsOf([], doc, nameOf) }), apply: (transaction, drawn) => redraw(drawn, transaction, nameOf) },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => new CursorPainter(view, awareness),
  });
}
