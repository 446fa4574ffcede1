import { describe, expect, it } from '@jest/globals';
import type * as Y from 'yjs';
import { EditorReplica, id, positionOf, syncAll } from '../../test/editor-replica.js';
import { appendBlocks } from '../editing/blocks.editor.js';
import { readContent } from '../reading/section-content.reader.js';
import { bodyOf } from '../reading/section-document.js';
import { documentSchema, nodeSpecs } from './document.schema.js';
import { isAllowedHref } from './link.policy.js';
import { ALLOWED_ATTRIBUTES, ALLOWED_CHILDREN, contentExpression } from './structure.policy.js';

describe('the schema', () => {
  it('allows any number of any child in any order, so that no merge makes a node invalid', () => {
    for (const [name, spec] of Object.entries(nodeSpecs)) {
      expect([name, spec.content ?? '']).toEqual([name, expect.stringMatching(/^(\([a-zA-Z |]+\)\*)?$/)]);
    }
    for (const name of Object.keys(ALLOWED_CHILDREN) as (keyof typeof ALLOWED_CHILDREN)[]) {
      expect(nodeSpecs[name].content ?? '').toBe(contentExpression(name));
    }
  });

  it('has a default for every attribute, so that a missing one never removes a node', () => {
    for (const type of [...Object.values(documentSchema.nodes), ...Object.values(documentSchema.marks)]) {
      for (const attribute of Object.values(type.spec.attrs ?? {})) expect(attribute).toHaveProperty('default');
    }
  });

  it('has the attributes that the server lets pass', () => {
    for (const [name, keys] of Object.entries(ALLOWED_ATTRIBUTES)) {
      expect([name, Object.keys(documentSchema.nodes[name as keyof typeof ALLOWED_ATTRIBUTES].spec.attrs ?? {})]).toEqual([name, keys]);
    }
  });

  it('names the roles that table editing looks for', () => {
    const roles = Object.values(documentSchema.nodes).map((type) => type.spec['tableRole'] as unknown).filter((role) => role !== undefined);
    expect(roles).toEqual(['table', 'row', 'cell', 'header_cell']);
  });
});

describe('changing what a block is', () => {
  it('loses no word that somebody types at that moment', () => {
    const one = new EditorReplica(1);
    appendBlocks(one.doc, [{ type: 'paragraph', id: id(1), text: 'Wohnen im Quartier' }, { type: 'paragraph', id: id(2), text: 'Mehr' }]);
    const other = new EditorReplica(2, one.doc);
    one.edit((tr) => tr.setNodeAttribute(positionOf(tr.doc, id(1)), 'kind', 'heading2'));
    other.edit((tr) => tr.insertText(' für alle', positionOf(tr.doc, id(1)) + 1 + 'Wohnen'.length));
    syncAll([one, other]);
    for (const replica of [one, other]) {
      expect(readContent(replica.doc).blocks[0]).toMatchObject({ id: id(1), kind: 'heading2', text: 'Wohnen für alle im Quartier' });
    }
  });

  it('leaves the words with those who wrote them', () => {
    const one = new EditorReplica(1);
    appendBlocks(one.doc, [{ type: 'paragraph', id: id(1), text: 'Wohnen' }]);
    const other = new EditorReplica(2, one.doc);
    other.edit((tr) => tr.setNodeAttribute(0, 'kind', 'bulletItem').setNodeAttribute(0, 'indent', 2));
    const words = (bodyOf(other.doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    expect(words._start?.id.client).toBe(1);
  });
});

describe('two people who each delete one of the last two paragraphs of a measure', () => {
  it('keep the measure with its title', () => {
    const one = new EditorReplica(1);
    appendBlocks(one.doc, [{ type: 'measure', id: id(1), title: 'Lotsen', description: [{ type: 'paragraph', id: id(2), text: 'a' }, { type: 'paragraph', id: id(3), text: 'b' }] }]);
    const other = new EditorReplica(2, one.doc);
    const remove = (replica: EditorReplica, blockId: string): void => replica.edit((tr) => {
      const position = positionOf(tr.doc, blockId);
      tr.delete(position, position + 3);
    });
    remove(one, id(2));
    remove(other, id(3));
    syncAll([one, other]);
    for (const replica of [one, other]) expect(replica.show().toString()).toBe('doc(measure(title("Lotsen")))');
  });
});

describe('a link target', () => {
  it.each(['https://www.leipzig.de/a?b=c#d', 'HTTP://example.org', 'mailto:amt@example.org'])('may be %s', (href) => {
    expect(isAllowedHref(href)).toBe(true);
  });

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', '//example.org', '/intern', '', 'https://a b', 'https://a"b', 'https:\u0000//a', `https://${'a'.repeat(1000)}`, null, 5])(
    'may not be %j',
    (href) => {
      expect(isAllowedHref(href)).toBe(false);
    },
  );
});
