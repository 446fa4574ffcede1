import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { id } from '../../test/editor-replica.js';
import { readTree } from '../reading/document-tree.reader.js';
import { appendBlocks } from './blocks.editor.js';
import type { BlockSpec } from './blocks.editor.js';
import { setBlockText } from './block-text.editor.js';

const href = 'https://example.org/';
const link = { type: 'link', attrs: { href } } as const;
const bold = { type: 'bold' } as const;

function docWith(text: Extract<BlockSpec, { text: unknown }>['text']): Y.Doc {
  const doc = new Y.Doc();
  appendBlocks(doc, [{ type: 'paragraph', id: id(1), text }]);
  return doc;
}

/** The words of the first block with their marks, as `**bold**` and `[link]`. */
function shown(doc: Y.Doc): string {
  return (readTree(doc).content[0]?.content ?? []).map((node) => {
    if (node.type !== 'text') return '\n';
    const marks = new Set((node.marks ?? []).map(({ type }) => type));
    const words = marks.has('link') ? `[${node.text}]` : node.text;
    return marks.has('bold') ? `**${words}**` : words;
  }).join('');
}

const marked = [{ text: 'Der ' }, { text: 'runde Tisch', marks: [bold] }, { text: ' tagt, siehe ' }, { text: 'Bericht', marks: [link] }, { text: '.' }];

describe('other words for a block', () => {
  it('leave bold and links where the words stay', () => {
    const doc = docWith(marked);
    setBlockText(doc, id(1), 'Der runde Tisch tagt monatlich, siehe Bericht.');
    expect(shown(doc)).toBe('Der **runde Tisch** tagt monatlich, siehe [Bericht].');
  });

  it('take over the marks of what they replace, and of what stands on both sides', () => {
    const doc = docWith(marked);
    setBlockText(doc, id(1), 'Der große runde kleine Tisch tagt, siehe Protokoll.');
    expect(shown(doc)).toBe('Der große **runde kleine Tisch** tagt, siehe [Protokoll].');
  });

  it('may be empty, begin from nothing, and have line breaks', () => {
    const doc = docWith('Eins\nzwei');
    setBlockText(doc, id(1), '');
    expect(shown(doc)).toBe('');
    setBlockText(doc, id(1), 'Neu\r\nin zwei Zeilen');
    expect(shown(doc)).toBe('Neu\nin zwei Zeilen');
    setBlockText(doc, id(1), 'Neu in\neiner Zeile\nmehr');
    expect(shown(doc)).toBe('Neu in\neiner Zeile\nmehr');
  });

  it('keep what somebody else types in the same block at the same moment', () => {
    const doc = docWith('Anfang Mitte Ende');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    setBlockText(other, id(1), 'Anfang Mitte Ende von anderen');
    setBlockText(doc, id(1), 'Ganz am Anfang Mitte Ende');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(shown(doc)).toBe('Ganz am Anfang Mitte Ende von anderen');
  });

  it('that are the same change nothing', () => {
    const doc = docWith(marked);
    const before = Y.encodeStateAsUpdate(doc);
    setBlockText(doc, id(1), 'Der runde Tisch tagt, siehe Bericht.');
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('are refused for what is no text block, is gone, or cannot be stored', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, [{ type: 'goal', id: id(1), title: 'Ziel' }, { type: 'paragraph', id: id(2), text: 'x' }]);
    const codeOf = (code: string): unknown => expect.objectContaining({ problem: expect.objectContaining({ code }) });
    expect(() => setBlockText(doc, id(1), 'x')).toThrow(codeOf('BLOCK_HAS_NO_TEXT'));
    expect(() => setBlockText(doc, id(9), 'x')).toThrow(codeOf('BLOCK_NOT_FOUND'));
    expect(() => setBlockText(doc, id(2), 'x\u0000')).toThrow(codeOf('TEXT_FORBIDDEN_CHARACTER'));
  });
});
