import type { Attrs, Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

/** What a paragraph is, without its name. */
export function kindOf({ type, attrs }: ProseMirrorNode): Attrs | null {
  return type.name === 'block' ? { kind: attrs['kind'] as string, indent: attrs['indent'] as number } : null;
}

/** The next place from here on where letters or a paragraph may stand. */
function roomFrom($place: ResolvedPos): ResolvedPos {
  const { parent, doc } = $place;
  const index = $place.index();
  const block = parent.type.schema.nodes['block'];
  const fits = parent.inlineContent || (block !== undefined && parent.canReplaceWith(index, index, block));
  return fits ? $place : roomFrom(doc.resolve($place.after()));
}

/**
 * Gives a word whose paragraph is gone one of its own where that was, so that it is not put into a sentence of somebody else.
 * @param place where that was · @param kind what it was, null for a plain paragraph
 * @returns the step, with the cursor behind the word
 */
export function housingStep({ tr, schema }: EditorState, word: string, place: number, kind: Attrs | null): Transaction {
  const $room = roomFrom(tr.doc.resolve(place));
  const isAmongLetters = $room.parent.inlineContent;
  tr.insert($room.pos, isAmongLetters ? schema.text(word) : schema.node('block', kind, schema.text(word)));
  return tr.setSelection(TextSelection.create(tr.doc, $room.pos + word.length + (isAmongLetters ? 0 : 1)));
}
