import { isInTable } from '@tiptap/pm/tables';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import type { BlockKind } from '@konzeptwerkstatt/document-model';
import { currentBlockKind } from '../extensions/block.commands.js';

/** What the toolbar shows of the place where the cursor is. */
export interface EditorSnapshot {
  readonly kind: BlockKind | null;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isLink: boolean;
  readonly isInTable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface UndoState { readonly hasUndoOps?: boolean; readonly hasRedoOps?: boolean }

/** Follows the cursor; renders again only when something the toolbar shows has changed. */
export function useEditorSnapshot(editor: Editor): EditorSnapshot {
  return useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const undo = yUndoPluginKey.getState(current.state) as UndoState | undefined;
      return {
        kind: currentBlockKind(current.state),
        isBold: current.isActive('bold'),
        isItalic: current.isActive('italic'),
        isLink: current.isActive('link'),
        isInTable: isInTable(current.state),
        canUndo: undo?.hasUndoOps === true,
        canRedo: undo?.hasRedoOps === true,
      };
    },
  });
}
