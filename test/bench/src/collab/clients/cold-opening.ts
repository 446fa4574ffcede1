import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { newClientIds } from './client-ids.js';
import type { Dialect } from './dialect.js';
import { Person } from './person.js';
import { walkRanges } from './update-ranges.js';

/** What somebody got who opened a document with nothing. */
export interface ColdOpening {
  /** Milliseconds from connecting until the bytes of everything are there. */
  readonly received: number;
  /** The same, with building the document from them. */
  readonly decoded: number;
  readonly text: string;
}

interface Arrival {
  readonly at: number;
  readonly update: Uint8Array;
}

const textOf = (doc: Y.Doc): string => String((doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0));

/**
 * Opens a document until it has all clocks of a client and the server has called it complete.
 * @throws Error when that takes longer than `patience` milliseconds
 */
export async function openCold(port: number, dialect: Dialect, whole: { readonly clientId: number; readonly clock: number }, patience: number): Promise<ColdOpening> {
  const arrivals: Arrival[] = [];
  let walked = 0;
  let clock = 0;
  // Not while anything is on its way: looking into the bytes is the benchmark's own work, and counts for nobody.
  const isComplete = (): boolean => {
    for (const { update } of arrivals.slice(walked)) walkRanges(update, 0, (client, _from, to) => { if (client === whole.clientId) clock = Math.max(clock, to); });
    walked = arrivals.length;
    return clock >= whole.clock;
  };
  const begin = performance.now();
  const person = await Person.join({
    port, dialect, clientId: newClientIds(1),
    onUpdate: (_person, bytes, start, end) => void arrivals.push({ at: performance.now() - begin, update: Buffer.from(bytes.subarray(start, end)) }),
  });
  for (const end = performance.now() + patience; !(person.synced && isComplete()); await sleep(1)) {
    if (performance.now() > end) throw new Error(`Not complete after ${patience} ms: ${clock} of ${whole.clock} clocks`);
  }
  person.leave();
  const { at: received = Number.NaN } = arrivals.at(-1) ?? {};
  const before = performance.now();
  const doc = new Y.Doc();
  doc.transact(() => arrivals.forEach(({ update }) => Y.applyUpdate(doc, update)));
  return { received, decoded: received + performance.now() - before, text: textOf(doc) };
}
