import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import type { Node as ProseMirrorNode } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import type { Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { bodyOf, documentSchema, normalise } from '../src/index.js';

/**
 * One person's editor without a screen: her own Yjs document, and the same conversion between ProseMirror and Yjs that the
 * editor's binding runs, normalisation included.
 */
export class EditorReplica {
  readonly doc = new Y.Doc();

  constructor(clientId: number, from?: Y.Doc) {
    this.doc.clientID = clientId;
    if (from !== undefined) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(from));
  }

  /** What the editor shows. As in the browser, looking deletes what does not fit the schema. */
  show(): ProseMirrorNode {
    return initProseMirrorDoc(bodyOf(this.doc), documentSchema).doc;
  }

  /** One local transaction in the editor. */
  edit(build: (tr: Transaction) => void): void {
    const { doc, meta } = initProseMirrorDoc(bodyOf(this.doc), documentSchema);
    const { tr } = EditorState.create({ doc });
    build(tr);
    normalise(tr);
    tr.doc.check();
    this.doc.transact(() => updateYFragment(this.doc, bodyOf(this.doc), tr.doc, meta));
  }
}

/** Everybody gets everything, in both directions. */
export function syncAll(replicas: readonly { readonly doc: Y.Doc }[]): void {
  for (let round = 0; round < 2; round += 1) {
    for (const from of replicas) {
      for (const to of replicas) if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
    }
  }
}

/** Position of the node with that block id, -1 when it is not there. */
export function positionOf(doc: ProseMirrorNode, blockId: string): number {
  let found = -1;
  doc.descendants((node, position) => {
    if (node.attrs['id'] === blockId && found < 0) found = position;
    return found < 0;
  });
  return found;
}

/** Readable ids for tests: `id(1)`, `id(2)` … */
export function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
