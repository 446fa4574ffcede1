import type * as Y from 'yjs';
import { checkField } from '../fields/field.registry.js';
import type { FieldOwner, FieldValue } from '../fields/field.registry.js';
import { fieldKey, splitFieldKey } from '../fields/field-key.policy.js';
import type { FieldValues } from '../fields/field-values.reader.js';
import { fieldsOf } from './section-document.js';

/** Every stored value by block id and key, valid or not. */
export function groupFields(doc: Y.Doc): Map<string, Map<string, unknown>> {
  const groups = new Map<string, Map<string, unknown>>();
  for (const [fullKey, value] of fieldsOf(doc).entries()) {
    const parts = splitFieldKey(fullKey);
    if (parts === null) continue;
    const group = groups.get(parts.blockId) ?? new Map<string, unknown>();
    groups.set(parts.blockId, group.set(parts.key, value));
  }
  return groups;
}

/** The valid values of one group, in the order of their keys; what is unknown or invalid counts as not set. */
export function validValues(owner: FieldOwner, group: ReadonlyMap<string, unknown> | undefined): FieldValues {
  const entries = [...(group ?? [])].filter(([key, value]) => checkField(owner, key, value) === null) as [string, FieldValue][];
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The valid structured values of one goal or measure by key without block id. Does not look whether the block still stands. */
export function readFieldValues(doc: Y.Doc, owner: FieldOwner, blockId: string): FieldValues {
  const prefix = fieldKey(blockId, '');
  const group = new Map<string, unknown>();
  for (const [fullKey, value] of fieldsOf(doc).entries()) {
    if (fullKey.startsWith(prefix)) group.set(fullKey.slice(prefix.length), value);
  }
  return validValues(owner, group);
}
