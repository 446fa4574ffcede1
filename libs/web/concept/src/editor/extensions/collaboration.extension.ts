import { Extension } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { redo, undo, ySyncPluginKey } from '@tiptap/y-tiptap';
import { normalisationPlugin } from '@konzeptwerkstatt/document-model';
import type { DocumentSession } from '../connection/document-session.js';
import { composingPlugin } from './composing.plugin.js';
import { firstWordsPlugin } from './first-words.plugin.js';
import { keptSelectionPlugin } from './kept-selection.plugin.js';
import type { NameOf } from './remote-cursor.js';
import { remoteCursorsPlugin } from './remote-cursors.plugin.js';
import { sharedTextPlugin } from './shared-text.plugin.js';
import { undoPlugin } from './undo.plugin.js';

/** Transactions that only repeat what the shared document says, from others or from undo. */
const isFromDocument = (tr: Transaction): boolean => tr.getMeta(ySyncPluginKey) !== undefined;

/** Binds the editor to the shared text: content, cursors of the others with their names, undo of one's own changes (fields included). */
export function collaborationExtension(session: DocumentSession, nameOf: NameOf) {
  return Extension.create({
    name: 'collaboration',
    priority: 1000,
    addKeyboardShortcuts() {
      const step = (run: typeof undo) => () => {
        this.editor.view.dispatch(this.editor.state.tr.setMeta('preventAutoCapture', true));
        return run(this.editor.state);
      };
      return { 'Mod-z': step(undo), 'Mod-y': step(redo), 'Shift-Mod-z': step(redo) };
    },
    addProseMirrorPlugins: () => [
      sharedTextPlugin(session.body),
      keptSelectionPlugin(),
      composingPlugin(session.news),
      remoteCursorsPlugin(session.provider.awareness, nameOf),
      undoPlugin(session.undoManager),
      normalisationPlugin(isFromDocument),
      firstWordsPlugin(isFromDocument),
    ],
  });
}
