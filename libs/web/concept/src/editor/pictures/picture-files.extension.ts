import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { writeBehindAtom } from '../extensions/insert-atom.command.js';

/** The first picture among files; what it really is, the server finds out. */
const pictureAmong = (files: FileList | undefined): File | null => [...(files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null;

/** Words that come along with a picture are what is meant: Word puts a picture of every text on the clipboard. */
const hasWords = (data: DataTransfer): boolean => data.getData('text/plain').trim() !== '';

/** Takes pictures that are pasted or dropped into the text, and Enter at a selected picture. @param onPicture gets a file; the cursor is where it is to go */
export function pictureFilesExtension(onPicture: (file: File) => void) {
  return Extension.create({
    name: 'pictureFiles',
    priority: 300,
    addKeyboardShortcuts() {
      return { Enter: () => writeBehindAtom(this.editor.state, this.editor.view.dispatch) };
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handlePaste: (view, { clipboardData }) => {
            const file = clipboardData && !hasWords(clipboardData) ? pictureAmong(clipboardData.files) : null;
            if (!file || !view.editable) return false;
            onPicture(file);
            return true;
          },
          handleDrop: (view, event) => {
            const { dataTransfer, clientX, clientY } = event;
            if (!dataTransfer || dataTransfer.files.length === 0) return false;
            // A file that is dropped beside its place would otherwise be opened instead of the page.
            event.preventDefault();
            // What is no picture is refused with a sentence, where pictures are brought.
            const file = pictureAmong(dataTransfer.files) ?? dataTransfer.files.item(0);
            if (!file || !view.editable) return true;
            const place = view.posAtCoords({ left: clientX, top: clientY });
            if (place) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
            onPicture(file);
            return true;
          },
        },
      }),
    ],
  });
}
