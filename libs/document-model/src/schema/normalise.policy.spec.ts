import { describe, expect, it } from '@jest/globals';
import { Slice } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import type * as Y from 'yjs';
import { EditorReplica, id, positionOf, syncAll } from '../../test/editor-replica.js';
import { appendBlocks } from '../editing/blocks.editor.js';
import { readContent } from '../reading/section-content.reader.js';
import { bodyOf } from '../reading/section-document.js';
import { isBlockId, resolveBlockIds } from './block-id.policy.js';
import { documentSchema } from './document.schema.js';
import { leaveTitle } from './leave-title.command.js';
import { normalisationPlugin, normalise } from './normalise.policy.js';
import { freshIdsForPaste } from './paste.policy.js';

const { doc, block, goal, title, table, tableRow, tableCell } = documentSchema.nodes;
const text = (words: string): ReturnType<typeof documentSchema.text> => documentSchema.text(words);

function normalised(...content: Parameters<typeof doc.create>[1][]): ReturnType<typeof doc.create> {
  return normalise(EditorState.create({ doc: doc.create(null, content.flat() as never) }).tr).doc;
}

const idsIn = (replica: EditorReplica): string[] => readContent(replica.doc).blocks.map((content) => content.id);
const storedIds = (replica: EditorReplica): unknown[] => bodyOf(replica.doc).toArray().map((item) => (item as Y.XmlElement).getAttribute('id'));

describe('normalising a local change', () => {
  it('gives a goal its title, an empty cell a block, an empty document a block', () => {
    expect(normalised(goal.create({ id: id(1) }, block.create({ id: id(2) }))).toString()).toBe('doc(goal(title, block))');
    expect(normalised(table.create({ id: id(1) }, tableRow.create(null, [tableCell.create(), tableCell.create()]))).toString()).toBe('doc(table(tableRow(tableCell(block), tableCell(block))))');
    expect(normalised(table.create({ id: id(1) })).toString()).toBe('doc(table(tableRow(tableCell(block))))');
    expect(normalised(table.create({ id: id(1) }, tableRow.create())).toString()).toBe('doc(table(tableRow(tableCell(block))))');
    expect(normalised().toString()).toBe('doc(block)');
  });

  it('gives every block an id of its own, the first one keeping a shared id', () => {
    const result = normalised(block.create({ id: id(1) }), block.create({ id: id(1) }), block.create(), block.create({ id: 'x' }));
    const ids = result.children.map((node) => node.attrs['id'] as string);
    expect(ids[0]).toBe(id(1));
    expect(new Set(ids).size).toBe(4);
    expect(ids.every(isBlockId)).toBe(true);
  });

  it('leaves a whole document alone', () => {
    const whole = doc.create(null, [goal.create({ id: id(1) }, [title.create(), block.create({ id: id(2) })])]);
    expect(normalise(EditorState.create({ doc: whole }).tr).steps).toEqual([]);
  });

  it('happens in the editor after local changes only', () => {
    const isRemote = (tr: { getMeta: (key: string) => unknown }): boolean => tr.getMeta('remote') === true;
    const state = EditorState.create({ doc: doc.create(null, block.create({ id: id(1) })), plugins: [normalisationPlugin(isRemote)] });
    const local = state.apply(state.tr.insert(0, goal.create({ id: id(2) })));
    const remote = state.apply(state.tr.insert(0, goal.create({ id: id(2) })).setMeta('remote', true));
    expect([local.doc.toString(), remote.doc.toString()]).toEqual(['doc(goal(title), block)', 'doc(goal, block)']);
  });
});

describe('doubled block ids', () => {
  it('get the derived id with the smallest number that is free', () => {
    const [, second, third] = resolveBlockIds([id(1), id(1), id(1)], () => '');
    expect(resolveBlockIds([id(1), second, id(1)], () => '')).toEqual([id(1), second, third]);
    expect(resolveBlockIds([id(1), id(1), second], () => '')).toEqual([id(1), third, second]);
  });

  it('do not slow reading down when thousands share one id', () => {
    const started = Date.now();
    expect(new Set(resolveBlockIds(Array.from({ length: 5000 }, () => id(1)), () => '')).size).toBe(5000);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('are repaired to the same ids by two people who do it at the same time', () => {
    const one = new EditorReplica(1);
    appendBlocks(one.doc, [{ type: 'paragraph', id: id(1), text: 'Eins zwei drei' }]);
    const other = new EditorReplica(2, one.doc);
    one.edit((tr) => tr.split(5));
    other.edit((tr) => tr.split(10));
    syncAll([one, other]);
    expect(new Set(storedIds(one)).size).toBeLessThan(storedIds(one).length);

    for (const replica of [one, other]) replica.edit((tr) => tr.insertText('!', 1));
    const repaired = [storedIds(one), storedIds(other)];
    expect(repaired[0]).toEqual(repaired[1]);
    syncAll([one, other]);
    expect([storedIds(one), storedIds(other)]).toEqual(repaired);
    expect(new Set(storedIds(one)).size).toBe(storedIds(one).length);
  });

  it('are read with the ids that the repair will write', () => {
    const one = new EditorReplica(1);
    appendBlocks(one.doc, [{ type: 'measure', id: id(1), title: 'Lotsen' }, { type: 'measure', id: id(2), title: 'Lotsen' }]);
    (bodyOf(one.doc).get(1) as Y.XmlElement).setAttribute('id', id(1));
    const before = idsIn(one);
    one.edit((tr) => tr.insertText('!', 2));
    expect(idsIn(one)).toEqual(before);
    expect(storedIds(one)).toEqual(before);
  });
});

describe('pasting', () => {
  it('keeps an id that is not in the document and replaces one that is', () => {
    const present = doc.create(null, [block.create({ id: id(1) })]);
    const pasted = doc.create(null, [block.create({ id: id(1) }, text('a')), goal.create({ id: id(2) }, [title.create(), block.create({ id: id(2) })])]);
    const { slice, ids } = freshIdsForPaste(new Slice(pasted.content, 0, 0), present);
    const [first, second] = [slice.content.child(0), slice.content.child(1)];
    expect(first.attrs['id']).not.toBe(id(1));
    expect(ids.get(id(1))).toBe(first.attrs['id']);
    expect(second.attrs['id']).toBe(id(2));
    expect(second.child(1).attrs['id']).not.toBe(id(2));
  });
});

describe('Enter in a title', () => {
  it('starts the description with what stood behind the cursor', () => {
    const before = doc.create(null, goal.create({ id: id(1) }, [title.create(null, text('Ankommen und bleiben')), block.create({ id: id(2) }, text('Alt'))]));
    let state = EditorState.create({ doc: before });
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, positionOf(state.doc, id(1)) + 2 + 8)));
    expect(leaveTitle(state, (tr) => { state = state.apply(tr); })).toBe(true);
    expect(state.doc.toString()).toBe('doc(goal(title("Ankommen"), block(" und bleiben"), block("Alt")))');
    expect(state.selection.$from.parent.textContent).toBe(' und bleiben');
  });

  it('only goes on to the description when nothing stands behind the cursor', () => {
    const before = doc.create(null, goal.create({ id: id(1) }, [title.create(null, text('Ankommen')), block.create({ id: id(2) }, text('Alt'))]));
    let state = EditorState.create({ doc: before });
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, positionOf(state.doc, id(1)) + 2 + 8)));
    expect(leaveTitle(state, (tr) => { state = state.apply(tr); })).toBe(true);
    expect(state.doc.eq(before)).toBe(true);
    expect(state.selection.$from.parent.textContent).toBe('Alt');
  });
});
