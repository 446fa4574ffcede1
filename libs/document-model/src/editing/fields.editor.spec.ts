import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { id, syncAll } from '../../test/editor-replica.js';
import { DocumentChangeRefused } from '../document-model.errors.js';
import type { DocumentProblem } from '../document-model.errors.js';
import { readContent } from '../reading/section-content.reader.js';
import { fieldsOf } from '../reading/section-document.js';
import { appendBlocks, removeBlock } from './blocks.editor.js';
import { editFields } from './fields.editor.js';

function withMeasure(): Y.Doc {
  const doc = new Y.Doc();
  appendBlocks(doc, [{ type: 'goal', id: id(1), title: 'Ankommen' }, { type: 'measure', id: id(2), title: 'Sprachmittlung', values: { status: 'idea' } }]);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function problemOf(action: () => void): DocumentProblem | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof DocumentChangeRefused) return error.problem;
    throw error;
  }
}

describe('structured fields', () => {
  it('keep both partners that two people add at the same moment', () => {
    const [one, other] = [withMeasure()].flatMap((doc) => [doc, copyOf(doc)]) as [Y.Doc, Y.Doc];
    editFields(one, id(2), { [`partner/${id(11)}`]: true });
    editFields(other, id(2), { [`partner/${id(12)}`]: true });
    syncAll([{ doc: one }, { doc: other }]);
    for (const doc of [one, other]) expect(readContent(doc).measures[0]?.fields.partners).toEqual([id(11), id(12)]);
  });

  it('are removed by null and by empty text', () => {
    const doc = withMeasure();
    editFields(doc, id(2), { status: null, resources: 'Räume' });
    expect(readContent(doc).measures[0]?.values).toEqual({ resources: 'Räume' });
    editFields(doc, id(2), { resources: '' });
    expect(readContent(doc).measures[0]?.values).toEqual({});
  });

  it('write nothing when the values are the same', () => {
    const doc = withMeasure();
    const before = Y.encodeStateVector(doc);
    editFields(doc, id(2), { status: 'idea', type: null });
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('of a removed block are not read, though they are still stored', () => {
    const doc = withMeasure();
    removeBlock(doc, id(2));
    expect(readContent(doc).measures).toEqual([]);
    expect(fieldsOf(doc).get(`${id(2)}/status`)).toBe('idea');
  });

  it('that are unknown, invalid or without a block are not read', () => {
    const doc = withMeasure();
    const fields = fieldsOf(doc);
    fields.set(`${id(2)}/type`, 'nonsense');
    fields.set(`${id(2)}/onclick`, 'alert(1)');
    fields.set(`${id(2)}/lead`, new Y.Map());
    fields.set(`${id(9)}/status`, 'done');
    fields.set('status', 'done');
    expect(readContent(doc).measures.map((measure) => measure.values)).toEqual([{ status: 'idea' }]);
  });

  it('link a measure to goals of its section; without a link it belongs to the nearest goal above', () => {
    const doc = withMeasure();
    appendBlocks(doc, [{ type: 'goal', id: id(3), title: 'Bleiben' }]);
    expect(readContent(doc).measures[0]).toMatchObject({ goalBlockIds: [id(1)], goalsLinked: false });
    editFields(doc, id(2), { [`goal/${id(3)}`]: true, [`goal/${id(99)}`]: true });
    expect(readContent(doc).measures[0]).toMatchObject({ goalBlockIds: [id(3)], goalsLinked: true });
    removeBlock(doc, id(3));
    expect(readContent(doc).measures[0]).toMatchObject({ goalBlockIds: [id(1)], goalsLinked: false });
  });
});

describe('an edit of structured fields is refused', () => {
  it('as a whole when one value is wrong, naming each wrong one', () => {
    const doc = withMeasure();
    const problem = problemOf(() => editFields(doc, id(2), { status: 'running', period: '2028/2027', lead: 'nobody' }));
    expect(problem).toMatchObject({ code: 'FIELDS_INVALID', fields: [{ key: 'period', code: 'PERIOD_ENDS_BEFORE_START' }, { key: 'lead', code: 'FIELD_NOT_AN_ID' }] });
    expect(readContent(doc).measures[0]?.values).toEqual({ status: 'idea' });
  });

  it('when somebody changed a value meanwhile, naming the current one', () => {
    const doc = withMeasure();
    const problem = problemOf(() => editFields(doc, id(2), { status: 'running', type: 'new' }, { status: 'planned', type: null }));
    expect(problem).toMatchObject({ code: 'FIELDS_STALE', current: { status: 'idea' } });
    expect(problemOf(() => editFields(doc, id(2), { status: 'running', type: 'new' }, { status: 'idea', type: null }))).toBeNull();
  });

  it('when the block is gone, or is no goal or measure', () => {
    const doc = withMeasure();
    appendBlocks(doc, [{ type: 'paragraph', id: id(4), text: 'Text' }]);
    expect(problemOf(() => editFields(doc, id(5), { status: 'done' }))?.code).toBe('BLOCK_NOT_FOUND');
    expect(problemOf(() => editFields(doc, id(4), { status: 'done' }))?.code).toBe('BLOCK_HAS_NO_FIELDS');
  });

  it('when a key is removed that no measure has', () => {
    expect(problemOf(() => editFields(withMeasure(), id(2), { onclick: null }))).toMatchObject({ code: 'FIELDS_INVALID' });
  });
});
