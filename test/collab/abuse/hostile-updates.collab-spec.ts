import { describe, expect, it } from '@jest/globals';
import { appendBlocks, insertMeasure, newBlockId } from '@konzeptwerkstatt/document-model';
import { until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { syncMessage } from '../room/room-socket.js';
import { bodyOf, collectedRun, paragraph, rawUpdate, updateOf } from './hostile-update.js';
import { useVictims } from './victims.js';

const REFUSED = 4422;
const TOO_LARGE = 4413;

const victims = useVictims(usePlainDatabase());
const honest = updateOf((doc) => appendBlocks(doc, [{ type: 'paragraph', text: 'ehrlich' }]));
const flipped = Uint8Array.from(honest, (byte, index) => (index === 8 ? byte ^ 0xff : byte));
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

describe('bytes that are no update', () => {
  it.each([
    ['nothing at all', new Uint8Array()],
    ['garbage', Uint8Array.from([1, 2, 3, 255, 255])],
    ['garbage that once ran for ever', new Uint8Array(Buffer.from('garbagedoc', 'base64'))],
    ['an update cut short', honest.slice(0, honest.length - 5)],
    ['an update with something behind it', new Uint8Array([...honest, 0])],
    ['an update with one byte flipped', flipped],
    ['an update in the second encoding', Y.convertUpdateFormatV1ToV2(honest)],
    ['27 bytes that make merging in the second encoding run for ever', bytes('00010000000001000100010200001602000001fdffffffff7f0000')],
  ])('(%s) end their own socket with 4422 and change nothing', async (_what, update) => {
    const before = await victims().print();
    expect(await victims().attack(update)).toMatchObject({ code: REFUSED });
    expect(await victims().print()).toBe(before);
    await victims().expectUnharmed();
  });
});

describe('structs under another’s client id', () => {
  it.each([
    ['a huge collected run behind her last word', (client: number, clock: number) => rawUpdate(client, clock, [collectedRun(2 ** 31)])],
    ['a gap before them', (client: number, clock: number) => rawUpdate(client, clock + 1000, [collectedRun(1)])],
    ['words of hers that she has not written', (client: number) => updateOf((doc) => bodyOf(doc).insert(0, [paragraph('nie gesagt'), paragraph('nie gesagt'), paragraph('nie gesagt')]), client)],
  ])('(%s) are refused, and her next hundred edits arrive', async (_what, forge) => {
    const { anna, bela, attack, expectUnharmed } = victims();
    const clock = Y.getState(anna.doc.store, anna.doc.clientID);
    expect(await attack(forge(anna.doc.clientID, clock))).toMatchObject({ code: REFUSED });
    for (let index = 0; index < 100; index++) appendBlocks(anna.doc, [{ type: 'paragraph', text: `[${index}]` }]);
    await until(() => bela.text.includes('[99]'), 'the hundredth arrives');
    expect(bela.text).toBe(anna.text);
    await expectUnharmed();
  });
});

describe('updates that wait for what never comes', () => {
  it('end their socket with 4422: the first of 20,000 withheld', async () => {
    const doc = new Y.Doc();
    const withheld: Uint8Array[] = [];
    const block = paragraph('');
    bodyOf(doc).insert(0, [block]);
    doc.on('update', (update: Uint8Array) => withheld.push(update));
    const words = block.get(0) as Y.XmlText;
    for (let index = 0; index < 20_000; index++) words.insert(index, 'x');
    const before = await victims().print();
    expect(await victims().attack(...withheld)).toMatchObject({ code: REFUSED });
    expect(await victims().print()).toBe(before);
    await victims().expectUnharmed();
  }, 30_000);

  it('end their socket with 4422 within three seconds: a single one', async () => {
    const since = Date.now();
    expect(await victims().attack(rawUpdate(7, 5, [collectedRun(1)]))).toMatchObject({ code: REFUSED });
    expect(Date.now() - since).toBeLessThan(4_000);
  });
});

describe('updates that are too much', () => {
  it('are refused above one mebibyte with 4413', async () => {
    expect(await victims().attack(updateOf((doc) => bodyOf(doc).insert(0, [paragraph('x'.repeat(1_200_000))])))).toMatchObject({ code: TOO_LARGE });
    await victims().expectUnharmed();
  });

  it.each([
    ['elements nested 5,000 deep', updateOf((doc) => nest(bodyOf(doc), 5_000))],
    ['an attribute of 100 kB', updateOf((doc) => bodyOf(doc).insert(0, [paragraph('a', { id: 'x'.repeat(100_000) })]))],
    ['a map of 20,000 keys', updateOf((doc) => doc.transact(() => { for (let index = 0; index < 20_000; index++) doc.getMap('fields').set(`key-${index}`, index); }))],
    ['a value nested 1,000 deep', updateOf((doc) => doc.getMap('fields').set(`${newBlockId()}/status`, JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`)))],
  ])('(%s) are refused with 4422', async (_what, update) => {
    const before = await victims().print();
    expect(await victims().attack(update)).toMatchObject({ code: REFUSED });
    expect(await victims().print()).toBe(before);
    await victims().expectUnharmed();
  });
});

describe('what the document model does not know', () => {
  it.each([
    ['a script', (doc: Y.Doc) => bodyOf(doc).insert(0, [new Y.XmlElement('script')])],
    ['a frame with its own page', (doc: Y.Doc) => bodyOf(doc).insert(0, [withAttribute('iframe', 'srcdoc', '<script>1</script>')])],
    ['a picture that calls', (doc: Y.Doc) => bodyOf(doc).insert(0, [new Y.XmlElement('svg')])],
    ['an attribute that runs', (doc: Y.Doc) => bodyOf(doc).insert(0, [withAttribute('block', 'onclick', 'alert(1)')])],
    ['a link that runs', (doc: Y.Doc) => { bodyOf(doc).insert(0, [paragraph('hier')]); textIn(doc).format(0, 4, { link: { href: 'javascript:alert(1)' } }); }],
    ['another root', (doc: Y.Doc) => doc.getText('other').insert(0, 'a')],
    ['a document in the document', (doc: Y.Doc) => doc.getMap('fields').set(`${newBlockId()}/status`, new Y.Doc())],
    ['bytes', (doc: Y.Doc) => doc.getMap('fields').set(`${newBlockId()}/status`, new Uint8Array([1, 2, 3]))],
  ])('(%s) is refused with 4422', async (_what, edit) => {
    const before = await victims().print();
    expect(await victims().attack(updateOf(edit))).toMatchObject({ code: REFUSED });
    expect(await victims().print()).toBe(before);
    await victims().expectUnharmed();
  });

  it('is told apart from what it knows', async () => {
    const socket = await victims().open('carla');
    socket.send(syncMessage(2, updateOf((doc) => insertMeasure(doc, { blockId: newBlockId(), title: 'Sprachmittlung' }))));
    await until(() => victims().bela.text.includes('Sprachmittlung'), 'honest work arrives');
    expect(socket.isOpen).toBe(true);
  });
});

function nest(parent: Y.XmlFragment, levels: number): void {
  let inner: Y.XmlFragment = parent;
  for (let level = 0; level < levels; level++) {
    const next = new Y.XmlElement('block');
    inner.insert(0, [next]);
    inner = next;
  }
}

function withAttribute(name: string, key: string, attribute: string): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.setAttribute(key, attribute);
  return made;
}

const textIn = (doc: Y.Doc): Y.XmlText => (bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
