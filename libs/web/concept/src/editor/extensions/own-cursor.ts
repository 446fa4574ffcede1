import type { EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** Where somebody's cursor is, as everybody in the text is told. */
export interface SharedCursor {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** Ten times a second is all others can see; beyond twenty the server drops it. In milliseconds. */
const atMostEvery = 100;

const sameCursor = (one: SharedCursor | null, other: SharedCursor | null): boolean => {
  if (one === null || other === null) return one === other;
  return Y.compareRelativePositions(Y.createRelativePositionFromJSON(one.anchor), Y.createRelativePositionFromJSON(other.anchor))
    && Y.compareRelativePositions(Y.createRelativePositionFromJSON(one.head), Y.createRelativePositionFromJSON(other.head));
};

export const bindingOf = ({ state }: EditorView): ProsemirrorBinding | null => (ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding | null } | undefined)?.binding ?? null;

/** Tells the others where one's own cursor is, while the text has the focus; no more often than they can see. */
export class OwnCursor {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private toldAt = 0;

  constructor(private readonly view: EditorView, private readonly awareness: Awareness) {
    view.dom.addEventListener('focusin', this.tellSoon);
    view.dom.addEventListener('focusout', this.tellSoon);
  }

  readonly tellSoon = (): void => {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tell();
    }, Math.max(0, this.toldAt + atMostEvery - performance.now()));
  };

  stop(): void {
    clearTimeout(this.timer);
    this.view.dom.removeEventListener('focusin', this.tellSoon);
    this.view.dom.removeEventListener('focusout', this.tellSoon);
    this.awareness.setLocalStateField('cursor', null);
  }

  private tell(): void {
    const cursor = this.read();
    const known = (this.awareness.getLocalState()?.['cursor'] as SharedCursor | null | undefined) ?? null;
    if (sameCursor(cursor, known)) return;
    this.toldAt = performance.now();
    this.awareness.setLocalStateField('cursor', cursor);
  }

  private read(): SharedCursor | null {
    const binding = bindingOf(this.view);
    if (binding === null || !this.view.hasFocus()) return null;
    const { anchor, head } = this.view.state.selection;
    const share = (place: number): unknown => absolutePositionToRelativePosition(place, binding.type, binding.mapping) as unknown;
    return { anchor: share(anchor), head: share(head) };
  }
}
