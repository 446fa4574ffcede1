import { describe, expect, it } from '@jest/globals';
import { pause, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { syncMessage } from '../room/room-socket.js';
import { storedUpdates } from '../room/stored-document.js';
import { bodyOf, element, paragraph, rawUpdate, text, value, type RawStruct } from './hostile-update.js';
import { useVictims } from './victims.js';

const database = usePlainDatabase();
const victims = useVictims(database);
const MALLORY = 1234;
/** Told only by what is kept out: however long the server takes to look, nothing of it may be stored after that. */
const LOOKED_AFTER = 2_500;

/** Mallory's honest beginning: a paragraph with a text and an attribute, so that clocks 0, 1, 2… name them. */
function beginning(): { doc: Y.Doc; update: Uint8Array; block: number; attribute: number; textNode: number; letters: number } {
  const doc = new Y.Doc();
  doc.clientID = MALLORY;
  bodyOf(doc).insert(0, [paragraph('abcdef', { kind: 'paragraph' })]);
  const structs = Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs as Y.Item[];
  const clockOf = (holds: (item: Y.Item) => boolean): number => structs.find(holds)!.id.clock;
  return {
    doc, update: Y.encodeStateAsUpdate(doc), block: 0,
    attribute: clockOf(({ parentSub }) => parentSub !== null),
    textNode: clockOf(({ content, id }) => content instanceof Y.ContentType && id.clock !== 0),
    letters: clockOf(({ content }) => content instanceof Y.ContentString),
  };
}

type Forge = (begun: ReturnType<typeof beginning>) => RawStruct;

/** Sends the honest beginning and then what refers to it. @returns whether all of that is kept out of the database */
async function isKeptOut(forge: Forge): Promise<boolean> {
  const begun = beginning();
  const socket = await victims().open('mallory');
  const next = Y.getState(begun.doc.store, MALLORY);
  socket.send(syncMessage(2, begun.update));
  await pause(100);
  socket.send(syncMessage(2, rawUpdate(MALLORY, next, [forge(begun)])));
  const ending = await Promise.race([socket.ended, pause(LOOKED_AFTER)]);
  if (ending !== undefined) expect(ending.code).toBe(4422);
  const stored = (await storedUpdates(database().pool, victims().documentId)).flatMap((update) => Y.decodeUpdate(update).structs);
  return !stored.some((struct) => struct.id.client === MALLORY && struct.id.clock + struct.length > next && !(struct instanceof Y.GC));
}

describe('structure whose place is only known from earlier updates', () => {
  it.each<[string, Forge]>([
    ['a value as a child of a paragraph', ({ textNode }) => ({ ...value('x'), origin: [MALLORY, textNode] })],
    ['a value as a child that claims to be an attribute', ({ textNode }) => ({ ...value('x'), origin: [MALLORY, textNode], key: '' })],
    ['letters beside an attribute', ({ attribute }) => ({ ...text('x'), origin: [MALLORY, attribute] })],
    ['an element in place of an attribute', ({ attribute }) => ({ ...element('block'), origin: [MALLORY, attribute] })],
    ['an attribute that only tables have, on a paragraph', ({ block }) => ({ ...value('9'), parent: [MALLORY, block], key: 'colspan' })],
    ['a title in a paragraph', ({ textNode }) => ({ ...element('title'), origin: [MALLORY, textNode] })],
    ['an element inside a text', ({ letters }) => ({ ...element('block'), origin: [MALLORY, letters] })],
    ['letters directly in a paragraph', ({ textNode }) => ({ ...text('x'), origin: [MALLORY, textNode] })],
    ['an attribute on a text', ({ textNode }) => ({ ...value('x'), parent: [MALLORY, textNode], key: 'id' })],
  ])('is kept out: %s', async (_what, forge) => {
    expect(await isKeptOut(forge)).toBe(true);
    await victims().expectUnharmed();
  }, 15_000);

  it('is kept out: neighbours that do not stand beside each other, at which every client would fail', async () => {
    expect(await isKeptOut(({ block, letters }) => ({ ...text('x'), origin: [MALLORY, letters + 3], rightOrigin: [MALLORY, block] }))).toBe(true);
    await victims().expectUnharmed();
  }, 15_000);

  it('is kept out: elements that get deeper with each update', async () => {
    const doc = new Y.Doc();
    doc.clientID = MALLORY;
    const socket = await victims().open('mallory');
    doc.on('update', (update: Uint8Array) => socket.send(syncMessage(2, update)));
    let inner: Y.XmlFragment = bodyOf(doc);
    for (let level = 0; level < 200; level++) {
      const next = new Y.XmlElement('block');
      inner.insert(0, [next]);
      inner = next;
    }
    expect(await Promise.race([socket.ended, pause(LOOKED_AFTER)])).toMatchObject({ code: 4422 });
    await victims().expectUnharmed();
  }, 15_000);
});
