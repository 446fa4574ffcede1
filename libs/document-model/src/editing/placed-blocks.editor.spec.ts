import { beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { EditorReplica, id } from '../../test/editor-replica.js';
import { readText } from '../reading/document-text.reader.js';
import { readTree } from '../reading/document-tree.reader.js';
import { plainBlocks } from '../reading/plain-block.reader.js';
import type { PlainBlock } from '../reading/plain-block.reader.js';
import { readContent } from '../reading/section-content.reader.js';
import { appendBlocks, removeBlock } from './blocks.editor.js';
import { insertBlock, moveBlock, reinsertBlock } from './placed-blocks.editor.js';

let doc: Y.Doc;
beforeEach(() => {
  doc = new Y.Doc();
  appendBlocks(doc, [
    { type: 'heading2', id: id(1), text: 'Ausgangslage' },
    { type: 'measure', id: id(2), title: 'Lotsen', description: [{ type: 'paragraph', id: id(3), text: 'Eins' }, { type: 'paragraph', id: id(4), text: 'Zwei' }], values: { status: 'running' } },
    { type: 'table', id: id(5), header: ['Wer', 'Was'], rows: [['Amt', '']] },
    { type: 'paragraph', id: id(6), text: [{ text: 'fett', marks: [{ type: 'bold' }] }, { text: ' Ende' }] },
  ]);
});

const order = (parent: string | null = null): string[] => readContent(doc).blocks.filter(({ parentId }) => parentId === parent).map((block) => block.id);
const codeOf = (code: string): unknown => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const blockOf = (blockId: string): PlainBlock => plainBlocks(readText(doc)).find((block) => block.id === blockId) as PlainBlock;

describe('a new block', () => {
  it('goes before or after another one, also as the very first', () => {
    insertBlock(doc, { type: 'paragraph', id: id(11), text: 'Vorher' }, { side: 'before', blockId: id(1) });
    insertBlock(doc, { type: 'goal', id: id(12), title: 'Ziel', values: { kind: 'sub' } }, { side: 'after', blockId: id(2) });
    insertBlock(doc, { type: 'paragraph', id: id(13), text: 'Schluss' }, null);
    expect(order()).toEqual([11, 1, 2, 12, 5, 6, 13].map(id));
    expect(readContent(doc).goals[0]?.fields.kind).toBe('sub');
  });

  it('of text stays in the measure it is put beside or into; a goal goes beside the measure', () => {
    insertBlock(doc, { type: 'paragraph', id: id(11), text: 'Dazwischen' }, { side: 'after', blockId: id(3) });
    insertBlock(doc, { type: 'paragraph', id: id(12), text: 'Am Ende' }, { side: 'inside', blockId: id(2) });
    insertBlock(doc, { type: 'goal', id: id(13), title: 'Ziel' }, { side: 'before', blockId: id(4) });
    expect(order(id(2))).toEqual([3, 11, 4, 12].map(id));
    expect(order()).toEqual([1, 13, 2, 5, 6].map(id));
  });

  it('is refused beside what is gone and under an id that is taken', () => {
    expect(() => insertBlock(doc, { type: 'paragraph', id: id(11), text: '' }, { side: 'after', blockId: id(99) })).toThrow(codeOf('BLOCK_NOT_FOUND'));
    expect(() => insertBlock(doc, { type: 'paragraph', id: id(1), text: '' }, null)).toThrow(codeOf('BLOCK_ID_TAKEN'));
  });
});

describe('moving a block', () => {
  it('takes it up or down with all that is in it, marks and values included', () => {
    moveBlock(doc, id(2), { side: 'after', blockId: id(5) });
    moveBlock(doc, id(6), { side: 'before', blockId: id(1) });
    expect(order()).toEqual([6, 1, 5, 2].map(id));
    expect(readContent(doc).measures).toMatchObject([{ title: 'Lotsen', description: 'Eins\nZwei', fields: { status: 'running' } }]);
    expect(blockOf(id(6)).isFormatted).toBe(true);
    new EditorReplica(1, doc).edit(() => undefined);
  });

  it('to where it already is changes nothing', () => {
    const before = Y.encodeStateAsUpdate(doc);
    moveBlock(doc, id(2), { side: 'after', blockId: id(1) });
    moveBlock(doc, id(2), { side: 'before', blockId: id(5) });
    moveBlock(doc, id(2), { side: 'before', blockId: id(2) });
    moveBlock(doc, id(6), null);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('into itself is refused, and nothing is lost', () => {
    expect(() => moveBlock(doc, id(2), { side: 'after', blockId: id(3) })).toThrow(codeOf('BLOCK_NOT_FOUND'));
    expect(order()).toEqual([1, 2, 5, 6].map(id));
  });
});

describe('a block that was taken out', () => {
  it('comes back as it was, with its ids, marks and values', () => {
    const before = readText(doc);
    const [measure, table] = [blockOf(id(2)).tree, blockOf(id(5)).tree];
    removeBlock(doc, id(2));
    removeBlock(doc, id(5));
    reinsertBlock(doc, JSON.parse(JSON.stringify(measure)), { side: 'after', blockId: id(1) });
    reinsertBlock(doc, JSON.parse(JSON.stringify(table)), { side: 'before', blockId: id(6) });
    expect(readText(doc)).toEqual(before);
  });

  it('is refused twice, and when it is nothing of this document model', () => {
    const tree = blockOf(id(6)).tree;
    expect(() => reinsertBlock(doc, tree, null)).toThrow(codeOf('BLOCK_ID_TAKEN'));
    for (const bad of [null, 'x', { type: 'script' }, { type: 'title' }, { type: 'block', content: [{ type: 'goal' }] }, { type: 'block', attrs: { id: id(20), kind: 'paragraph', indent: 0 }, content: [{ type: 'text', text: 'a\u0000' }] }]) {
      expect(() => reinsertBlock(doc, bad, null)).toThrow(codeOf('CONTENT_INVALID'));
    }
  });

  it('brings no link that could run a script, and no attribute that nobody knows', () => {
    reinsertBlock(doc, { type: 'block', attrs: { id: id(20), kind: 'boss', indent: 99, onclick: 'x' }, content: [{ type: 'text', text: 'hier', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }, null);
    expect(readTree(doc).content.at(-1)).toEqual({ type: 'block', attrs: { id: id(20), kind: 'paragraph', indent: 0 }, content: [{ type: 'text', text: 'hier' }] });
  });
});

describe('blocks in plain words', () => {
  it('are those of the content, with their place in a table and what a plain field would hide', () => {
    const plain = plainBlocks(readText(doc));
    expect(plain.map(({ id: blockId, kind, indent, text, parentId }) => ({ id: blockId, kind, indent, text, parentId }))).toEqual(readContent(doc).blocks);
    expect(plain.filter(({ parentId }) => parentId === id(5)).map(({ cell, text }) => [cell?.row, cell?.column, cell?.isHeader, text])).toEqual([[0, 0, true, 'Wer'], [0, 1, true, 'Was'], [1, 0, false, 'Amt'], [1, 1, false, '']]);
    expect(plain.filter(({ isFormatted }) => isFormatted).map((block) => block.id)).toEqual([id(6)]);
  });
});
