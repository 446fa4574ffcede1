import type * as Y from 'yjs';
import { BlockNotFound, DocumentChangeRefused, refuse } from '../document-model.errors.js';
import { checkField } from '../fields/field.registry.js';
import type { FieldOwner, FieldProblem, FieldValue } from '../fields/field.registry.js';
import { fieldKey } from '../fields/field-key.policy.js';
import { readBody, storedId } from '../reading/body.reader.js';
import type { BodyNode } from '../reading/body.reader.js';
import { validValues } from '../reading/field.reader.js';
import { fieldsOf } from '../reading/section-document.js';

/** New values by key without block id; null (or empty text) removes the key. */
export type FieldChanges = Readonly<Record<string, FieldValue | null>>;

/** The block with that id. Throws {@link BlockNotFound}. */
export function findBlock(doc: Y.Doc, blockId: string): BodyNode {
  const node = readBody(doc).byId.get(blockId);
  if (node === undefined) throw new BlockNotFound(blockId);
  return node;
}

/** Writes an id that was so far only derived, because what hangs on it would otherwise belong to another block. */
export function claimId(node: BodyNode): void {
  if (node.id !== null && storedId(node) !== node.id) node.element.setAttribute('id', node.id);
}

function ownerOf(node: BodyNode): FieldOwner {
  if (node.name === 'goal' || node.name === 'measure') return node.name;
  throw refuse('BLOCK_HAS_NO_FIELDS', 'Nur Ziele und Maßnahmen haben Angaben.', { blockId: node.id ?? '' });
}

const orNull = (value: FieldValue | null): FieldValue | null => (value === '' ? null : value);

/** Why the changes may not be made; an empty list when they may. A removal needs a known key, too. */
export function checkChanges(owner: FieldOwner, changes: FieldChanges): FieldProblem[] {
  return Object.entries(changes).flatMap(([key, value]) => {
    const problem = checkField(owner, key, orNull(value));
    const removesKnownKey = orNull(value) === null && problem?.code !== 'FIELD_UNKNOWN';
    return problem === null || removesKnownKey ? [] : [problem];
  });
}

function assertExpected(doc: Y.Doc, blockId: string, owner: FieldOwner, expected: FieldChanges): void {
  const fields = fieldsOf(doc);
  const now = validValues(owner, new Map(Object.keys(expected).map((key) => [key, fields.get(fieldKey(blockId, key))])));
  const stale = Object.entries(expected).filter(([key, value]) => orNull(value) !== (now[key] ?? null));
  if (stale.length === 0) return;
  const current = Object.fromEntries(stale.map(([key]) => [key, now[key] ?? null]));
  throw new DocumentChangeRefused({ code: 'FIELDS_STALE', message: 'Diese Angaben wurden inzwischen geändert.', params: { blockId }, current });
}

function write(doc: Y.Doc, blockId: string, changes: FieldChanges): void {
  const fields = fieldsOf(doc);
  for (const [key, value] of Object.entries(changes)) {
    const fullKey = fieldKey(blockId, key);
    const next = orNull(value);
    if (next === null && fields.has(fullKey)) fields.delete(fullKey);
    if (next !== null && fields.get(fullKey) !== next) fields.set(fullKey, next);
  }
}

/**
 * Sets and removes structured values of a goal or measure in one transaction; values that are the same are not written.
 * Throws BLOCK_NOT_FOUND, BLOCK_HAS_NO_FIELDS, FIELDS_INVALID (all or nothing), and, when `expected` names other values
 * than the document holds, FIELDS_STALE with the current ones.
 */
export function editFields(doc: Y.Doc, blockId: string, changes: FieldChanges, expected: FieldChanges = {}): void {
  const node = findBlock(doc, blockId);
  const owner = ownerOf(node);
  const problems = checkChanges(owner, changes);
  if (problems.length > 0) {
    throw new DocumentChangeRefused({ code: 'FIELDS_INVALID', message: 'Einige Angaben können so nicht gespeichert werden.', params: { blockId }, fields: problems });
  }
  assertExpected(doc, blockId, owner, expected);
  doc.transact(() => {
    claimId(node);
    write(doc, blockId, changes);
  });
}
