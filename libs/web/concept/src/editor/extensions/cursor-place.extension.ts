import { Extension } from '@tiptap/core';
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state';

/**
 * Keeps the cursor in a place where one can type. The first rendering of the shared text leaves it before all blocks; what
 * somebody types who comes by keyboard would get lost there.
 */
export const cursorPlaceExtension = Extension.create({
  name: 'cursorPlace',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (_transactions, _before, { selection, tr }) => {
        if (!(selection instanceof TextSelection) || selection.$head.parent.inlineContent) return null;
        return tr.setSelection(Selection.near(selection.$head));
      },
    }),
  ],
});
