import { Extension } from '@tiptap/core';
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state';

/**
 * Keeps the cursor in a place where one can type. When the whole text is put in anew, the library may leave it between blocks; what
 * somebody types there would get lost.
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
