import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { id } from '../../test/editor-replica.js';
import type { DocumentChange } from '../editing/document-change.js';
import { readContent } from '../reading/section-content.reader.js';
import { applyChange, diffState, EMPTY_UPDATE, loadDocument, mergeState, readContentFromUpdates, tryApplyChange } from './stored-state.js';

const seed: DocumentChange = {
  kind: 'appendBlocks',
  blocks: [{ type: 'goal', id: id(1), title: 'Ankommen' }, { type: 'measure', id: id(2), title: 'Lotsen', values: { status: 'idea' } }],
};

/** Applies one change after the other, as the log of a document grows. */
function logOf(...changes: DocumentChange[]): Uint8Array[] {
  const log: Uint8Array[] = [];
  for (const change of [seed, ...changes]) log.push(applyChange(log, 41, change).update);
  return log;
}

describe('a change to a stored document', () => {
  it.each<[string, DocumentChange, (content: ReturnType<typeof readContent>) => unknown, unknown]>([
    ['fields', { kind: 'setFields', blockId: id(2), values: { status: 'running' } }, (content) => content.measures[0]?.fields.status, 'running'],
    ['a title', { kind: 'setTitle', blockId: id(2), title: 'Lotsinnen' }, (content) => content.measures[0]?.title, 'Lotsinnen'],
    ['a goal', { kind: 'insertGoal', blockId: id(3), title: 'Bleiben' }, (content) => content.goals.map((goal) => goal.title), ['Ankommen', 'Bleiben']],
    ['a measure', { kind: 'insertMeasure', blockId: id(3), title: 'Café', afterBlockId: id(1) }, (content) => content.measures.map((measure) => measure.title), ['Café', 'Lotsen']],
    ['a removal', { kind: 'removeBlock', blockId: id(2) }, (content) => content.measures, []],
  ])('of %s comes out as content and as an update that says the same', (_name, change, look, expected) => {
    const log = logOf();
    const { changed, update, content } = applyChange(log, 41, structuredClone(change));
    expect([changed, look(content)]).toEqual([true, expected]);
    expect(readContentFromUpdates([...log, update])).toEqual(content);
  });

  it('holds only what is new, all of it under the given client id', () => {
    const log = logOf();
    const { update } = applyChange(log, 77, { kind: 'setTitle', blockId: id(2), title: 'Lotsen vor Ort' });
    const { structs } = Y.decodeUpdate(update);
    expect(structs.map((struct) => [struct.id.client, struct.length])).toEqual([[77, ' vor Ort'.length]]);
  });

  it('goes on with the clocks of its client id', () => {
    const log = logOf({ kind: 'setTitle', blockId: id(2), title: 'Eins' }, { kind: 'setTitle', blockId: id(2), title: 'Zwei' });
    expect(readContentFromUpdates(log).measures[0]?.title).toBe('Zwei');
    expect([...Y.decodeStateVector(mergeState(log).stateVector).keys()]).toEqual([41]);
    expect(loadDocument(log).store.pendingStructs).toBeNull();
  });

  it('that changes nothing has an empty update', () => {
    const { changed, update } = applyChange(logOf(), 41, { kind: 'setFields', blockId: id(2), values: { status: 'idea', type: null } });
    expect([changed, update]).toEqual([false, EMPTY_UPDATE]);
  });

  it('that is refused says why in plain data', () => {
    const outcome = tryApplyChange(logOf(), 41, { kind: 'setFields', blockId: id(9), values: { status: 'done' } });
    expect(structuredClone(outcome)).toEqual({ ok: false, problem: { code: 'BLOCK_NOT_FOUND', message: expect.any(String), params: { blockId: id(9) } } });
  });
});

describe('stored updates', () => {
  it('merge to one state, in whatever order they are read', () => {
    const log = logOf({ kind: 'setTitle', blockId: id(2), title: 'Eins' }, { kind: 'removeBlock', blockId: id(1) });
    const merged = mergeState([...log].reverse());
    expect(merged).toEqual(mergeState(log));
    expect(readContentFromUpdates([merged.state])).toEqual(readContentFromUpdates(log));
    expect(Y.encodeStateVectorFromUpdate(merged.state)).toEqual(merged.stateVector);
  });

  it('give a client only what it lacks', () => {
    const log = logOf();
    const client = loadDocument(log);
    const { update } = applyChange(log, 99, { kind: 'setTitle', blockId: id(2), title: 'Neu' });
    const diff = diffState([...log, update], Y.encodeStateVector(client));
    expect([...new Set(Y.decodeUpdate(diff).structs.map((struct) => struct.id.client))]).toEqual([99]);
    Y.applyUpdate(client, diff);
    expect(readContent(client).measures[0]?.title).toBe('Neu');
  });

  it('of an empty document are an empty section', () => {
    expect(readContentFromUpdates([])).toEqual({ blocks: [], pictures: [], goals: [], measures: [] });
    expect(mergeState([]).state).toEqual(EMPTY_UPDATE);
  });

  it('that do not decode are refused', () => {
    expect(() => readContentFromUpdates([new Uint8Array([255, 255, 255])])).toThrow();
  });
});
