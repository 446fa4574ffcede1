import { describe, expect, it } from '@jest/globals';
import { allowedNames, FIELDS_KEY } from '@konzeptwerkstatt/document-model';
import * as Y from 'yjs';
import { Places } from './place.js';
import { createStructureGate } from './structure-gate.js';
import { walkUpdate } from './update-walk.js';

const gate = createStructureGate(allowedNames, FIELDS_KEY);
const blockId = '0b2ff3f4-51f2-4a27-8a51-0c0b8a1d2c3e';

const picture = (doc: Y.Doc, attributes: Record<string, unknown>): void => {
  const element = new Y.XmlElement('picture');
  body(doc).insert(0, [element]);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string);
};

function walked(change: (doc: Y.Doc) => void): () => unknown {
  const doc = new Y.Doc();
  change(doc);
  return () => walkUpdate(Y.encodeStateAsUpdate(doc), gate);
}

const body = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body');

function block(doc: Y.Doc, attributes: Record<string, unknown> = {}): Y.XmlText {
  const element = new Y.XmlElement('block');
  const text = new Y.XmlText();
  element.insert(0, [text]);
  body(doc).insert(0, [element]);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string);
  return text;
}

describe('the gate of the document model', () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ['a block with words, marks and a link', (doc) => block(doc, { id: blockId, kind: 'heading2', indent: 1 }).insert(0, 'Wörter 👩‍👩‍👧', { bold: {}, link: { href: 'https://example.org' } })],
    ['a table cell with column widths', (doc) => { const [table, row, cell] = ['table', 'tableRow', 'tableCell'].map((name) => new Y.XmlElement(name)); cell!.setAttribute('colwidth', [100] as never); row!.insert(0, [cell!]); table!.insert(0, [row!]); body(doc).insert(0, [table!]); }],
    ['a picture', (doc) => picture(doc, { id: blockId, fileId: blockId, alt: 'Menschen an einem Tisch', caption: '', decorative: false })],
    ['fields of a measure', (doc) => { doc.getMap('fields').set(`${blockId}/status`, 'running'); doc.getMap('fields').set(`${blockId}/partner/${blockId}`, true); doc.getMap('fields').delete(`${blockId}/status`); }],
  ])('lets pass %s', (_title, change) => {
    expect(walked(change)).not.toThrow();
  });

  it.each<[string, string, (doc: Y.Doc) => void]>([
    ['an unknown element', 'forbidden-name', (doc) => body(doc).insert(0, [new Y.XmlElement('script')])],
    ['an unknown attribute', 'forbidden-name', (doc) => block(doc, { onclick: 'alert(1)' })],
    ['an unknown mark', 'forbidden-name', (doc) => block(doc).insert(0, 'x', { style: { css: 'x' } })],
    ['a script behind a link', 'forbidden-value', (doc) => block(doc).insert(0, 'x', { link: { href: 'javascript:alert(1)' } })],
    ['a picture from elsewhere', 'forbidden-value', (doc) => picture(doc, { fileId: 'https://example.org/pixel.png' })],
    ['an address at a picture', 'forbidden-name', (doc) => picture(doc, { src: 'https://example.org/pixel.png' })],
    ['a program at a picture', 'forbidden-name', (doc) => picture(doc, { onerror: 'alert(1)' })],
    ['an alternative text without end', 'forbidden-value', (doc) => picture(doc, { alt: 'x'.repeat(501) })],
    ['an object as caption', 'forbidden-value', (doc) => picture(doc, { caption: { html: 'x' } })],
    ['words in a picture', 'forbidden-name', (doc) => { picture(doc, {}); (body(doc).get(0) as Y.XmlElement).insert(0, [new Y.XmlText('x')]); }],
    ['another root type', 'forbidden-name', (doc) => doc.getMap('other').set('a', 1)],
    ['an unknown field', 'forbidden-name', (doc) => doc.getMap('fields').set(`${blockId}/password`, 'x')],
    ['a nested map in the fields', 'unknown-content', (doc) => doc.getMap('fields').set(`${blockId}/status`, new Y.Map())],
    ['an object as field value', 'forbidden-value', (doc) => doc.getMap('fields').set(`${blockId}/status`, { a: 1 })],
    ['a field value of ten megabytes', 'too-large', (doc) => doc.getMap('fields').set(`${blockId}/resources`, 'x'.repeat(10_000_000))],
    ['binary data', 'unknown-content', (doc) => doc.getMap('fields').set(`${blockId}/status`, new Uint8Array(3))],
    ['an embedded object', 'unknown-content', (doc) => block(doc).insertEmbed(0, { image: 'x' })],
    ['a subdocument', 'subdocument', (doc) => doc.getMap('fields').set(`${blockId}/status`, new Y.Doc())],
    ['five thousand elements inside each other', 'forbidden-name', (doc) => {
      let parent: Y.XmlFragment = body(doc);
      for (let depth = 0; depth < 5000; depth++) { const child = new Y.XmlElement('block'); parent.insert(0, [child]); parent = child; }
    }],
  ])('refuses %s', (_title, reason, change) => {
    expect(walked(change)).toThrow(expect.objectContaining({ reason }));
  });
});

/** The updates of one edit after the other, each judged on top of those before it, as a room does. */
function walkedOneByOne(doc: Y.Doc, edits: readonly (() => void)[], rules = gate): () => void {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  edits.forEach((edit) => edit());
  return () => {
    const known = new Places();
    for (const update of updates) {
      const outline = walkUpdate(update, rules, known);
      expect(outline.isPlaced).toBe(true);
      known.learn(outline);
    }
  };
}

