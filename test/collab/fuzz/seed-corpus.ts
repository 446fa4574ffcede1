import { appendBlocks, insertGoal, insertMeasure, newBlockId, removeBlock } from '@konzeptwerkstatt/document-model';
import * as encoding from 'lib0/encoding';
import * as prng from 'lib0/prng';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';

type Edit = (doc: Y.Doc) => void;

/** One of each kind of thing that people do to a text. */
const edits: readonly Edit[] = [
  (doc) => appendBlocks(doc, [{ type: 'paragraph', text: 'Ausgangslage' }, { type: 'paragraph', text: 'Zweiter Absatz: Straße, مرحبا, 🌍' }]),
  (doc) => insertMeasure(doc, { blockId: newBlockId(), title: 'Sprachmittlung', description: 'In Behörden\nund Schulen', values: { status: 'running' } }),
  (doc) => insertGoal(doc, { blockId: newBlockId(), title: 'Teilhabe' }),
  (doc) => appendBlocks(doc, [{ type: 'table', header: ['Was', 'Wer'], rows: [['Beratung', 'Verein'], ['Kurse', 'VHS']] }]),
  (doc) => appendBlocks(doc, [{ type: 'picture', fileId: newBlockId(), alt: 'Menschen an einem Tisch' }]),
  (doc) => firstText(doc).insert(3, ' neu '),
  (doc) => firstText(doc).format(0, 6, { bold: true }),
  (doc) => firstText(doc).format(2, 6, { link: { href: 'https://example.org' } }),
  (doc) => firstText(doc).delete(1, 4),
  (doc) => (doc.getXmlFragment('body').get(0) as Y.XmlElement).setAttribute('indent', '1'),
  (doc) => removeBlock(doc, appendBlocks(doc, [{ type: 'paragraph', text: 'weg' }])[0]!),
];

function firstText(doc: Y.Doc): Y.XmlText {
  return (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
}

/** What an honest client sends; to be mutated. */
export interface SeedCorpus {
  readonly updates: readonly Uint8Array[];
  readonly messages: readonly Uint8Array[];
}

/** Updates and messages of a few honest clients: single steps, whole states, merged ones, state vectors, cursors. */
export function makeSeedCorpus(random: prng.PRNG): SeedCorpus {
  const updates: Uint8Array[] = [];
  const messages: Uint8Array[] = [];
  for (let author = 0; author < 8; author++) {
    const doc = new Y.Doc();
    doc.clientID = prng.uint32(random, 1, 2 ** 31);
    const steps: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => steps.push(update));
    edits.forEach((edit) => edit(doc));
    updates.push(...steps, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(steps.slice(0, 3)), Y.encodeStateAsUpdateV2(doc));
    messages.push(message(0, 0, Y.encodeStateVector(doc)), cursor(doc));
    doc.destroy();
  }
  messages.push(Uint8Array.of(3));
  return { updates, messages };
}

function freshDocument(random: prng.PRNG, made: readonly Edit[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = prng.uint32(random, 1, 2 ** 31);
  made.forEach((edit) => edit(doc));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/**
 * All that somebody new has written, so that no part of it is known to the server; now and then that of two people as one update,
 * whichever of their numbers is higher, or the same twice.
 */
export function freshUpdate(random: prng.PRNG): Uint8Array {
  const beginning = edits.slice(0, 1);
  const one = freshDocument(random, beginning);
  switch (prng.int32(random, 0, 9)) {
    case 0: return together(one, freshDocument(random, beginning));
    case 1: return together(one, one);
    default: return freshDocument(random, edits.filter((_edit, index) => index === 0 || prng.bool(random)));
  }
}

/** Two updates of one client each that delete nothing, as one. */
function together(one: Uint8Array, other: Uint8Array): Uint8Array {
  return Uint8Array.of(2, ...one.subarray(1, -1), ...other.subarray(1, -1), 0);
}

function message(...parts: [number, number, Uint8Array] | [number, Uint8Array]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
  });
}

function cursor(doc: Y.Doc): Uint8Array {
  const awareness = new Awareness(doc);
  awareness.setLocalState({ user: { name: 'Amira' }, cursor: { anchor: { type: null, tname: 'body' }, head: null } });
  const bytes = message(1, encodeAwarenessUpdate(awareness, [doc.clientID]));
  awareness.destroy();
  return bytes;
}
