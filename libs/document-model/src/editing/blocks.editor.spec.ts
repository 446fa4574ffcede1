import { describe, expect, it } from '@jest/globals';
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { EditorReplica, id } from '../../test/editor-replica.js';
import { readTree } from '../reading/document-tree.reader.js';
import { readContent } from '../reading/section-content.reader.js';
import { bodyOf } from '../reading/section-document.js';
import { documentSchema } from '../schema/document.schema.js';
import { appendBlocks, insertGoal, insertMeasure, removeBlock } from './blocks.editor.js';
import type { BlockSpec } from './blocks.editor.js';

const everything: BlockSpec[] = [
  { type: 'heading2', id: id(1), text: 'Ausgangslage' },
  { type: 'paragraph', id: id(2), text: [{ text: 'Siehe ' }, { text: 'Bericht', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }, { type: 'bold' }] }, { text: '\nneu', marks: [{ type: 'italic' }] }] },
  { type: 'bulletItem', id: id(3), text: 'Punkt', indent: 1 },
  { type: 'goal', id: id(4), title: 'Ankommen', description: 'Erste Zeile\nzweite Zeile', values: { kind: 'guiding' } },
  { type: 'measure', id: id(5), title: 'Lotsen', description: [{ type: 'paragraph', id: id(6), text: 'Ehrenamtliche' }], values: { status: 'running' } },
  { type: 'table', id: id(7), header: ['Wer', 'Was'], rows: [['Amt', 'Räume'], ['Verein', '']] },
  { type: 'quote', id: id(8), text: '' },
  { type: 'picture', id: id(9), fileId: id(90), alt: 'Menschen an einem Tisch', caption: 'Auftakt im Rathaus' },
  { type: 'picture', id: id(10), decorative: true },
];

/** Every element, attribute and formatted text as Yjs holds it. */
function encoding(item: unknown): unknown {
  if (item instanceof Y.XmlText) return item.toDelta();
  if (!(item instanceof Y.XmlFragment)) return 'something else';
  const children = item.toArray().map(encoding);
  return item instanceof Y.XmlElement ? [item.nodeName, item.getAttributes(), children] : children;
}

describe('blocks written by the server', () => {
  it('look in Yjs exactly as the editor would have written them', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, everything);
    const written = documentSchema.nodeFromJSON(readTree(doc));
    written.check();
    const byEditor = new Y.Doc();
    updateYFragment(byEditor, bodyOf(byEditor), written, { mapping: new Map(), isOMark: new Map() });
    expect(encoding(bodyOf(doc))).toEqual(encoding(bodyOf(byEditor)));
  });

  it('are left untouched by an editor that opens them', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, everything);
    const editor = new EditorReplica(1, doc);
    editor.edit(() => undefined);
    expect(Y.encodeStateAsUpdate(editor.doc)).toEqual(Y.encodeStateAsUpdate(doc));
    expect(editor.show().toJSON()).toEqual(documentSchema.nodeFromJSON(readTree(doc)).toJSON());
  });

  it('are read back as content', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, everything);
    const content = readContent(doc);
    expect(content.goals).toMatchObject([{ blockId: id(4), title: 'Ankommen', description: 'Erste Zeile\nzweite Zeile', ordinal: 1, fields: { kind: 'guiding' } }]);
    expect(content.measures).toMatchObject([{ blockId: id(5), title: 'Lotsen', description: 'Ehrenamtliche', ordinal: 1, fields: { status: 'running' }, goalBlockIds: [id(4)] }]);
    expect(content.blocks.find((block) => block.id === id(2))).toEqual({ id: id(2), kind: 'paragraph', indent: 0, text: 'Siehe Bericht\nneu', parentId: null });
    expect(content.blocks.find((block) => block.id === id(6))?.parentId).toBe(id(5));
    expect(content.blocks.filter((block) => block.parentId === id(7)).map((block) => block.text)).toEqual(['Wer', 'Was', 'Amt', 'Räume', 'Verein', '']);
  });

  it('stand behind the block they are put after, or at the end', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, everything);
    insertMeasure(doc, { blockId: id(21), title: 'Eins', afterBlockId: id(6) });
    insertGoal(doc, { blockId: id(22), title: 'Zwei' });
    const topLevel = readContent(doc).blocks.filter((block) => block.parentId === null).map((block) => block.id);
    expect(topLevel).toEqual([1, 2, 3, 4, 5, 21, 7, 8, 9, 10, 22].map(id));
  });

  it('can be taken out again, wherever they stand', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, everything);
    removeBlock(doc, id(6));
    removeBlock(doc, id(7));
    expect(readContent(doc).measures[0]?.description).toBe('');
    expect(readContent(doc).blocks.some((block) => block.id === id(7))).toBe(false);
  });
});

describe('a block is not written', () => {
  const codeOf = (code: string): unknown => expect.objectContaining({ problem: expect.objectContaining({ code }) });

  it('under an id that is taken or malformed', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, everything);
    expect(() => insertGoal(doc, { blockId: id(4), title: 'Nochmal' })).toThrow(codeOf('BLOCK_ID_TAKEN'));
    expect(() => appendBlocks(doc, [{ type: 'goal', id: id(31), title: 'a' }, { type: 'goal', id: id(31), title: 'b' }])).toThrow(codeOf('BLOCK_ID_TAKEN'));
    expect(() => insertGoal(doc, { blockId: 'goal-1', title: 'Nochmal' })).toThrow(codeOf('BLOCK_ID_MALFORMED'));
  });

  it('behind a block that is gone, without a title, or with a wrong value; and nothing else is, either', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, everything);
    const before = Y.encodeStateAsUpdate(doc);
    expect(() => insertMeasure(doc, { blockId: id(41), title: 'x', afterBlockId: id(99) })).toThrow(codeOf('BLOCK_NOT_FOUND'));
    expect(() => insertMeasure(doc, { blockId: id(41), title: ' ' })).toThrow(codeOf('TITLE_EMPTY'));
    expect(() => appendBlocks(doc, [{ type: 'paragraph', text: 'ok' }, { type: 'measure', title: 'x', values: { status: 'ready' } }])).toThrow(codeOf('FIELDS_INVALID'));
    expect(() => removeBlock(doc, id(99))).toThrow(codeOf('BLOCK_NOT_FOUND'));
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('with a link that could run a script: only the words are', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, [{ type: 'paragraph', text: [{ text: 'hier', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }]);
    expect(encoding(bodyOf(doc).get(0))).toMatchObject(['block', {}, [[{ insert: 'hier' }]]]);
    expect(JSON.stringify(encoding(bodyOf(doc)))).not.toContain('javascript');
  });
});
