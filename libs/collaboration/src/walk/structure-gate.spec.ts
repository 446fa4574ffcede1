import { describe, expect, it } from '@jest/globals';
import { allowedNames, FIELDS_KEY } from '@konzeptwerkstatt/document-model';
import * as Y from 'yjs';
import { createStructureGate } from './structure-gate.js';
import { walkUpdate } from './update-walk.js';

const gate = createStructureGate(allowedNames, FIELDS_KEY);
const blockId = '0b2ff3f4-51f2-4a27-8a51-0c0b8a1d2c3e';

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
    ['a table cell with column widths', (doc) => { const cell = new Y.XmlElement('tableCell'); cell.setAttribute('colwidth', [100] as never); body(doc).insert(0, [cell]); }],
    ['fields of a measure', (doc) => { doc.getMap('fields').set(`${blockId}/status`, 'running'); doc.getMap('fields').set(`${blockId}/partner/${blockId}`, true); doc.getMap('fields').delete(`${blockId}/status`); }],
  ])('lets pass %s', (_title, change) => {
    expect(walked(change)).not.toThrow();
  });

  it.each<[string, string, (doc: Y.Doc) => void]>([
    ['an unknown element', 'forbidden-name', (doc) => body(doc).insert(0, [new Y.XmlElement('script')])],
    ['an unknown attribute', 'forbidden-name', (doc) => block(doc, { onclick: 'alert(1)' })],
    ['an unknown mark', 'forbidden-name', (doc) => block(doc).insert(0, 'x', { style: { css: 'x' } })],
    ['a script behind a link', 'forbidden-value', (doc) => block(doc).insert(0, 'x', { link: { href: 'javascript:alert(1)' } })],
    ['another root type', 'forbidden-name', (doc) => doc.getMap('other').set('a', 1)],
    ['an unknown field', 'forbidden-name', (doc) => doc.getMap('fields').set(`${blockId}/password`, 'x')],
    ['a nested map in the fields', 'unknown-content', (doc) => doc.getMap('fields').set(`${blockId}/status`, new Y.Map())],
    ['an object as field value', 'forbidden-value', (doc) => doc.getMap('fields').set(`${blockId}/status`, { a: 1 })],
    ['a field value of ten megabytes', 'too-large', (doc) => doc.getMap('fields').set(`${blockId}/resources`, 'x'.repeat(10_000_000))],
    ['binary data', 'unknown-content', (doc) => doc.getMap('fields').set(`${blockId}/status`, new Uint8Array(3))],
    ['an embedded object', 'unknown-content', (doc) => block(doc).insertEmbed(0, { image: 'x' })],
    ['a subdocument', 'subdocument', (doc) => doc.getMap('fields').set(`${blockId}/status`, new Y.Doc())],
    ['five thousand elements inside each other', 'too-deep', (doc) => {
      let parent: Y.XmlFragment = body(doc);
      for (let depth = 0; depth < 5000; depth++) { const child = new Y.XmlElement('block'); parent.insert(0, [child]); parent = child; }
    }],
  ])('refuses %s', (_title, reason, change) => {
    expect(walked(change)).toThrow(expect.objectContaining({ reason }));
  });
});
