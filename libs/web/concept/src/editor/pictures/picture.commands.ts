import type { Command } from '@tiptap/pm/state';
import { toPictureText } from '@konzeptwerkstatt/document-model';
import type { PictureAttributes } from '@konzeptwerkstatt/document-model';
import { insertAtom } from '../extensions/insert-atom.command.js';

/** Inserts a picture behind the current block; the cursor goes on behind it. */
export function insertPicture({ fileId, alt, caption, decorative }: PictureAttributes): Command {
  return insertAtom('picture', { fileId, alt: toPictureText(alt), caption: toPictureText(caption), decorative });
}

/** Changes what is said of the picture at `position`. Each attribute by itself: somebody else may be changing another one. */
export function describePicture(position: number, texts: Pick<PictureAttributes, 'alt' | 'caption' | 'decorative'>): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (node?.type.name !== 'picture') return false;
    const wanted = { alt: toPictureText(texts.alt), caption: toPictureText(texts.caption), decorative: texts.decorative };
    const { tr } = state;
    for (const [key, value] of Object.entries(wanted)) if (node.attrs[key] !== value) tr.setNodeAttribute(position, key, value);
    dispatch?.(tr);
    return true;
  };
}
