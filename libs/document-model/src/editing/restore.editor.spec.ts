import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { EditorReplica, id, positionOf, syncAll } from '../../test/editor-replica.js';
import { fullSection, makeEdit, randomEdit } from '../../test/random-edits.js';
import { readContent } from '../reading/section-content.reader.js';
import { readText } from '../reading/document-text.reader.js';
import type { DocumentText } from '../reading/document-text.reader.js';
import { documentSchema } from '../schema/document.schema.js';
import { applyChange, captureUpdate } from '../state/stored-state.js';
import { appendBlocks, removeBlock } from './blocks.editor.js';
import { editFields } from './fields.editor.js';
import { restoreText } from './restore.editor.js';

const RESTORER = 900;

function section(): EditorReplica {
  const person = new EditorReplica(1);
  fullSection(person.doc);
  return person;
}

/** What the restorer writes, as she does on the server: from the stored state, under her own client id. */
function restored(person: EditorReplica, text: DocumentText): { changed: boolean; update: Uint8Array; written: string } {
  const state = Y.encodeStateAsUpdate(person.doc);
  const { changed, update } = applyChange([state], RESTORER, { kind: 'restore', versionId: id(1), replaced: { id: id(2), name: 'vorher' }, text: structuredClone(text) });
  const written = Y.decodeUpdate(update).structs.map((struct) => ('content' in struct && struct.content instanceof Y.ContentString ? struct.content.str : '')).join('');
  return { changed, update, written };
}

const edits = fc.array(randomEdit, { minLength: 1, maxLength: 25 });

describe('restoring a version', () => {
  it('gives its text, marks, tables and fields back, whatever was done since, and a second time changes nothing', () => {
    fc.assert(fc.property(edits, edits, (before, after) => {
      const people = [section(), new EditorReplica(2)];
      syncAll(people);
      before.forEach((edit, index) => makeEdit(people[index % 2] as EditorReplica, edit, id(1000 + index)));
      syncAll(people);
      const version = readText((people[0] as EditorReplica).doc);
      after.forEach((edit, index) => makeEdit(people[index % 2] as EditorReplica, edit, id(2000 + index)));
      syncAll(people);
      const [person, other] = people as [EditorReplica, EditorReplica];

      Y.applyUpdate(person.doc, restored(person, version).update);
      expect(readText(person.doc)).toEqual(version);
      expect(restored(person, version).changed).toBe(false);

      // Everybody sees the same, and opening it in an editor takes nothing away.
      syncAll(people);
      other.show();
      expect(readText(other.doc)).toEqual(version);
      documentSchema.nodeFromJSON(version.tree).check();
    }), { numRuns: 300, seed: 20261125 });
  }, 60_000);

  it('loses nothing that somebody types elsewhere at that moment', () => {
    fc.assert(fc.property(edits, (after) => {
      const person = section();
      const version = readText(person.doc);
      after.forEach((edit, index) => makeEdit(person, edit, id(2000 + index)));
      const untouched = untouchedBlock(person, version);
      fc.pre(untouched !== null);
      const typist = new EditorReplica(3, person.doc);
      typist.edit((tr) => tr.insertText('Zwischenruf', positionOf(tr.doc, untouched) + 1));

      Y.applyUpdate(person.doc, restored(person, version).update);
      syncAll([person, typist]);
      const blocks = readContent(person.doc).blocks;
      expect(blocks.find((block) => block.id === untouched)?.text).toMatch(/^Zwischenruf/);
      expect(readContent(typist.doc)).toEqual(readContent(person.doc));
      expect(blocks.map((block) => block.id)).toEqual(idsOf(version));
    }), { numRuns: 200, seed: 20261126 });
  }, 60_000);

  it('writes only the words that are missing', () => {
    const person = section();
    const version = readText(person.doc);
    person.edit((tr) => tr.insertText('Sehr neu: ', positionOf(tr.doc, id(2)) + 1));
    person.edit((tr) => tr.delete(positionOf(tr.doc, id(8)) + 1, positionOf(tr.doc, id(8)) + 4));
    expect(restored(person, version).written).toBe('Schluss');
  });

  it('writes no word when only looks and fields changed', () => {
    const person = section();
    const version = readText(person.doc);
    person.edit((tr) => tr.setNodeAttribute(positionOf(tr.doc, id(8)), 'kind', 'heading3'));
    person.edit((tr) => tr.removeMark(positionOf(tr.doc, id(2)) + 1, positionOf(tr.doc, id(2)) + 30));
    editFields(person.doc, id(5), { status: 'done', [`partner/${id(90)}`]: null, [`partner/${id(91)}`]: true });
    const { update, written } = restored(person, version);
    Y.applyUpdate(person.doc, update);
    expect(written).toBe('');
    expect(readText(person.doc)).toEqual(version);
    expect(readContent(person.doc).measures[0]?.values).toEqual({ status: 'idea', [`partner/${id(90)}`]: true });
  });

  it('brings a measure back under its id with its fields, and takes out what came since', () => {
    const person = section();
    const version = readText(person.doc);
    editFields(person.doc, id(5), { status: 'done' });
    removeBlock(person.doc, id(5));
    appendBlocks(person.doc, [{ type: 'measure', id: id(50), title: 'Später' }]);
    Y.applyUpdate(person.doc, restored(person, version).update);
    expect(readContent(person.doc).measures).toMatchObject([{ blockId: id(5), title: 'Lotsen gewinnen', fields: { status: 'idea' } }]);
  });

  it('fills empty texts and line breaks in the right order', () => {
    const line = (text: string): DocumentText => {
      const doc = new Y.Doc();
      appendBlocks(doc, [{ type: 'paragraph', id: id(1), text }]);
      return readText(doc);
    };
    for (const [from, to] of [['', 'a\nb'], ['\n', 'a\n\nb'], ['ab', 'a\nb'], ['a\nb', 'ab'], ['a\n\nb', 'a\nc\nb'], ['x', '\n'], ['a b', 'a\n\n b c']] as const) {
      const doc = new Y.Doc();
      appendBlocks(doc, [{ type: 'paragraph', id: id(1), text: from }]);
      // An emptied text stays behind as an empty one.
      const block = doc.getXmlFragment('body').get(0) as Y.XmlElement;
      if (from === '') block.insert(0, [new Y.XmlText()]);
      captureUpdate(doc, RESTORER, () => restoreText(doc, line(to)));
      expect(readText(doc)).toEqual(line(to));
    }
  });
});

const idsOf = ({ tree }: DocumentText): string[] => {
  const ids: string[] = [];
  documentSchema.nodeFromJSON(tree).descendants((node) => {
    if (typeof node.attrs['id'] === 'string') ids.push(node.attrs['id']);
  });
  return ids;
};

/** A text block at the top that looks the same in version and text, with neighbours that are there in both, so that it has not moved. */
function untouchedBlock(person: EditorReplica, version: DocumentText): string | null {
  const now = readText(person.doc).tree.content;
  const [old, fresh] = [version.tree.content.map((node) => node.attrs?.['id']), now.map((node) => node.attrs?.['id'])];
  const inOrder = JSON.stringify(old.filter((one) => fresh.includes(one))) === JSON.stringify(fresh.filter((one) => old.includes(one)));
  if (!inOrder) return null;
  const same = now.find((node) => node.type === 'block' && version.tree.content.some((other) => JSON.stringify(other) === JSON.stringify(node)));
  return (same?.attrs?.['id'] as string | undefined) ?? null;
}
