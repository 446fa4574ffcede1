import type { ByteCursor } from './byte-cursor.js';
import type { Container, Place } from './place.js';

/** What may stand in a document; `allowedNames` of the document model fits it. */
export interface StructureRules {
  readonly roots: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
  /** Whether an element of that name may stand in another; null for the root of the text, `text` for words. */
  allowsChild(parent: string | null, child: string): boolean;
  allowsAttribute(element: string, key: string): boolean;
  /** Whether an allowed attribute may have that value; numbers are not told apart and come as 0. */
  allowsValue(element: string, key: string, value: unknown): boolean;
  isAllowedFieldKey(key: string): boolean;
  isAllowedHref(href: unknown): boolean;
  /** UTF-8 bytes. */
  readonly maxAttributeBytes: number;
  readonly maxFieldValueBytes: number;
  readonly maxDepth: number;
}

/** Asked by the walk at each item. Refuses through the cursor. */
export interface StructureGate {
  root(cursor: ByteCursor, name: string, key: string | null): void;
  element(cursor: ByteCursor, name: string): void;
  format(cursor: ByteCursor, key: string, value: unknown): void;
  /** Whether a type may stand at a place. */
  typeAt(cursor: ByteCursor, type: Pick<Container, 'kind' | 'name'>, place: Place): void;
  /** Whether words and their formatting may stand at a place. */
  textAt(cursor: ByteCursor, place: Place): void;
  /** @param size bytes of the encoded value */
  valueAt(cursor: ByteCursor, value: unknown, size: number, place: Place): void;
  /** Content of a kind that this house never writes: old JSON, binary, embedded objects, other shared types. */
  foreignContent(cursor: ByteCursor): void;
  readonly maxValueBytes: number;
}

const nothing = (): void => undefined;

/** Lets everything pass that Yjs itself would write: for tests and for rows that were checked before they were stored. */
export const OPEN_GATE: StructureGate = {
  root: nothing, element: nothing, format: nothing, typeAt: nothing, textAt: nothing, valueAt: nothing, foreignContent: nothing, maxValueBytes: Number.MAX_SAFE_INTEGER,
};

/** The gate of a document model: `body` holds elements and texts, `fields` is one flat map of plain values. */
export function createStructureGate(rules: StructureRules, fieldsRoot: string): StructureGate {
  const isFields = (container: Container | null): boolean => container?.kind === 'root' && container.name === fieldsRoot;
  return {
    maxValueBytes: Math.max(rules.maxAttributeBytes, rules.maxFieldValueBytes),
    root(cursor, name, key) {
      if (!rules.roots.has(name) || (name === fieldsRoot) !== (key !== null)) cursor.refuse('forbidden-name');
      if (key !== null && !rules.isAllowedFieldKey(key)) cursor.refuse('forbidden-name');
    },
    element(cursor, name) {
      if (!rules.nodes.has(name)) cursor.refuse('forbidden-name');
    },
    format(cursor, key, value) {
      if (!rules.marks.has(key)) cursor.refuse('forbidden-name');
      const href = (value as { href?: unknown } | null)?.href;
      if (href !== undefined && !rules.isAllowedHref(href)) cursor.refuse('forbidden-value');
    },
    typeAt(cursor, { kind, name }, { container, key }) {
      if (container === null || key !== null || isFields(container) || container.kind === 'text') return cursor.refuse('forbidden-name');
      if (!rules.allowsChild(container.kind === 'root' ? null : container.name, kind === 'text' ? 'text' : name)) cursor.refuse('forbidden-name');
      if (container.depth + 1 > rules.maxDepth) cursor.refuse('too-deep');
    },
    textAt(cursor, { container, key }) {
      if (container?.kind !== 'text' || key !== null) cursor.refuse('forbidden-name');
    },
    valueAt(cursor, value, size, { container, key }) {
      const inFields = isFields(container);
      if (size > (inFields ? rules.maxFieldValueBytes : rules.maxAttributeBytes)) cursor.refuse('too-large');
      if (key === null || container === null) return cursor.refuse('forbidden-value');
      if (!inFields && !(container.kind === 'element' && rules.allowsAttribute(container.name, key))) cursor.refuse('forbidden-name');
      if (!inFields && !rules.allowsValue(container.name, key, value)) cursor.refuse('forbidden-value');
      // Plain values only; an attribute may hold a list of numbers (column widths).
      if (inFields && typeof value === 'object' && value !== null) cursor.refuse('forbidden-value');
    },
    foreignContent: (cursor) => cursor.refuse('unknown-content'),
  };
}
