import { Plugin } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import { getRelativeSelection, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

type Place = ReturnType<typeof getRelativeSelection>;

interface UndoPluginState {
  readonly undoManager: UndoManager;
  /** Where the cursor was before the present step. */
  readonly prevSel: Place | null;
}

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
}

const bindingOf = (state: EditorState): ProsemirrorBinding | null => (ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding | null } | undefined)?.binding ?? null;

/**
 * Steps back with a manager that lives as long as the open text. The library's own plugin destroys the manager together with
 * the view, so that nobody could take anything back after the view was built anew; it is otherwise the same: each step
 * remembers where the cursor was.
 */
export function undoPlugin(undoManager: UndoManager): Plugin<UndoPluginState> {
  return new Plugin<UndoPluginState>({
    key: yUndoPluginKey as Plugin<UndoPluginState>['spec']['key'] & object,
    state: {
      init: () => ({ undoManager, prevSel: null }),
      apply: (_transaction, value, before) => {
        const binding = bindingOf(before);
        return binding === null ? value : { undoManager, prevSel: getRelativeSelection(binding, before) };
      },
    },
    view: (view) => {
      const remember = ({ stackItem }: StackEvent) => {
        const binding = bindingOf(view.state);
        if (binding) stackItem.meta.set(binding, (yUndoPluginKey.getState(view.state) as UndoPluginState).prevSel);
      };
      const goBack = ({ stackItem }: StackEvent) => {
        const binding = bindingOf(view.state);
        if (binding) binding.beforeTransactionSelection = (stackItem.meta.get(binding) as Place | undefined) ?? binding.beforeTransactionSelection;
      };
      undoManager.on('stack-item-added', remember);
      undoManager.on('stack-item-popped', goBack);
      return {
        destroy: () => {
          undoManager.off('stack-item-added', remember);
          undoManager.off('stack-item-popped', goBack);
        },
      };
    },
  });
}
