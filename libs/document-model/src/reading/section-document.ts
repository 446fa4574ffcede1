import type * as Y from 'yjs';
import { BODY_KEY, FIELDS_KEY } from '../schema/structure.policy.js';

/** The text of a section: a ProseMirror fragment. */
export function bodyOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(BODY_KEY);
}

/** The structured fields of all goals and measures of a section, flat, keys `<block id>/<field>`. */
export function fieldsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(FIELDS_KEY);
}
