import { expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { bodyOf } from '@konzeptwerkstatt/document-model';
import { changesPart } from './changed-part.js';

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}
const block = (words: string): Y.XmlElement => element('block', new Y.XmlText(words));
const blockIn = (part: Y.XmlFragment, index: number): Y.XmlElement => part.get(index) as Y.XmlElement;
const textIn = (part: Y.XmlFragment): Y.XmlText => part.get(0) as Y.XmlText;
const goalIn = (body: Y.XmlFragment): Y.XmlElement => blockIn(body, 1);

/** Somebody composes in the second block of the goal; somebody else changes something. */
function isChangedBy(change: (body: Y.XmlFragment) => void): boolean {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  bodyOf(doc).insert(0, [block('Oben.'), element('goal', block('Davor.'), block('Hier.'), element('block')), block('Unten.')]);
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  let update = new Uint8Array();
  other.on('update', (bytes: Uint8Array) => { update = bytes as Uint8Array<ArrayBuffer>; });
  other.transact(() => change(bodyOf(other)));
  return changesPart(update, blockIn(goalIn(bodyOf(doc)), 1), doc);
}

it.each<[string, (body: Y.XmlFragment) => void]>([
  ['writes into it', (body) => textIn(blockIn(goalIn(body), 1)).insert(2, 'x')],
  ['writes at its end', (body) => textIn(blockIn(goalIn(body), 1)).insert(5, 'x')],
  ['takes letters out of it', (body) => textIn(blockIn(goalIn(body), 1)).delete(1, 2)],
  ['makes words in it bold', (body) => textIn(blockIn(goalIn(body), 1)).format(0, 3, { bold: true })],
  ['makes it a heading', (body) => blockIn(goalIn(body), 1).setAttribute('kind', 'heading2')],
  ['puts a line break behind its words', (body) => blockIn(goalIn(body), 1).insert(1, [element('lineBreak')])],
  ['puts a line break before its words', (body) => blockIn(goalIn(body), 1).insert(0, [element('lineBreak')])],
  ['removes it', (body) => goalIn(body).delete(1, 1)],
  ['removes all that it stands in', (body) => body.delete(1, 1)],
  ['writes elsewhere and into it', (body) => { textIn(blockIn(body, 0)).insert(0, 'x'); textIn(blockIn(goalIn(body), 1)).insert(0, 'x'); }],
])('a paragraph is changed by who %s', (_what, change) => {
  expect(isChangedBy(change)).toBe(true);
});

it.each<[string, (body: Y.XmlFragment) => void]>([
  ['writes in the one before it', (body) => textIn(blockIn(goalIn(body), 0)).insert(6, ' Noch mehr.')],
  ['writes in an empty one behind it', (body) => blockIn(goalIn(body), 2).insert(0, [new Y.XmlText('x')])],
  ['puts one right before it', (body) => goalIn(body).insert(1, [block('Neu.')])],
  ['puts one right behind it', (body) => goalIn(body).insert(2, [block('Neu.')])],
  ['removes the one before it', (body) => goalIn(body).delete(0, 1)],
  ['removes all around what it stands in', (body) => { body.delete(2, 1); body.delete(0, 1); }],
  ['sets an attribute of what it stands in', (body) => goalIn(body).setAttribute('id', 'x')],
])('a paragraph is not changed by who %s', (_what, change) => {
  expect(isChangedBy(change)).toBe(false);
});
