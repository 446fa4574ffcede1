import type { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { bindingOf } from './own-cursor.js';

type KeptSelection = ProsemirrorBinding['beforeTransactionSelection'];

/** A selection that says nothing: the library takes it for kept, and leaves the editor's alone. Its types do not know that there may be none. */
const nowhere = { type: 'text', anchor: null, head: null } as unknown as KeptSelection;
const none = null as unknown as KeptSelection;

/**
 * Binds the editor to the shared text. Showing it for the first time, the library would set a cursor at the place of the one before, which
 * in an editor that was empty is in front of all blocks, where none can be. The beginning is found by `firstWordsPlugin`.
 */
export function sharedTextPlugin(body: Y.XmlFragment): Plugin {
  const plugin = ySyncPlugin(body) as Plugin;
  const { view: show } = plugin.spec;
  plugin.spec.view = (view: EditorView) => {
    const binding = bindingOf(view);
    const isFirst = view.state.doc.content.size === 0;
    if (binding !== null && isFirst) binding.beforeTransactionSelection = nowhere;
    const shown = show?.(view) ?? {};
    if (binding !== null && isFirst) binding.beforeTransactionSelection = none;
    return shown;
  };
  return plugin;
}
