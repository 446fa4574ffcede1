import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Node as ProseMirrorNode } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { EditorReplica, id, syncAll } from '../../test/editor-replica.js';
import { readTree } from '../reading/document-tree.reader.js';
import { readContent } from '../reading/section-content.reader.js';
import { BLOCK_KINDS } from '../schema/block-kind.policy.js';
import { documentSchema } from '../schema/document.schema.js';
import { appendBlocks, insertMeasure } from './blocks.editor.js';
import { editFields } from './fields.editor.js';
import { setTitle } from './title.editor.js';

const ACTIONS = ['type', 'erase', 'kind', 'split', 'remove', 'removeRow', 'mark', 'goal', 'measure', 'field', 'title', 'picture', 'alt', 'sync'] as const;

interface Step {
  readonly who: number;
  readonly action: (typeof ACTIONS)[number];
  /** Chooses the place. */
  readonly where: number;
  /** Chooses the offset, length, kind. */
  readonly how: number;
}

const step: fc.Arbitrary<Step> = fc.record({ who: fc.nat(2), action: fc.constantFrom(...ACTIONS), where: fc.nat(1000), how: fc.nat(1000) });

function nodesOf(doc: ProseMirrorNode, matches: (node: ProseMirrorNode) => boolean): { node: ProseMirrorNode; position: number }[] {
  const found: { node: ProseMirrorNode; position: number }[] = [];
  doc.descendants((node, position) => {
    if (matches(node)) found.push({ node, position });
  });
  return found;
}

const idsIn = (node: ProseMirrorNode): string[] => nodesOf(node, (child) => child.attrs['id'] !== undefined).map((found) => found.node.attrs['id'] as string);

/** Three people in one section, and which blocks anybody ever put in or took out. */
class Workshop {
  readonly people: EditorReplica[];
  readonly added = new Set<string>();
  readonly removed = new Set<string>();
  /** A split re-creates one of the halves: their ids may change hands. */
  readonly split = new Set<string>();
  #next = 100;

  constructor() {
    const first = new EditorReplica(1);
    const ids = appendBlocks(first.doc, [
      { type: 'heading2', id: id(1), text: 'Wohnen' },
      { type: 'goal', id: id(2), title: 'Ankommen', description: [{ type: 'paragraph', id: id(3), text: 'Ein Satz' }, { type: 'paragraph', id: id(4), text: 'Noch einer' }] },
      { type: 'measure', id: id(5), title: 'Lotsen', description: [{ type: 'bulletItem', id: id(6), text: 'Punkt' }], values: { status: 'idea' } },
      { type: 'table', id: id(7), rows: [['a', 'b'], ['c', 'd']] },
      { type: 'paragraph', id: id(8), text: 'Schluss' },
      { type: 'picture', id: id(9), fileId: id(90), alt: 'Gruppe' },
    ]);
    [...ids, id(3), id(4), id(6)].forEach((blockId) => this.added.add(blockId));
    this.people = [first, new EditorReplica(2, first.doc), new EditorReplica(3, first.doc)];
  }

  take({ who, action, where, how }: Step): void {
    const person = this.people[who] as EditorReplica;
    if (action === 'sync') return syncAll([person, this.people[(who + 1) % 3] as EditorReplica]);
    if (action === 'measure') return insertMeasure(person.doc, { blockId: this.#newId(), title: 'Neu' });
    if (action === 'field' || action === 'title') return this.#fromTable(person, action, where, how);
    person.edit((tr) => this.#inEditor(tr, action, where, how));
  }

  #newId(): string {
    this.#next += 1;
    this.added.add(id(this.#next));
    return id(this.#next);
  }

  #fromTable({ doc }: EditorReplica, action: 'field' | 'title', where: number, how: number): void {
    const { measures } = readContent(doc);
    const measure = measures[where % Math.max(measures.length, 1)];
    if (measure === undefined) return;
    if (action === 'field') editFields(doc, measure.blockId, { [`partner/${id(how)}`]: true });
    else setTitle(doc, measure.blockId, `Titel ${how}`);
  }

  #inEditor(tr: Transaction, action: Step['action'], where: number, how: number): void {
    if (action === 'goal' || action === 'picture') {
      const added = documentSchema.nodes[action].create({ id: this.#newId() });
      tr.insert(tr.doc.resolve(0).posAtIndex(where % (tr.doc.childCount + 1)), added);
      return;
    }
    const matches: Partial<Record<Step['action'], (node: ProseMirrorNode) => boolean>> = {
      remove: (node) => node.attrs['id'] !== undefined,
      removeRow: (node) => node.type.name === 'tableRow',
      type: (node) => node.isTextblock,
      erase: (node) => node.isTextblock,
      alt: (node) => node.type.name === 'picture',
    };
    const places = nodesOf(tr.doc, matches[action] ?? ((node) => node.type.name === 'block'));
    const place = places[where % Math.max(places.length, 1)];
    if (place !== undefined) this.#at(tr, place, action, how);
  }

  #at(tr: Transaction, { node, position }: { node: ProseMirrorNode; position: number }, action: Step['action'], how: number): void {
    const offset = position + 1 + (how % (node.content.size + 1));
    const end = position + 1 + node.content.size;
    if (action === 'type') tr.insertText('wort ', offset);
    if (action === 'erase') tr.delete(offset, end);
    if (action === 'alt') tr.setNodeAttribute(position, how % 2 === 0 ? 'alt' : 'decorative', how % 2 === 0 ? `Bild ${how}` : how % 3 === 0);
    if (action === 'kind') tr.setNodeAttribute(position, 'kind', BLOCK_KINDS[how % BLOCK_KINDS.length]);
    if (action === 'mark') tr.addMark(offset, end, documentSchema.marks.bold.create());
    if (action === 'split') {
      tr.split(offset);
      this.split.add(node.attrs['id'] as string);
    }
    if (action === 'remove' || action === 'removeRow') {
      [...idsIn(node), node.attrs['id'] as string].forEach((blockId) => this.removed.add(blockId));
      tr.delete(position, position + node.nodeSize);
    }
  }
}

describe('three people who edit at random and meet now and then', () => {
  it('never lose a block that nobody removed, and end with the same text', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const workshop = new Workshop();
        steps.forEach((taken) => workshop.take(taken));
        syncAll(workshop.people);
        const present = new Set(readContent((workshop.people[0] as EditorReplica).doc).blocks.map((block) => block.id));
        const lost = [...workshop.added].filter((blockId) => !present.has(blockId) && !workshop.removed.has(blockId) && !workshop.split.has(blockId));
        expect(lost).toEqual([]);

        const [tree, ...others] = workshop.people.map(({ doc }) => readTree(doc));
        for (const other of others) expect(other).toEqual(tree);
        documentSchema.nodeFromJSON(tree).check();

        // Opening the merged document in an editor takes nothing away, for anybody.
        for (const person of workshop.people) {
          person.show();
          expect(readTree(person.doc)).toEqual(tree);
        }
        syncAll(workshop.people);
        for (const { doc } of workshop.people) expect(readTree(doc)).toEqual(tree);
      }),
      { numRuns: 200, seed: 20261122 },
    );
  }, 60_000);
});
