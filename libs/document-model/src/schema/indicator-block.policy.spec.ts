import { describe, expect, it } from '@jest/globals';
import { EditorReplica, id, syncAll } from '../../test/editor-replica.js';
import { appendBlocks } from '../editing/blocks.editor.js';
import { repairDocument } from '../editing/document-repair.js';
import { plainBlocks } from '../reading/plain-block.reader.js';
import { readText } from '../reading/document-text.reader.js';
import { readTree } from '../reading/document-tree.reader.js';
import { readContent } from '../reading/section-content.reader.js';
import { bodyOf } from '../reading/section-document.js';
import { allowedNames } from './allowed-names.js';
import { documentSchema } from './document.schema.js';
import { isIndicatorBlockValue, toIndicatorId } from './indicator-block.policy.js';

describe('an indicator in the text', () => {
  it.each<[string, unknown, boolean]>([
    ['indicatorId', id(1), true], ['indicatorId', null, true], ['indicatorId', 'javascript:alert(1)', false], ['indicatorId', 5, false], ['id', id(2), true], ['value', '7', false],
  ])('may have stored as %s %j: %s', (key, value, isAllowed) => {
    expect([isIndicatorBlockValue(key, value), allowedNames.allowsValue('indicator', key, value)]).toEqual([isAllowed, isAllowed]);
  });

  it('stands between the blocks and in goals and measures, never in a table, and holds nothing', () => {
    expect([null, 'goal', 'measure', 'tableCell', 'indicator'].map((parent) => allowedNames.allowsChild(parent, 'indicator'))).toEqual([true, true, true, false, false]);
    expect(allowedNames.allowsChild('indicator', 'text')).toBe(false);
  });

  it('is the same for everybody, names what it shows and says no words of its own', () => {
    const one = new EditorReplica(1);
    appendBlocks(one.doc, [{ type: 'paragraph', id: id(1), text: 'Davor' }, { type: 'indicator', id: id(2), indicatorId: id(90) }]);
    const other = new EditorReplica(2, one.doc);
    other.edit((tr) => tr.insert(tr.doc.content.size, documentSchema.nodes.indicator.create({ id: id(3), indicatorId: id(91) })));
    syncAll([one, other]);
    for (const { doc } of [one, other]) {
      expect(readTree(doc).content.slice(1)).toEqual([{ type: 'indicator', attrs: { id: id(2), indicatorId: id(90) } }, { type: 'indicator', attrs: { id: id(3), indicatorId: id(91) } }]);
      expect(readContent(doc).blocks[1]).toEqual({ id: id(2), kind: 'indicator', indent: 0, text: '', parentId: null });
      expect(plainBlocks(readText(doc))[1]).toMatchObject({ kind: 'indicator', text: '' });
    }
  });

  it('that names no indicator is kept, and repaired of what it may not say', () => {
    const one = new EditorReplica(1);
    appendBlocks(one.doc, [{ type: 'indicator', id: id(2), indicatorId: 'x' }]);
    const element = bodyOf(one.doc).get(0) as unknown as { setAttribute: (key: string, value: string) => void; getAttributes: () => object };
    element.setAttribute('indicatorId', 'javascript:alert(1)');
    expect(toIndicatorId(element.getAttributes() as Record<string, unknown>)).toBeNull();
    repairDocument(one.doc);
    expect(element.getAttributes()).toEqual({ id: id(2) });
  });
});
