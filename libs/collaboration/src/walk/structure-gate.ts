import type { ByteCursor } from './byte-cursor.js';
import { depthOf, isInFields, isKeyed, type Placement } from './placement.js';

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

/** Asked by the walk at each item. Refuses through the cursor. */
export interface StructureGate {
  isFieldsRoot(name: string): boolean;
  /** An item says that it stands directly below a root. */
  root(cursor: ByteCursor, name: string, key: string | null): void;
  /** An item says that it stands under a key of another. */
  attribute(cursor: ByteCursor, key: string): void;
  element(cursor: ByteCursor, name: string): void;
  format(cursor: ByteCursor, key: string, value: unknown): void;
  /** Whether a type, an element among them, may stand at a place. */
  typeAt(cursor: ByteCursor, placement: Placement): void;
  textAt(cursor: ByteCursor, placement: Placement): void;
  /** @param size bytes of the encoded value */
  valueAt(cursor: ByteCursor, value: unknown, size: number, placement: Placement): void;
  /** Content of a kind that this house never writes: old JSON, binary, embedded objects, other shared types. */
  foreignContent(cursor: ByteCursor): void;
  readonly maxValueBytes: number;
}

const nothing = (): void => undefined;

/** Lets everything pass that Yjs itself would write: for tests and for rows that were checked before they were stored. */
export const OPEN_GATE: StructureGate = {
  isFieldsRoot: () => false, root: nothing, attribute: nothing, element: nothing, format: nothing, typeAt: nothing, textAt: nothing, valueAt: nothing,
  foreignContent: nothing, maxValueBytes: Number.MAX_SAFE_INTEGER,
};

/** The gate of a document model: `body` holds elements and texts, `fields` is one flat map of plain values. */
export function createStructureGate(rules: StructureRules, fieldsRoot: string): StructureGate {
  return {
    maxValueBytes: Math.max(rules.maxAttributeBytes, rules.maxFieldValueBytes),
    isFieldsRoot: (name) => name === fieldsRoot,
    root(cursor, name, key) {
      if (!rules.roots.has(name) || (name === fieldsRoot) !== (key !== null)) cursor.refuse('forbidden-name');
      if (key !== null && !rules.isAllowedFieldKey(key)) cursor.refuse('forbidden-name');
    },
    attribute(cursor, key) {
      if (!rules.attributes.has(key)) cursor.refuse('forbidden-name');
    },
    element(cursor, name) {
      if (!rules.nodes.has(name)) cursor.refuse('forbidden-name');
    },
    format(cursor, key, value) {
      if (!rules.marks.has(key)) cursor.refuse('forbidden-name');
      const href = (value as { href?: unknown } | null)?.href;
      if (href !== undefined && !rules.isAllowedHref(href)) cursor.refuse('forbidden-value');
    },
    typeAt(cursor, placement) {
      if (isInFields(placement) || isKeyed(placement)) cursor.refuse('forbidden-name');
      if (depthOf(placement) > rules.maxDepth) cursor.refuse('too-deep');
    },
    textAt(cursor, placement) {
      // Directly below a root there are blocks only.
      if (depthOf(placement) === 1 || isKeyed(placement)) cursor.refuse('forbidden-name');
    },
    valueAt(cursor, value, size, placement) {
      if (size > (isInFields(placement) ? rules.maxFieldValueBytes : rules.maxAttributeBytes)) cursor.refuse('too-large');
      // Plain values only; an attribute may hold a list of numbers (column widths).
      if (!isKeyed(placement) || (isInFields(placement) && typeof value === 'object' && value !== null)) cursor.refuse('forbidden-value');
    },
    foreignContent: (cursor) => cursor.refuse('unknown-content'),
  };
}
