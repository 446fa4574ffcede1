import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AllSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { appendBlocks, bodyOf } from '@konzeptwerkstatt/document-model';
import { PlainView } from '../../../test/plain-view.js';
import { firstWordsPlugin } from './first-words.plugin.js';

const isFromDocument = (tr: Transaction): boolean => tr.getMeta(ySyncPluginKey) !== undefined;
const opening = (doc: Y.Doc): PlainView => PlainView.opening(doc, [firstWordsPlugin(isFromDocument)]);

const warn = jest.spyOn(console, 'warn');
beforeEach(() => void warn.mockClear().mockImplementation(() => undefined));
afterEach(() => expect(warn).not.toHaveBeenCalled());

describe('a text that is shown for the first time', () => {
  it('has the cursor at its first letter, where it stays when somebody else writes', () => {
    const doc = new Y.Doc();
    appendBlocks(doc, ['Eins zwei.', 'Drei.'].map((text) => ({ type: 'paragraph' as const, text })));
    const view = opening(doc);
    expect(view.words()).toBe('Eins zwei./Drei.');
    expect(view.state.selection).toBeInstanceOf(TextSelection);
    expect(view.state.selection.from).toBe(view.placeOf('Eins'));

    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, view.placeOf('Drei.') + 2)));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    ((bodyOf(other).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Null ');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(view.state.selection.from).toBe(view.placeOf('Drei.') + 2);
  });

  it('has no place for a cursor as long as it is empty', () => {
    const doc = new Y.Doc();
    const view = opening(doc);
    expect(view.state.selection).toBeInstanceOf(AllSelection);
    appendBlocks(doc, [{ type: 'paragraph', text: 'Eins.' }]);
    expect(view.state.selection).toBeInstanceOf(TextSelection);
    expect(view.state.selection.from).toBe(view.placeOf('Eins'));
  });
});
