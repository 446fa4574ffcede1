import { useCallback, useSyncExternalStore } from 'react';
import { fieldKey, fieldsOf } from '@konzeptwerkstatt/document-model';
import type { FieldValue } from '@konzeptwerkstatt/document-model';
import type * as Y from 'yjs';
import { localOrigin } from './document-session.js';

export type StoredFields = Readonly<Record<string, FieldValue>>;

const none: StoredFields = {};

function collect(fields: Y.Map<unknown>, blockId: string): StoredFields {
  const prefix = fieldKey(blockId, '');
  const found: Record<string, FieldValue> = {};
  fields.forEach((value, key) => {
    if (key.startsWith(prefix)) found[key.slice(prefix.length)] = value as FieldValue;
  });
  return Object.keys(found).length === 0 ? none : found;
}

const caches = new WeakMap<Y.Doc, Map<string, StoredFields>>();

/** One cache per document, emptied block by block as changes arrive, so that a key stroke reads no fields at all. */
function cacheOf(doc: Y.Doc): Map<string, StoredFields> {
  const known = caches.get(doc);
  if (known) return known;
  const cache = new Map<string, StoredFields>();
  caches.set(doc, cache);
  fieldsOf(doc).observe((event) => {
    for (const key of event.keysChanged) cache.delete(String(key).slice(0, 36));
  });
  return cache;
}

/** The stored fields of a goal or measure by key without block id (`status`, `partner/<id>`), and a way to set one. */
export function useBlockFields(doc: Y.Doc, blockId: string): { values: StoredFields; set: (key: string, value: FieldValue | null) => void } {
  const fields = fieldsOf(doc);
  const subscribe = useCallback((listener: () => void) => {
    cacheOf(doc);
    const onChange = (event: Y.YMapEvent<unknown>) => {
      if ([...event.keysChanged].some((key) => String(key).startsWith(blockId))) listener();
    };
    fields.observe(onChange);
    return () => fields.unobserve(onChange);
  }, [doc, fields, blockId]);
  const read = useCallback(() => {
    const cache = cacheOf(doc);
    const cached = cache.get(blockId);
    if (cached) return cached;
    const values = collect(fields, blockId);
    cache.set(blockId, values);
    return values;
  }, [doc, fields, blockId]);
  const values = useSyncExternalStore(subscribe, read);
  const set = useCallback((key: string, value: FieldValue | null) => {
    doc.transact(() => {
      if (value === null) fields.delete(fieldKey(blockId, key));
      else fields.set(fieldKey(blockId, key), value);
    }, localOrigin);
  }, [doc, fields, blockId]);
  return { values, set };
}
