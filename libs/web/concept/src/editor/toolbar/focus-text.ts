import type { EditorView } from '@tiptap/pm/view';

/** How many frames a menu or dialog is given to close, about half a second. */
const patience = 30;

/** Gives the focus back to the text. While a menu or dialog is closing, everything around it is inert; then it is tried again. */
export function focusText(view: EditorView, frames = patience): void {
  if (view.isDestroyed) return;
  view.focus();
  if (!view.hasFocus() && frames > 0) requestAnimationFrame(() => focusText(view, frames - 1));
}
