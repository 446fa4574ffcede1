import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { newClientIds } from './client-ids.js';

/** Keystrokes one after the other, as one client's updates. */
export interface KeystrokeTrace {
  readonly source: string;
  readonly clientId: number;
  readonly updates: readonly Uint8Array[];
  /** All of them in one update, what was deleted in between collected. */
  readonly state: Uint8Array;
  /** Only what was deleted: an update without structs. */
  readonly deletions: Uint8Array;
  /** Clocks that all updates together have. */
  readonly clock: number;
  /** What stands there in the end. */
  readonly text: string;
}

type Edit = readonly [position: number, deleted: number, inserted: string];

interface TraceFile {
  readonly txns: readonly { readonly patches: readonly Edit[] }[];
}

/** File with the recorded keystrokes of a paper (github.com/josephg/editing-traces); it is not part of this repository. */
const recorded = process.env['TRACE_FILE'] ?? null;

/** Typing at a place that wanders; now and then some letters are taken back. */
function generated(count: number): Edit[] {
  const edits: Edit[] = [];
  let [length, place, back, seed] = [0, 0, 0, 1];
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  while (edits.length < count) {
    if (random(200) === 0) place = random(length + 1);
    if (back === 0 && random(60) === 0) back = 1 + random(20);
    if (back > 0 && place > 0) {
      edits.push([--place, 1, '']);
      length--;
      back--;
    } else {
      edits.push([place++, 0, String.fromCharCode(97 + random(26))]);
      length++;
    }
  }
  return edits;
}

function editsOf(file: string | null, count: number): { source: string; all: Edit[] } {
  if (file === null || !existsSync(file)) return { source: `${count} generated edits, because TRACE_FILE names no recording`, all: generated(count) };
  const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as TraceFile;
  return { source: file, all: txns.flatMap(({ patches }) => patches) };
}

let loaded: KeystrokeTrace | null = null;

/** The keystrokes of a whole paper as Yjs updates, or so many generated ones; takes some seconds, once. */
export function keystrokeTrace(file = recorded, generatedEdits = 250_000): KeystrokeTrace {
  return (loaded ??= load(editsOf(file, generatedEdits)));
}

function load({ source, all }: { readonly source: string; readonly all: readonly Edit[] }): KeystrokeTrace {
  const doc = new Y.Doc();
  doc.clientID = newClientIds(1);
  const updates: Uint8Array[] = [];
  const text = new Y.XmlText();
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.transact(() => {
    const block = new Y.XmlElement('block');
    block.insert(0, [text]);
    doc.getXmlFragment('body').insert(0, [block]);
  });
  for (const [position, deleted, inserted] of all) {
    if (deleted > 0) text.delete(position, deleted);
    if (inserted !== '') text.insert(position, inserted);
  }
  return { source, clientId: doc.clientID, updates, state: Y.encodeStateAsUpdate(doc), deletions: Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)), clock: Y.getState(doc.store, doc.clientID), text: text.toString() };
}
