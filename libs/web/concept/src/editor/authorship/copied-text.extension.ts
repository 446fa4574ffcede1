import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';
import type { DocumentSession } from '../connection/document-session.js';

/** Type of what goes to the clipboard beside the words: where they were copied from. */
const clipboardType = 'application/x-konzeptwerkstatt-source';

/** Where words on the clipboard come from. */
interface ClipboardSource {
  readonly documentId: string;
  readonly blockIds: readonly string[];
}

/** Words that were put in, and where they come from. */
export interface PastedText {
  readonly documentId: string;
  readonly sourceDocumentId: string;
  readonly blockIds: readonly string[];
  readonly clientId: number;
  readonly fromClock: number;
  readonly toClock: number;
}

function selectedBlocks({ state }: EditorView): string[] {
  const ids: string[] = [];
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node) => {
    const id: unknown = node.attrs['id'];
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}

function sourceOn(clipboard: DataTransfer | null): ClipboardSource | null {
  const text = clipboard?.getData(clipboardType) ?? '';
  if (text === '') return null;
  try {
    const { documentId, blockIds } = JSON.parse(text) as Partial<ClipboardSource>;
    return typeof documentId === 'string' && Array.isArray(blockIds) ? { documentId, blockIds } : null;
  } catch {
    // Some other program uses the name; then the words are the writer's.
    return null;
  }
}

/**
 * Copied words bring along where they come from, and the server is told when they are put in: there they keep their authors. The
 * listeners run after the editor's own, which has by then filled the clipboard or put the words into the text.
 */
export function copiedTextExtension(session: DocumentSession, documentId: string, onPasted: (pasted: PastedText) => void) {
  const clock = (): number => Y.getState(session.doc.store, session.doc.clientID);
  return Extension.create({
    name: 'copiedText',
    addProseMirrorPlugins: () => {
      let before: number | null = null;
      const copy = (view: EditorView) => (event: ClipboardEvent) => {
        const source: ClipboardSource = { documentId, blockIds: blocks.splice(0) };
        if (source.blockIds.length > 0 && event.defaultPrevented && !view.isDestroyed) event.clipboardData?.setData(clipboardType, JSON.stringify(source));
      };
      // Taken before the editor's own listener: cutting leaves no selection behind.
      const blocks: string[] = [];
      const remember = (view: EditorView): boolean => {
        blocks.splice(0, blocks.length, ...selectedBlocks(view).slice(0, 500));
        return false;
      };
      const paste = (event: ClipboardEvent) => {
        const [from, to, source] = [before, clock(), sourceOn(event.clipboardData)];
        before = null;
        if (from === null || source === null || to <= from) return;
        onPasted({ documentId, sourceDocumentId: source.documentId, blockIds: source.blockIds, clientId: session.doc.clientID, fromClock: from, toClock: to });
      };
      return [
        new Plugin({
          props: { handleDOMEvents: { copy: remember, cut: remember, paste: () => { before = clock(); return false; } } },
          view: (view) => {
            const onCopy = copy(view);
            const listeners = [['copy', onCopy], ['cut', onCopy], ['paste', paste]] as const;
            for (const [name, listener] of listeners) view.dom.addEventListener(name, listener);
            return { destroy: () => { for (const [name, listener] of listeners) view.dom.removeEventListener(name, listener); } };
          },
        }),
      ];
    },
  });
}
