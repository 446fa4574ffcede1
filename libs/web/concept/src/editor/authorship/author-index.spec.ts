import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { AuthorIndex } from './author-index.js';

function paragraph(doc: Y.Doc, words: string, at = 0): void {
  const block = new Y.XmlElement('block');
  block.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('body').insert(at, [block]);
}

/** Two people in a text: client 1 wrote a paragraph, client 2 put words into it and one with a line break behind it. */
function twoPeople(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  paragraph(doc, 'Hallo Welt');
  doc.clientID = 2;
  ((doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(5, ' du');
  paragraph(doc, 'oben', 1);
  const second = doc.getXmlFragment('body').get(1) as Y.XmlElement;
  second.insert(1, [new Y.XmlElement('lineBreak'), new Y.XmlText('unten')]);
  return doc;
}

describe('the passages that an editor shows', () => {
  const all = [{ clientId: 1, from: 0, to: null, shareKey: 'amt' }, { clientId: 2, from: 0, to: null, shareKey: 'verein' }];

  it('have the positions of the editor, across blocks and line breaks', () => {
    const { passages, size, hasUnknown } = new AuthorIndex(all).passagesOf(twoPeople().getXmlFragment('body'));
    expect(passages).toEqual([
      { from: 1, to: 6, key: 'amt' }, { from: 6, to: 9, key: 'verein' }, { from: 9, to: 14, key: 'amt' }, { from: 16, to: 20, key: 'verein' }, { from: 21, to: 26, key: 'verein' },
    ]);
    expect(size).toBe(27);
    expect(hasUnknown).toBe(false);
  });

  it('are counted on behind a picture, which is one step', () => {
    const doc = twoPeople();
    doc.getXmlFragment('body').insert(0, [new Y.XmlElement('picture')]);
    const { passages, size } = new AuthorIndex(all).passagesOf(doc.getXmlFragment('body'));
    expect([passages[0], size]).toEqual([{ from: 2, to: 7, key: 'amt' }, 28]);
  });

  it('follow the earlier author where the server has told one', () => {
    const { passages } = new AuthorIndex([{ clientId: 1, from: 2, to: 7, shareKey: 'verein' }, ...all]).passagesOf(twoPeople().getXmlFragment('body'));
    expect(passages.slice(0, 2)).toEqual([{ from: 1, to: 9, key: 'verein' }, { from: 9, to: 14, key: 'amt' }]);
  });

  it('name nobody for a mere blank between the words of others, but for words with one', () => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    paragraph(doc, 'HalloWelt');
    doc.clientID = 2;
    const text = (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(5, ' ');
    const passages = (): unknown => new AuthorIndex(all).passagesOf(doc.getXmlFragment('body')).passages;
    expect(passages()).toEqual([{ from: 1, to: 11, key: 'amt' }]);
    text.insert(6, 'schöne ');
    expect(passages()).toEqual([{ from: 1, to: 6, key: 'amt' }, { from: 6, to: 14, key: 'verein' }, { from: 14, to: 18, key: 'amt' }]);
    text.format(0, 3, { bold: true });
    expect(passages()).toEqual([{ from: 1, to: 6, key: 'amt' }, { from: 6, to: 14, key: 'verein' }, { from: 14, to: 18, key: 'amt' }]);
  });

  it('leave out words that nobody is known of yet, and tell of it', () => {
    const { passages, hasUnknown } = new AuthorIndex(all.slice(0, 1)).passagesOf(twoPeople().getXmlFragment('body'));
    expect([passages.length, hasUnknown]).toEqual([2, true]);
  });
});
