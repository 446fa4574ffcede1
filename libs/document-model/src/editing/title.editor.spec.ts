import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { EditorReplica, id, positionOf, syncAll } from '../../test/editor-replica.js';
import { readContent } from '../reading/section-content.reader.js';
import { bodyOf } from '../reading/section-document.js';
import { appendBlocks } from './blocks.editor.js';
import { setTitle } from './title.editor.js';

function twoEditors(title: string): [EditorReplica, EditorReplica] {
  const one = new EditorReplica(1);
  appendBlocks(one.doc, [{ type: 'measure', id: id(1), title }]);
  return [one, new EditorReplica(2, one.doc)];
}

function typeInTitle(editor: EditorReplica, offset: number, text: string): void {
  editor.edit((tr) => tr.insertText(text, positionOf(tr.doc, id(1)) + 2 + offset));
}

const titleIn = (editor: EditorReplica): string | undefined => readContent(editor.doc).measures[0]?.title;

describe('setting a title', () => {
  it.each([
    ['at the end', 14, ' vor Ort', 'Sprachmittlung in Ämtern vor Ort'],
    ['at the beginning', 0, 'Gute ', 'Gute Sprachmittlung in Ämtern'],
  ])('keeps what somebody types %s meanwhile', (_place, offset, typed, expected) => {
    const [one, other] = twoEditors('Sprachmittlung');
    typeInTitle(other, offset, typed);
    setTitle(one.doc, id(1), 'Sprachmittlung in Ämtern');
    syncAll([one, other]);
    expect([expected, 'Sprachmittlung vor Ort in Ämtern']).toContain(titleIn(one));
    expect(titleIn(other)).toBe(titleIn(one));
  });

  it('deletes and writes only the differing middle', () => {
    const [one] = twoEditors('Lotsen für Familien mit Kindern');
    const deleted: number[] = [];
    const added: string[] = [];
    bodyOf(one.doc).observeDeep((events) => events.forEach((event) => (event.delta as { insert?: string; delete?: number }[]).forEach((part) => {
      if (part.delete !== undefined) deleted.push(part.delete);
      if (part.insert !== undefined) added.push(part.insert);
    })));
    setTitle(one.doc, id(1), 'Lotsen für Frauen mit Kindern');
    expect([deleted, added]).toEqual([[5], ['rau']]);
  });

  it('works across several Yjs texts, as two people leave them who type into an empty title at once', () => {
    const [one, other] = twoEditors('x');
    for (const editor of [one, other]) {
      const title = (bodyOf(editor.doc).get(0) as Y.XmlElement).get(0) as Y.XmlElement;
      title.insert(title.length, [new Y.XmlText(editor === one ? 'eins' : 'zwei')]);
    }
    syncAll([one, other]);
    for (const next of ['xeinszwei!', 'xzwei', 'eins', 'ganz anders', 'a', 'Lotsen']) {
      setTitle(one.doc, id(1), next);
      expect(titleIn(one)).toBe(next);
    }
  });

  it('adds the title that is missing', () => {
    const [one] = twoEditors('x');
    (bodyOf(one.doc).get(0) as Y.XmlElement).delete(0, 1);
    expect(titleIn(one)).toBe('');
    setTitle(one.doc, id(1), 'Wieder\nda');
    expect(titleIn(one)).toBe('Wieder da');
  });

  it('does not cut an emoji in half', () => {
    const [one] = twoEditors('a😀b');
    setTitle(one.doc, id(1), 'a😁b');
    expect(titleIn(one)).toBe('a😁b');
  });
});

describe('a title is refused', () => {
  it.each([
    ['   ', 'TITLE_EMPTY'],
    ['x'.repeat(301), 'TITLE_TOO_LONG'],
    ['a\u0000', 'TEXT_FORBIDDEN_CHARACTER'],
    ['a\udc00', 'TEXT_FORBIDDEN_CHARACTER'],
  ])('%j', (title, code) => {
    const [one] = twoEditors('bleibt');
    expect(() => setTitle(one.doc, id(1), title)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code }) }));
    expect(titleIn(one)).toBe('bleibt');
  });

  it('when somebody changed it meanwhile, and when the block is gone', () => {
    const [one] = twoEditors('neu');
    expect(() => setTitle(one.doc, id(1), 'anders', 'alt')).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'TITLE_STALE' }) }));
    expect(() => setTitle(one.doc, id(7), 'anders')).toThrow(expect.objectContaining({ name: 'BlockNotFound' }));
  });
});
