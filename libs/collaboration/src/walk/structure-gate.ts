import type { ByteCursor } from './byte-cursor.js';

/** What may stand in a document; `allowedNames` of the document model fits it. */
export interface StructureRules {
  readonly roots: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  isAllowedFieldKey(key: string): boolean;
  isAllowedHref(href: unknown): boolean;
  /** UTF-8 bytes. */
  readonly maxAttributeBytes: number;
  readonly maxFieldValueBytes: number;
  readonly maxDepth: number;
}

/** Where an item hangs, as far as its bytes tell: below a root type, below another item, or where its neighbour is. */
export type ItemPlace =
  | { readonly kind: 'root'; readonly name: string; readonly key: string | null }
  | { readonly kind: 'item'; readonly key: string | null }
  | { readonly kind: 'neighbour'; readonly keyed: boolean };

/** Asked by the walk at each item. Refuses through the cursor. */
export interface StructureGate {
  place(cursor: ByteCursor, place: ItemPlace): void;
  element(cursor: ByteCursor, name: string, place: ItemPlace): void;
  text(cursor: ByteCursor, place: ItemPlace): void;
  format(cursor: ByteCursor, key: string, value: unknown): void;
  /** @param size bytes of the encoded value */
  value(cursor: ByteCursor, value: unknown, size: number, place: ItemPlace): void;
  /** Content of a kind that this house never writes: old JSON, binary, embedded objects, other shared types. */
  foreignContent(cursor: ByteCursor): void;
  readonly maxValueBytes: number;
  readonly maxDepth: number;
}

/** Lets everything pass that Yjs itself would write: for tests and for rows that were checked before they were stored. */
export const OPEN_GATE: StructureGate = {
  place: () => undefined, element: () => undefined, text: () => undefined, format: () => undefined,
  value: () => undefined, foreignContent: () => undefined, maxValueBytes: Number.MAX_SAFE_INTEGER, maxDepth: Number.MAX_SAFE_INTEGER,
};

/** The gate of a document model: `body` holds elements and texts, `fields` is one flat map of plain values. */
export function createStructureGate(rules: StructureRules, fieldsRoot: string): StructureGate {
  const isField = (place: ItemPlace): boolean => place.kind === 'root' && place.name === fieldsRoot;
  return {
    maxValueBytes: Math.max(rules.maxAttributeBytes, rules.maxFieldValueBytes),
    maxDepth: rules.maxDepth,
    place(cursor, place) {
      if (place.kind === 'root') {
        const inMap = place.name === fieldsRoot;
        if (!rules.roots.has(place.name) || inMap !== (place.key !== null)) cursor.refuse('forbidden-name');
        if (place.key !== null && !rules.isAllowedFieldKey(place.key)) cursor.refuse('forbidden-name');
      }
      if (place.kind === 'item' && place.key !== null && !rules.attributes.has(place.key)) cursor.refuse('forbidden-name');
    },
    element(cursor, name, place) {
      if (isField(place) || hasKey(place) || !rules.nodes.has(name)) cursor.refuse('forbidden-name');
    },
    text(cursor, place) {
      if (place.kind === 'root' || hasKey(place)) cursor.refuse('forbidden-name');
    },
    format(cursor, key, value) {
      if (!rules.marks.has(key)) cursor.refuse('forbidden-name');
      const href = (value as { href?: unknown } | null)?.href;
      if (href !== undefined && !rules.isAllowedHref(href)) cursor.refuse('forbidden-value');
    },
    value(cursor, value, size, place) {
      const limit = place.kind === 'item' ? rules.maxAttributeBytes : rules.maxFieldValueBytes;
      if (size > limit) cursor.refuse('too-large');
      // Plain values only; an attribute may hold a list of numbers (column widths).
      if (!hasKey(place) || (isField(place) && typeof value === 'object' && value !== null)) cursor.refuse('forbidden-value');
    },
    foreignContent: (cursor) => cursor.refuse('unknown-content'),
  };
}

function hasKey(place: ItemPlace): boolean {
  return place.kind === 'neighbour' ? place.keyed : place.key !== null;
}
