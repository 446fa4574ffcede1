import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { EditorReplica, id } from '../../test/editor-replica.js';
import { readTree } from '../reading/document-tree.reader.js';
import { readContent } from '../reading/section-content.reader.js';
import { bodyOf, fieldsOf } from '../reading/section-document.js';
import { documentSchema } from '../schema/document.schema.js';
import { MAX_DEPTH } from '../schema/structure.policy.js';
import { applyChange, loadDocument, repairState } from '../state/stored-state.js';
import { appendBlocks } from './blocks.editor.js';
import { repairDocument } from './document-repair.js';

function section(): Y.Doc {
  const doc = new Y.Doc();
  appendBlocks(doc, [
    { type: 'measure', id: id(1), title: 'Lotsen', description: [{ type: 'paragraph', id: id(2), text: 'Ehrenamtliche' }], values: { status: 'idea' } },
    { type: 'paragraph', id: id(3), text: 'Schluss' },
    { type: 'picture', id: id(4), caption: 'Auftakt' },
  ]);
  return doc;
}

const child = (parent: Y.XmlFragment, index: number): Y.XmlElement => parent.get(index) as Y.XmlElement;

/** What a client writes that does not go through the editor. */
const damages: Record<string, (doc: Y.Doc) => void> = {
  'an unknown element in a measure': (doc) => child(bodyOf(doc), 0).insert(1, [new Y.XmlElement('script')]),
  'a block in a title': (doc) => child(child(bodyOf(doc), 0), 0).insert(0, [new Y.XmlElement('block')]),
  'a measure in a measure': (doc) => child(bodyOf(doc), 0).insert(0, [new Y.XmlElement('measure')]),
  'bold words in a title': (doc) => (child(child(bodyOf(doc), 0), 0).get(0) as unknown as Y.XmlText).format(0, 3, { bold: {} }),
  'an unknown mark': (doc) => (child(bodyOf(doc), 1).get(0) as unknown as Y.XmlText).format(0, 3, { onclick: {} }),
  'a script link': (doc) => (child(bodyOf(doc), 1).get(0) as unknown as Y.XmlText).format(0, 3, { link: { href: 'javascript:alert(1)' } }),
  'an object among words': (doc) => (child(bodyOf(doc), 1).get(0) as unknown as Y.XmlText).insertEmbed(0, { image: 'x' }),
  'text beside blocks': (doc) => child(bodyOf(doc), 0).insert(0, [new Y.XmlText('frei')]),
  'an unknown attribute': (doc) => child(bodyOf(doc), 1).setAttribute('onclick', 'alert(1)'),
  'an unknown kind': (doc) => child(bodyOf(doc), 1).setAttribute('kind', 'script'),
  'words in a picture': (doc) => child(bodyOf(doc), 2).insert(0, [new Y.XmlText('frei')]),
  'a picture of elsewhere': (doc) => child(bodyOf(doc), 2).setAttribute('fileId', 'https://example.org/onclick.png'),
  'an alternative text without end': (doc) => child(bodyOf(doc), 2).setAttribute('alt', 'onclick'.repeat(200)),
  'an unknown field': (doc) => void fieldsOf(doc).set(`${id(1)}/onclick`, 'alert(1)'),
  'a nested field': (doc) => void fieldsOf(doc).set(`${id(1)}/type`, new Y.Map()),
};

describe('repairing a document', () => {
  it.each(Object.entries(damages))('takes out %s and nothing else', (_name, damage) => {
    const intact = readTree(section());
    const doc = section();
    damage(doc);
    repairDocument(doc);
    const editor = new EditorReplica(9, doc);
    expect(editor.show().toJSON()).toEqual(documentSchema.nodeFromJSON(intact).toJSON());
    expect(readTree(editor.doc)).toEqual(intact);
    expect([...fieldsOf(doc).keys()]).toEqual([`${id(1)}/status`]);
    expect(bodyOf(doc).toString()).not.toMatch(/onclick|script|image|frei/);
  });

  it.each(Object.entries(damages))('is not needed to read past %s', (_name, damage) => {
    const doc = section();
    const intact = { tree: readTree(doc), content: readContent(doc) };
    damage(doc);
    expect(readContent(doc).measures).toEqual(intact.content.measures);
    expect(readTree(doc)).toEqual(intact.tree);
  });

  it('writes nothing when nothing is wrong', () => {
    expect(repairState([Y.encodeStateAsUpdate(section())], 7)).toMatchObject({ changed: false });
  });

  it('gives doubled and missing ids their own, the ones that readers have seen', () => {
    const doc = section();
    child(bodyOf(doc), 1).setAttribute('id', id(1));
    bodyOf(doc).push([new Y.XmlElement('block')]);
    const seen = readContent(doc).blocks.map((block) => block.id);
    repairDocument(doc);
    expect(bodyOf(doc).toArray().map((element) => (element as Y.XmlElement).getAttribute('id'))).toEqual([seen[0], seen[2], seen[3], seen[4]]);
    expect(readContent(doc).blocks.map((block) => block.id)).toEqual(seen);
  });
});

describe('hostile nesting', () => {
  function nested(levels: number): Uint8Array[] {
    const doc = section();
    let inner = child(bodyOf(doc), 0);
    doc.transact(() => {
      for (let depth = 0; depth < levels; depth += 1) {
        const next = new Y.XmlElement(depth % 2 === 0 ? 'measure' : 'table');
        inner.insert(0, [next]);
        inner = next;
      }
    });
    return [Y.encodeStateAsUpdate(doc)];
  }

  it('of thousands of elements is not followed when reading and changing', () => {
    const { content, changed } = applyChange(nested(5000), 5, { kind: 'setTitle', blockId: id(1), title: 'Neu' });
    expect([changed, content.measures[0]?.title, content.blocks.length]).toEqual([true, 'Neu', 4]);
  });

  it('as deep as an update may be is taken out', () => {
    const stored = nested(MAX_DEPTH);
    const { changed, update } = repairState(stored, 5);
    expect(changed).toBe(true);
    expect(bodyOf(loadDocument([...stored, update])).toString().match(/<measure/g)).toHaveLength(1);
  });
});
