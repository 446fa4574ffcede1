import { describe, expect, it } from '@jest/globals';
import { Slice } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorReplica, id, positionOf, syncAll } from '../../test/editor-replica.js';
import { appendBlocks } from '../editing/blocks.editor.js';
import { readTree } from '../reading/document-tree.reader.js';
import { readContent } from '../reading/section-content.reader.js';
import { documentSchema } from './document.schema.js';
import { normalise } from './normalise.policy.js';
import { freshIdsForPaste } from './paste.policy.js';
import { isPictureValue, MAX_PICTURE_TEXT, toPictureAttributes, toPictureText } from './picture.policy.js';

const { doc, picture } = documentSchema.nodes;

describe('what a picture says of itself', () => {
  it('is one line of plain text and a stored file, whatever is written', () => {
    expect(toPictureAttributes({ fileId: 'https://example.org/a.png', alt: ' Eine\nGruppe ', caption: 7, decorative: 'true' })).toEqual({ fileId: null, alt: 'Eine Gruppe', caption: '', decorative: false });
    expect(toPictureAttributes({ alt: 'x'.repeat(MAX_PICTURE_TEXT + 1) }).alt).toBe('');
  });

  it('is cut where it is written, never in the middle of a sign', () => {
    expect(toPictureText(`${'a'.repeat(MAX_PICTURE_TEXT - 1)}🌍`)).toBe('a'.repeat(MAX_PICTURE_TEXT - 1));
    expect(toPictureText('Eine\u0000Gruppe')).toBe('Eine Gruppe');
  });

  it.each<[string, unknown, boolean]>([
    ['fileId', id(1), true], ['fileId', null, true], ['fileId', '/files/x', false], ['fileId', 'javascript:alert(1)', false],
    ['alt', 'Eine Gruppe', true], ['alt', 'x'.repeat(501), false], ['alt', 5, false], ['caption', '\u0000', false],
    ['decorative', true, true], ['decorative', 'true', false], ['src', 'https://example.org', false],
  ])('may be stored as %s %j: %s', (key, value, isAllowed) => expect(isPictureValue(key, value)).toBe(isAllowed));
});

describe('a picture in the text', () => {
  function pair(): [EditorReplica, EditorReplica] {
    const one = new EditorReplica(1);
    appendBlocks(one.doc, [{ type: 'picture', id: id(1), fileId: id(90) }, { type: 'paragraph', id: id(2), text: 'Dahinter' }]);
    return [one, new EditorReplica(2, one.doc)];
  }

  it('keeps what two people say of it at once', () => {
    const [one, other] = pair();
    one.edit((tr) => tr.setNodeAttribute(positionOf(tr.doc, id(1)), 'alt', 'Eine Gruppe'));
    other.edit((tr) => tr.setNodeAttribute(positionOf(tr.doc, id(1)), 'caption', 'Auftakt'));
    syncAll([one, other]);
    for (const { doc: text } of [one, other]) {
      expect(readContent(text).pictures).toEqual([{ blockId: id(1), parentId: null, fileId: id(90), alt: 'Eine Gruppe', caption: 'Auftakt', decorative: false }]);
      expect(readContent(text).blocks[0]).toEqual({ id: id(1), kind: 'picture', indent: 0, text: 'Eine Gruppe\nAuftakt', parentId: null });
      expect(readTree(text).content[0]).toEqual({ type: 'picture', attrs: { id: id(1), fileId: id(90), alt: 'Eine Gruppe', caption: 'Auftakt', decorative: false } });
    }
  });

  it('gets an id of its own, pasted a second time too', () => {
    const added = normalise(EditorState.create({ doc: doc.create(null, [picture.create({ id: id(1) }), picture.create({ id: id(1) }), picture.create()]) }).tr).doc;
    expect(new Set(added.children.map((node) => node.attrs['id'] as string)).size).toBe(3);
    const { slice } = freshIdsForPaste(new Slice(doc.create(null, [picture.create({ id: id(1), fileId: id(90) })]).content, 0, 0), added);
    expect(slice.content.child(0).attrs).toMatchObject({ fileId: id(90) });
    expect(slice.content.child(0).attrs['id']).not.toBe(id(1));
  });
});
