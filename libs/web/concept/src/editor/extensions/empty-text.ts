import type { Node } from '@tiptap/pm/model';

/** Whether nothing is written yet: no block at all, or one blank paragraph. */
export function isEmptyText(doc: Node): boolean {
  const first = doc.firstChild;
  return doc.childCount === 0 || (doc.childCount === 1 && first?.type.name === 'block' && first.attrs['kind'] === 'paragraph' && first.content.size === 0);
}
