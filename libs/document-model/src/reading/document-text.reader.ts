import type * as Y from 'yjs';
import type { FieldValues } from '../fields/field-values.reader.js';
import { readBody } from './body.reader.js';
import { readTree } from './document-tree.reader.js';
import type { DocumentTree } from './document-tree.reader.js';
import { groupFields, validValues } from './field.reader.js';

/** Everything a section's document says, as plain JSON: what is kept with a version, compared and restored. */
export interface DocumentText {
  readonly tree: DocumentTree;
  /** The valid structured values of the goals and measures that stand in the tree, by block id; blocks without any are left out. */
  readonly values: Readonly<Record<string, FieldValues>>;
}

/** Reads body and fields. Never throws for what a document may hold. */
export function readText(doc: Y.Doc): DocumentText {
  const groups = groupFields(doc);
  const values: Record<string, FieldValues> = {};
  for (const { name, id } of readBody(doc).identified) {
    if (id === null || (name !== 'goal' && name !== 'measure')) continue;
    const own = validValues(name, groups.get(id));
    if (Object.keys(own).length > 0) values[id] = own;
  }
  return { tree: readTree(doc), values };
}
