import type * as Y from 'yjs';
import { appendBlocks, insertGoal, insertMeasure, removeBlock, removeBlocks } from './blocks.editor.js';
import type { BlockSpec, ConceptObjectInsertion } from './blocks.editor.js';
import { setBlockText } from './block-text.editor.js';
import { editFields } from './fields.editor.js';
import type { FieldChanges } from './fields.editor.js';
import { insertBlock, moveBlock, reinsertBlock } from './placed-blocks.editor.js';
import type { BlockPlace } from './placed-blocks.editor.js';
import { restoreText } from './restore.editor.js';
import { setTitle } from './title.editor.js';
import { replaceWords } from './words.editor.js';
import type { WordReplacement } from './words.editor.js';
import type { DocumentText } from '../reading/document-text.reader.js';

/** A change from outside the text (table, API, seed) as plain JSON. `expected`: what the writer saw, compared before writing. */
export type DocumentChange =
  | { readonly kind: 'setFields'; readonly blockId: string; readonly values: FieldChanges; readonly expected?: FieldChanges }
  /** The same for several blocks at once. */
  | { readonly kind: 'setFieldsOfBlocks'; readonly blocks: readonly { readonly blockId: string; readonly values: FieldChanges }[] }
  | { readonly kind: 'setTitle'; readonly blockId: string; readonly title: string; readonly expected?: string }
  | ({ readonly kind: 'insertGoal' } & ConceptObjectInsertion)
  | ({ readonly kind: 'insertMeasure' } & ConceptObjectInsertion)
  | ({ readonly kind: 'replaceWords' } & WordReplacement)
  | { readonly kind: 'removeBlock'; readonly blockId: string }
  | { readonly kind: 'removeBlocks'; readonly blockIds: readonly string[] }
  | { readonly kind: 'setBlockText'; readonly blockId: string; readonly text: string }
  | { readonly kind: 'insertBlock'; readonly block: BlockSpec; readonly place: BlockPlace }
  | { readonly kind: 'moveBlock'; readonly blockId: string; readonly place: BlockPlace }
  /** `tree`: ProseMirror JSON of a block that was taken out. */
  | { readonly kind: 'reinsertBlock'; readonly tree: unknown; readonly place: BlockPlace }
  | { readonly kind: 'appendBlocks'; readonly blocks: readonly BlockSpec[] }
  /** One after the other, all or none. */
  | { readonly kind: 'several'; readonly changes: readonly DocumentChange[] }
  /**
   * `text` is what the version said. Its id is kept with the change, so that it can be told who wrote the words that come
   * back; whoever stores the change keeps what it replaces as the version `replaced`.
   */
  | { readonly kind: 'restore'; readonly versionId: string; readonly replaced: { readonly id: string; readonly name: string }; readonly text: DocumentText };

/** Makes one change. Throws `DocumentChangeRefused` and leaves the document as it was; of several changes those before the refused one are made, and whoever stores them stores none. */
export function changeDocument(doc: Y.Doc, change: DocumentChange): void {
  switch (change.kind) {
    case 'setFields':
      return editFields(doc, change.blockId, change.values, change.expected);
    case 'setFieldsOfBlocks':
      return change.blocks.forEach(({ blockId, values }) => editFields(doc, blockId, values));
    case 'setTitle':
      return setTitle(doc, change.blockId, change.title, change.expected);
    case 'insertGoal':
      return insertGoal(doc, change);
    case 'insertMeasure':
      return insertMeasure(doc, change);
    case 'replaceWords':
      return replaceWords(doc, change);
    case 'removeBlock':
      return removeBlock(doc, change.blockId);
    case 'removeBlocks':
      return removeBlocks(doc, change.blockIds);
    case 'setBlockText':
      return setBlockText(doc, change.blockId, change.text);
    case 'insertBlock':
      return insertBlock(doc, change.block, change.place);
    case 'moveBlock':
      return moveBlock(doc, change.blockId, change.place);
    case 'reinsertBlock':
      return reinsertBlock(doc, change.tree, change.place);
    case 'restore':
      return restoreText(doc, change.text);
    case 'several':
      return change.changes.forEach((one) => changeDocument(doc, one));
    case 'appendBlocks':
      appendBlocks(doc, change.blocks);
  }
}
