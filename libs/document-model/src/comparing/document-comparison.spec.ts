import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { EditorReplica, id, positionOf } from '../../test/editor-replica.js';
import { fullSection, makeEdit, randomEdit } from '../../test/random-edits.js';
import { removeBlock } from '../editing/blocks.editor.js';
import { editFields } from '../editing/fields.editor.js';
import { restoreText } from '../editing/restore.editor.js';
import { readText } from '../reading/document-text.reader.js';
import { documentSchema } from '../schema/document.schema.js';
import { compareTexts } from './document-comparison.js';
import type { ComparedBlock, DocumentComparison } from './document-comparison.js';
import { linesOf } from './text-line.reader.js';

function differenceAfter(edit: (person: EditorReplica) => void): DocumentComparison {
  const person = new EditorReplica(1);
  fullSection(person.doc);
  const before = readText(person.doc);
  edit(person);
  return compareTexts(before, readText(person.doc));
}

const told = ({ blocks }: DocumentComparison): ComparedBlock[] => blocks.filter(({ change }) => change !== 'unchanged');

describe('comparing two texts', () => {
  it('tells nothing of a text that is the same', () => {
    expect(told(differenceAfter(() => undefined))).toEqual([]);
  });

  it('shows changed words inside their block', () => {
    const [block, ...others] = told(differenceAfter((person) => person.edit((tr) => tr.insertText('guter ', positionOf(tr.doc, id(8)) + 1))));
    expect(others).toEqual([]);
    expect(block).toMatchObject({ blockId: id(8), change: 'changed', aspects: ['words'], words: [{ kind: 'added', text: 'guter ' }, { kind: 'same', text: 'Schluss' }] });
  });

  it('shows what is gone where it used to stand, with its fields', () => {
    const { blocks } = differenceAfter((person) => removeBlock(person.doc, id(5)));
    const index = blocks.findIndex(({ blockId }) => blockId === id(5));
    expect([blocks[index - 1]?.blockId, blocks[index + 1]?.blockId]).toEqual([id(4), id(6)]);
    expect(blocks[index]).toMatchObject({ kind: 'measure', change: 'removed', words: [{ kind: 'removed', text: 'Lotsen gewinnen' }], values: [{ key: `partner/${id(90)}`, before: true, after: null }, { key: 'status', before: 'idea', after: null }] });
    expect(blocks[index + 1]).toMatchObject({ change: 'removed', parentId: id(5) });
  });

  it.each<[string, (person: EditorReplica) => void, Partial<ComparedBlock>]>([
    ['the looks alone', (person) => person.edit((tr) => tr.addMark(positionOf(tr.doc, id(8)) + 1, positionOf(tr.doc, id(8)) + 4, documentSchema.marks.bold.create())), { blockId: id(8), aspects: ['looks'], words: [{ kind: 'same', text: 'Schluss' }] }],
    ['the kind', (person) => person.edit((tr) => tr.setNodeAttribute(positionOf(tr.doc, id(8)), 'kind', 'quote')), { blockId: id(8), aspects: ['kind'], kindBefore: 'paragraph', kind: 'quote' }],
    ['a field', (person) => editFields(person.doc, id(5), { status: 'done' }), { blockId: id(5), aspects: ['values'], values: [{ key: 'status', before: 'idea', after: 'done' }] }],
    ['the place', (person) => makeEdit(person, { action: 'move', where: 0, how: 3 }, id(99)), { blockId: id(1), aspects: ['place'], change: 'changed' }],
  ])('tells a change of %s as that', (_name, edit, expected) => {
    const blocks = told(differenceAfter(edit));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject(expected);
  });

  it('reads words in a row as one change, not one for each blank between them', () => {
    const [block] = told(differenceAfter((person) => person.edit((tr) => tr.insertText('Ein anderes Ende', positionOf(tr.doc, id(8)) + 1, positionOf(tr.doc, id(8)) + 8))));
    expect(block?.words).toEqual([{ kind: 'removed', text: 'Schluss' }, { kind: 'added', text: 'Ein anderes Ende' }]);
  });

  it('has every word of both texts, whatever was done, and is empty once the earlier one is restored', () => {
    fc.assert(fc.property(fc.array(randomEdit, { minLength: 1, maxLength: 20 }), (edits) => {
      const person = new EditorReplica(1);
      fullSection(person.doc);
      const before = readText(person.doc);
      edits.forEach((edit, index) => makeEdit(person, edit, id(2000 + index)));
      const after = readText(person.doc);
      const { blocks } = compareTexts(before, after);
      const side = (left: string[]): string[] => blocks.map(({ blockId, words }) => `${blockId} ${words.filter(({ kind }) => left.includes(kind)).map(({ text }) => text).join('')}`);
      const now = linesOf(after).map(({ blockId, text }) => `${blockId} ${text}`);
      expect(side(['same', 'added']).filter((_, index) => blocks[index]?.change !== 'removed')).toEqual(now);
      expect(side(['same', 'removed']).filter((_, index) => blocks[index]?.change !== 'added').sort()).toEqual(linesOf(before).map(({ blockId, text }) => `${blockId} ${text}`).sort());

      const restored = new Y.Doc();
      Y.applyUpdate(restored, Y.encodeStateAsUpdate(person.doc));
      restoreText(restored, before);
      expect(told(compareTexts(before, readText(restored)))).toEqual([]);
    }), { numRuns: 200, seed: 20261127 });
  }, 60_000);
});
