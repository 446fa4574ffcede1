import { isInTable } from '@tiptap/pm/tables';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useCallback, useSyncExternalStore } from 'react';
import type { UndoManager } from 'yjs';
import type { BlockKind } from '@konzeptwerkstatt/document-model';
import { currentBlockKind } from '../extensions/block.commands.js';

/** What the toolbar shows of the place where the cursor is. */
export interface EditorSnapshot {
  readonly kind: BlockKind | null;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isLink: boolean;
  readonly isInTable: boolean;
}

/** Whether there is something of one's own to take back or to repeat. */
export interface UndoSteps {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Follows the cursor; renders again only when something the toolbar shows has changed. */
export function useEditorSnapshot(editor: Editor): EditorSnapshot {
  return useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      kind: currentBlockKind(current.state),
      isBold: current.isActive('bold'),
      isItalic: current.isActive('italic'),
      isLink: current.isActive('link'),
      isInTable: isInTable(current.state),
    }),
  });
}

const undoEvents = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;

/** Follows the steps themselves and not the text: setting a field of a measure is a step too, and changes no word. */
export function useUndoSteps(undoManager: UndoManager): UndoSteps {
  const subscribe = useCallback((listener: () => void) => {
    for (const event of undoEvents) undoManager.on(event, listener);
    return () => { for (const event of undoEvents) undoManager.off(event, listener); };
  }, [undoManager]);
  const canUndo = useSyncExternalStore(subscribe, () => undoManager.canUndo());
  const canRedo = useSyncExternalStore(subscribe, () => undoManager.canRedo());
  return { canUndo, canRedo };
}
