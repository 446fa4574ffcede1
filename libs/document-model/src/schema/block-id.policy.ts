import { v4, v5 } from 'uuid';

/** Namespace of the ids that are derived from other ids; never change it, replicas would repair differently. */
const DERIVED_IDS = '5c6f7a52-0a0c-4b8e-9a3e-8f0d5b2a7c41';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A lower-case UUID of any version. Field keys rely on its fixed length. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}

export function isBlockId(value: unknown): value is string {
  return isUuid(value);
}

/** A random id for a new block. */
export function newBlockId(): string {
  return v4();
}

/** An id that everybody derives alike from the same text. */
export function derivedBlockId(text: string): string {
  return v5(text, DERIVED_IDS);
}

/**
 * Gives every block of a document its own id. The first block in document order keeps a shared id; each later one gets
 * the derived id of `<old id>/<n>` with the smallest n that is not in the document, so replicas that repair at the same
 * time write the same value. `ids` are the stored ids in document order; what is no id is replaced by `missingId(index)`.
 */
export function resolveBlockIds(ids: readonly unknown[], missingId: (index: number) => string): string[] {
  const taken = new Set<string>(ids.filter(isBlockId));
  const seen = new Set<string>();
  const lastTried = new Map<string, number>();
  return ids.map((id, index) => {
    if (!isBlockId(id)) return missingId(index);
    if (!seen.has(id)) {
      seen.add(id);
      return id;
    }
    let n = lastTried.get(id) ?? 0;
    let candidate: string;
    do {
      n += 1;
      candidate = derivedBlockId(`${id}/${n}`);
    } while (taken.has(candidate));
    lastTried.set(id, n);
    taken.add(candidate);
    return candidate;
  });
}
