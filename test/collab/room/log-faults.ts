import { allowedNames } from '@konzeptwerkstatt/document-model';
import * as Y from 'yjs';

/**
 * What is wrong with the rows of a log that was never compacted, in its order: a clock that comes twice, clocks that are missing, clients
 * in an order in which nobody can merge them, something that no client can place, names that the document model does not know.
 */
export function faultsOfLog(rows: readonly Uint8Array[]): string[] {
  const doc = new Y.Doc();
  try {
    doc.transact(() => rows.forEach((row) => Y.applyUpdate(doc, row)));
    const isPlaced = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    return [...new Set([...clockFaults(rows), ...(isPlaced ? [] : ['something that cannot be placed']), ...(hasForeignNames(doc) ? ['names the document model does not know'] : [])])];
  } catch (error) {
    return [`something that no client can read: ${String(error)}`];
  } finally {
    doc.destroy();
  }
}

function* clockFaults(rows: readonly Uint8Array[]): Generator<string> {
  const known = new Map<number, number>();
  for (const row of rows) {
    const clients: number[] = [];
    for (const { id: { client, clock }, length } of Y.decodeUpdate(row).structs) {
      const next = known.get(client) ?? 0;
      if (clock < next) yield 'a clock twice';
      if (clock > next) yield 'a gap between clocks';
      known.set(client, Math.max(next, clock + length));
      if (clients.at(-1) === client) continue;
      if (client > (clients.at(-1) ?? client)) yield 'clients out of order';
      clients.push(client);
    }
  }
}

/** Whether something in a document is called what nothing may be called, or stands where it may not. */
function hasForeignNames(doc: Y.Doc): boolean {
  if ([...doc.share.keys()].some((root) => !allowedNames.roots.has(root))) return true;
  return [...doc.getMap('fields').keys()].some((key) => !allowedNames.isAllowedFieldKey(key)) || isForeignBelow(null, doc.getXmlFragment('body'));
}

function isForeignBelow(parent: string | null, fragment: Y.XmlFragment): boolean {
  return (fragment.toArray() as unknown[]).some((child) => {
    if (child instanceof Y.XmlText) return !allowedNames.allowsChild(parent, 'text') || hasForeignMarks(child);
    if (!(child instanceof Y.XmlElement) || !allowedNames.allowsChild(parent, child.nodeName)) return true;
    return Object.keys(child.getAttributes()).some((key) => !allowedNames.allowsAttribute(child.nodeName, key)) || isForeignBelow(child.nodeName, child);
  });
}

function hasForeignMarks(text: Y.XmlText): boolean {
  const runs = text.toDelta() as { attributes?: Record<string, unknown> }[];
  return runs.some(({ attributes = {} }) => Object.keys(attributes).some((key) => !allowedNames.marks.has(key)));
}
