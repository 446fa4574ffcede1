import { Fragment, Slice } from 'prosemirror-model';
import type { Node as ProseMirrorNode } from 'prosemirror-model';
import { isBlockId, newBlockId } from './block-id.policy.js';
import { isIdentifiedNode } from './structure.policy.js';

/** A slice whose ids may go into the document, and which pasted id became which: fields on the clipboard follow it. */
export interface PastedBlocks {
  readonly slice: Slice;
  readonly ids: ReadonlyMap<string, string>;
}

function idsOf(doc: ProseMirrorNode): Set<string> {
  const ids = new Set<string>();
  doc.descendants((node) => {
    if (isBlockId(node.attrs['id'])) ids.add(node.attrs['id']);
    return !node.isTextblock;
  });
  return ids;
}

/**
 * Readies pasted blocks: an id is kept only if it is not in the document (so that cutting and pasting keeps a measure's
 * fields), every other block gets a random one. Fields of removed blocks stay for a while, so a derived id could inherit them.
 */
export function freshIdsForPaste(slice: Slice, doc: ProseMirrorNode): PastedBlocks {
  const taken = idsOf(doc);
  const ids = new Map<string, string>();
  const rename = (fragment: Fragment): Fragment => Fragment.fromArray(fragment.content.map((node) => {
    if (node.isText) return node;
    if (!isIdentifiedNode(node.type.name)) return node.isLeaf ? node : node.copy(rename(node.content));
    const old: unknown = node.attrs['id'];
    const id = isBlockId(old) && !taken.has(old) ? old : newBlockId();
    taken.add(id);
    if (isBlockId(old) && !ids.has(old)) ids.set(old, id);
    return node.type.create({ ...node.attrs, id }, rename(node.content), node.marks);
  }));
  return { slice: new Slice(rename(slice.content), slice.openStart, slice.openEnd), ids };
}
