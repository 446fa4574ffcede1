/** Raised when the schema changes; clients with a lower version are kept out, because they would delete what they do not know. */
export const SCHEMA_VERSION = 3;

/** Root types of a section's Yjs document. */
export const BODY_KEY = 'body';
export const FIELDS_KEY = 'fields';

/**
 * Which node may stand in which. The schema's content expressions, the reader and the repair all follow this table, so a
 * document means the same in the editor and on the server. The first entry is what an editor creates by default.
 */
export const ALLOWED_CHILDREN = {
  doc: ['block', 'goal', 'measure', 'table', 'picture', 'indicator'],
  goal: ['block', 'title', 'picture', 'indicator'],
  measure: ['block', 'title', 'picture', 'indicator'],
  title: ['text'],
  block: ['text', 'lineBreak'],
  lineBreak: [],
  table: ['tableRow'],
  tableRow: ['tableCell', 'tableHeader'],
  tableCell: ['block'],
  tableHeader: ['block'],
  picture: [],
  indicator: [],
} as const satisfies Record<string, readonly string[]>;

/** Names of the elements below `body`; `doc` and `text` have no element of their own. */
export type ElementName = Exclude<keyof typeof ALLOWED_CHILDREN, 'doc'>;

/** Attribute keys per element name; every other attribute is refused. */
export const ALLOWED_ATTRIBUTES: Readonly<Record<ElementName, readonly string[]>> = {
  goal: ['id'],
  measure: ['id'],
  title: [],
  block: ['id', 'kind', 'indent'],
  lineBreak: [],
  table: ['id'],
  tableRow: [],
  tableCell: ['colspan', 'rowspan', 'colwidth'],
  tableHeader: ['colspan', 'rowspan', 'colwidth'],
  picture: ['id', 'fileId', 'alt', 'caption', 'decorative'],
  indicator: ['id', 'indicatorId'],
};

export const MARK_NAMES = ['bold', 'italic', 'link'] as const;
export type MarkName = (typeof MARK_NAMES)[number];

/** Elements that carry a block id. */
export const IDENTIFIED_NODES = ['block', 'goal', 'measure', 'table', 'picture', 'indicator'] as const;
export type IdentifiedNode = (typeof IDENTIFIED_NODES)[number];

/** Limits for whoever walks raw updates: UTF-8 bytes of one attribute value and of one field value, levels of nesting. */
export const MAX_ATTRIBUTE_BYTES = 2048;
export const MAX_FIELD_VALUE_BYTES = 8192;
export const MAX_DEPTH = 64;

export function isElementName(name: unknown): name is ElementName {
  return typeof name === 'string' && name !== 'doc' && Object.hasOwn(ALLOWED_CHILDREN, name);
}

export function isIdentifiedNode(name: string): name is IdentifiedNode {
  return (IDENTIFIED_NODES as readonly string[]).includes(name);
}

/** True when an element (or `text`) of that name may be a child of `parent`. */
export function allowsChild(parent: keyof typeof ALLOWED_CHILDREN, child: string): boolean {
  return (ALLOWED_CHILDREN[parent] as readonly string[]).includes(child);
}

/** A content expression that stays valid for every merge of the children: any number of them, in any order. */
export function contentExpression(parent: keyof typeof ALLOWED_CHILDREN): string {
  const names: readonly string[] = ALLOWED_CHILDREN[parent];
  return names.length === 0 ? '' : `(${names.join(' | ')})*`;
}
