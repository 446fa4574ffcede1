import type { MarkType, NodeType, Schema } from '@tiptap/pm/model';
import type { ElementName, MarkName } from '@konzeptwerkstatt/document-model';

/** A node type of the document model in the editor's schema. @throws Error when the editor was built without it */
export function nodeType(schema: Schema, name: ElementName): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`The editor has no node ${name}`);
  return type;
}

/** A mark type of the document model in the editor's schema. @throws Error when the editor was built without it */
export function markType(schema: Schema, name: MarkName): MarkType {
  const type = schema.marks[name];
  if (!type) throw new Error(`The editor has no mark ${name}`);
  return type;
}
