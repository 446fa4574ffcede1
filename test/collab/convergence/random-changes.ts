import * as prng from 'lib0/prng';
import * as Y from 'yjs';

/** One random change to a document. */
export type RandomChange = (doc: Y.Doc, random: prng.PRNG) => void;

const upTo = (random: prng.PRNG, most: number): number => prng.int32(random, 0, most);

/** Deletes one or two somewhere; sometimes inside a nested type instead, as Yjs's own tests do. */
function deleteSome(list: { readonly length: number; get?(index: number): unknown; delete(index: number, length: number): void }, random: prng.PRNG): void {
  if (list.length === 0) return;
  const at = upTo(random, list.length - 1);
  const nested = list.get?.(at);
  if (nested instanceof Y.Array && nested.length > 0 && prng.bool(random)) deleteSome(nested, random);
  else list.delete(at, prng.int32(random, 1, Math.min(2, list.length - at)));
}

const array = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('array');
const map = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('map');
const text = (doc: Y.Doc): Y.Text => doc.getText('text');
const xml = (doc: Y.Doc): Y.XmlElement => doc.get('xml', Y.XmlElement);

const arrayChanges: RandomChange[] = [
  (doc, random) => array(doc).insert(upTo(random, array(doc).length), Array.from({ length: prng.int32(random, 1, 4) }, () => upTo(random, 1_000_000))),
  (doc, random) => {
    const nested = new Y.Array<number>();
    array(doc).insert(upTo(random, array(doc).length), [nested]);
    nested.insert(0, [1, 2, 3, 4]);
  },
  (doc, random) => {
    const nested = new Y.Map<unknown>();
    array(doc).insert(upTo(random, array(doc).length), [nested]);
    nested.set('someprop', 42);
    nested.set('someprop', 43);
  },
  (doc, random) => array(doc).insert(upTo(random, array(doc).length), [null]),
  (doc, random) => deleteSome(array(doc), random),
];

const mapChanges: RandomChange[] = [
  (doc, random) => map(doc).set(prng.oneOf(random, ['one', 'two', 'three']), prng.utf16String(random).replaceAll('\0', '·')),
  (doc, random) => {
    const type = prng.oneOf(random, [new Y.Array(), new Y.Map()]);
    map(doc).set(prng.oneOf(random, ['one', 'two', 'three']), type);
    if (type instanceof Y.Array) type.insert(0, [1, 2, 3, 4]);
    else type.set('deepkey', 'deepvalue');
  },
  (doc, random) => map(doc).delete(prng.oneOf(random, ['one', 'two', 'three'])),
];

const textChanges: RandomChange[] = [
  (doc, random) => text(doc).insert(upTo(random, text(doc).length), prng.word(random), prng.oneOf(random, [{}, { bold: true }, { italic: true }, { bold: null }])),
  (doc, random) => text(doc).insertEmbed(upTo(random, text(doc).length), { image: 'https://example.org/a.png' }),
  (doc, random) => {
    const at = upTo(random, text(doc).length);
    text(doc).format(at, Math.min(text(doc).length - at, upTo(random, 5)), prng.oneOf(random, [{ bold: true }, { bold: null }, { italic: true }]));
  },
  (doc, random) => deleteSome({ length: text(doc).length, delete: (at, length) => text(doc).delete(at, length) }, random),
];

const xmlChanges: RandomChange[] = [
  (doc, random) => xml(doc).insert(upTo(random, xml(doc).length), [new Y.XmlElement(prng.oneOf(random, ['p', 'ul', 'table']))]),
  (doc, random) => xml(doc).insert(upTo(random, xml(doc).length), [new Y.XmlText(prng.word(random))]),
  (doc, random) => xml(doc).setAttribute(prng.oneOf(random, ['a', 'b']), prng.word(random)),
  (doc, random) => deleteSome({ length: xml(doc).length, delete: (at, length) => xml(doc).delete(at, length) }, random),
];

/** Random changes of all shared types, in the manner of Yjs's own tests. */
export const randomChanges: readonly RandomChange[] = [...arrayChanges, ...mapChanges, ...textChanges, ...xmlChanges];