describe('the gate over several updates', () => {
  /** Cells in tables in cells would be refused by their names; an element that may hold itself shows the depth alone. */
  const deep = createStructureGate({ ...allowedNames, allowsChild: () => true }, FIELDS_KEY);
  const deepening = (levels: number): (() => void) => {
    const doc = new Y.Doc();
    let parent: Y.XmlFragment = body(doc);
    return walkedOneByOne(doc, Array.from({ length: levels }, () => () => {
      const child = new Y.XmlElement('block');
      // A text first, so that the element stands beside it and does not name its parent.
      parent.insert(0, [new Y.XmlText('x')]);
      parent.insert(parent.length, [child]);
      parent = child;
    }), deep);
  };

  it('lets pass what is as deep as it may be, and refuses what becomes deeper step by step', () => {
    expect(deepening(allowedNames.maxDepth)).not.toThrow();
    expect(deepening(allowedNames.maxDepth + 1)).toThrow(expect.objectContaining({ reason: 'too-deep' }));
  });

  it('lets pass values that replace each other under one key, and refuses an object among them', () => {
    const doc = new Y.Doc();
    const fields = doc.getMap('fields');
    expect(walkedOneByOne(doc, [() => fields.set(`${blockId}/status`, 'idea'), () => fields.set(`${blockId}/status`, 'running')])).not.toThrow();
    const other = new Y.Doc();
    const values = other.getMap('fields');
    expect(walkedOneByOne(other, [() => values.set(`${blockId}/status`, 'idea'), () => values.set(`${blockId}/status`, { a: 1 })])).toThrow(expect.objectContaining({ reason: 'forbidden-value' }));
  });

  it('refuses a value that claims a key beside words that have none', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    block(doc).insert(0, 'Wort');
    const known = new Places();
    const first = walkUpdate(Y.encodeStateAsUpdate(doc), gate);
    known.learn(first);
    const clock = first.sections[0]!.to;
    // One value (true) with the key bit, to the right of the last letter.
    const forged = Uint8Array.from([1, 1, 7, clock, 8 | 128 | 32, 7, clock - 1, 1, 120, 0]);
    expect(() => walkUpdate(forged, gate, known)).toThrow(expect.objectContaining({ reason: 'forbidden-name' }));
  });

  it('places what two people wrote in turn and send together, however long the chain', () => {
    const [one, other] = [Object.assign(new Y.Doc(), { clientID: 1 }), Object.assign(new Y.Doc(), { clientID: 2 })];
    const text = block(one);
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    const otherText = (other.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    for (let turn = 0; turn < 3_000; turn++) {
      const [from, to, words] = turn % 2 === 0 ? [one, other, text] : [other, one, otherText];
      words.insert(words.length, 'x');
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
    }
    const outline = walkUpdate(Y.encodeStateAsUpdate(one), gate);
    expect(outline.isPlaced).toBe(true);
    const known = new Places();
    known.learn(outline);
    expect(known.find(2, 1_000)).toBe(known.find(1, 1_000));
  });

  it('refuses what no element may hold: the attribute of another, a title in a paragraph, words without a text', () => {
    const doc = new Y.Doc();
    const text = block(doc);
    const element = text.parent as Y.XmlElement;
    const known = new Places();
    known.learn(walkUpdate(Y.encodeStateAsUpdate(doc), gate));
    for (const edit of [() => element.setAttribute('colspan', 2 as never), () => element.insert(1, [new Y.XmlElement('title')])]) {
      const before = Y.encodeStateVector(doc);
      edit();
      expect(() => walkUpdate(Y.encodeStateAsUpdate(doc, before), gate, known)).toThrow(expect.objectContaining({ reason: 'forbidden-name' }));
    }
  });

  it('refuses an item between two that are no neighbours', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    block(doc).insert(0, 'eins');
    block(doc).insert(0, 'zwei');
    const known = new Places();
    known.learn(walkUpdate(Y.encodeStateAsUpdate(doc), gate));
    const words = body(doc).toArray().map((one) => ((one as Y.XmlElement).get(0) as Y.XmlText)._start!.id.clock);
    const forged = Uint8Array.from([1, 1, 8, 0, 4 | 128 | 64, 7, words[0]!, 7, words[1]!, 1, 120, 0]);
    expect(() => walkUpdate(forged, gate, known)).toThrow(expect.objectContaining({ reason: 'forbidden-name' }));
  });

  it('judges by what is known when an update brings it once more', () => {
    const doc = new Y.Doc();
    const text = block(doc);
    text.insert(0, 'ab');
    const known = new Places();
    known.learn(walkUpdate(Y.encodeStateAsUpdate(doc), gate));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    ((other.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(1, 'x');
    expect(() => walkUpdate(Y.encodeStateAsUpdate(other), gate, known)).not.toThrow();
  });

  it('keeps what is known when an earlier part comes once more', () => {
    const doc = new Y.Doc();
    const text = block(doc);
    const first = walkUpdate(Y.encodeStateAsUpdate(doc), gate);
    text.insert(0, 'abc');
    const known = new Places();
    known.learn(walkUpdate(Y.encodeStateAsUpdate(doc), gate));
    known.learn(first);
    expect(known.find(doc.clientID, Y.getState(doc.store, doc.clientID) - 1)).toBeDefined();
  });

  it('says when it cannot judge yet', () => {
    const doc = new Y.Doc();
    const text = block(doc);
    const before = Y.encodeStateVector(doc);
    text.insert(0, 'x');
    expect(walkUpdate(Y.encodeStateAsUpdate(doc, before), gate).isPlaced).toBe(false);
  });
});
