import fc from 'fast-check';
import { Fragment } from 'prosemirror-model';
import type { Node as ProseMirrorNode } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type * as Y from 'yjs';
import { appendBlocks, BLOCK_KINDS, documentSchema, editFields, fieldsOf, insertMeasure, readContent } from '../src/index.js';
import { id } from './editor-replica.js';
import type { EditorReplica } from './editor-replica.js';

const ACTIONS = [
  'type', 'erase', 'eraseWord', 'kind', 'indent', 'split', 'remove', 'removeRow', 'addRow', 'bold', 'plain', 'link', 'lineBreak', 'move', 'goal', 'measure', 'setField', 'clearField', 'picture', 'alt', 'indicator',
] as const;

/** One thing somebody does, as numbers that choose the place. */
export interface RandomEdit {
  readonly action: (typeof ACTIONS)[number];
  readonly where: number;
  readonly how: number;
}

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({ action: fc.constantFrom(...ACTIONS), where: fc.nat(1000), how: fc.nat(1000) });

/** A section with everything there is in a text. */
export function fullSection(doc: Y.Doc): void {
  appendBlocks(doc, [
    { type: 'heading2', id: id(1), text: 'Wohnen' },
    { type: 'paragraph', id: id(2), text: [{ text: 'Wer ' }, { text: 'neu', marks: [{ type: 'bold' }] }, { text: ' ist, findet hier eine ' }, { text: 'Wohnung', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] }, { text: '\nund Rat ★.' }] },
    { type: 'goal', id: id(3), title: 'Ankommen', description: [{ type: 'paragraph', id: id(4), text: 'Ein Satz\nauf zwei Zeilen' }], values: { kind: 'sub' } },
    { type: 'measure', id: id(5), title: 'Lotsen gewinnen', description: [{ type: 'bulletItem', id: id(6), text: 'Punkt' }], values: { status: 'idea', [`partner/${id(90)}`]: true } },
    { type: 'table', id: id(7), header: ['Jahr', 'Zahl'], rows: [['2025', 'viele'], ['2026', 'mehr']] },
    { type: 'paragraph', id: id(8), text: 'Schluss' },
    { type: 'picture', id: id(9), fileId: id(91), alt: 'Menschen an einem Tisch', caption: 'Auftakt' },
  ]);
}

interface Place {
  readonly node: ProseMirrorNode;
  readonly position: number;
}

const suited: Partial<Record<RandomEdit['action'], (node: ProseMirrorNode) => boolean>> = {
  type: (node) => node.isTextblock, erase: (node) => node.isTextblock, eraseWord: (node) => node.isTextblock,
  remove: (node) => node.attrs['id'] !== undefined, removeRow: (node) => node.type.name === 'tableRow', addRow: (node) => node.type.name === 'tableRow',
  move: (node) => node.attrs['id'] !== undefined,
  alt: (node) => node.type.name === 'picture',
};

function placesIn(doc: ProseMirrorNode, action: RandomEdit['action']): Place[] {
  const suits = suited[action] ?? ((node: ProseMirrorNode) => node.type.name === 'block');
  const found: Place[] = [];
  doc.descendants((node, position) => {
    if (suits(node)) found.push({ node, position });
  });
  return found;
}

/** Makes the edit; does nothing when there is no place for it. `fresh` is the id of a block that comes in. */
export function makeEdit(person: EditorReplica, { action, where, how }: RandomEdit, fresh: string): void {
  if (action === 'measure') return insertMeasure(person.doc, { blockId: fresh, title: 'Neu', description: 'Eins\nZwei', values: { status: 'planned' } });
  if (action === 'setField' || action === 'clearField') return editField(person.doc, action, where, how);
  person.edit((tr) => {
    if (action === 'goal') return void tr.insert(tr.doc.resolve(0).posAtIndex(where % (tr.doc.childCount + 1)), documentSchema.nodes.goal.create({ id: fresh }));
    if (action === 'picture') return void tr.insert(tr.doc.resolve(0).posAtIndex(where % (tr.doc.childCount + 1)), documentSchema.nodes.picture.create({ id: fresh, fileId: id(how) }));
    if (action === 'indicator') return void tr.insert(tr.doc.resolve(0).posAtIndex(where % (tr.doc.childCount + 1)), documentSchema.nodes.indicator.create({ id: fresh, indicatorId: id(how) }));
    const places = placesIn(tr.doc, action);
    const place = places[where % Math.max(places.length, 1)];
    if (place !== undefined) editAt(tr, place, action, how);
  });
}

function editField(doc: Y.Doc, action: 'setField' | 'clearField', where: number, how: number): void {
  const { measures } = readContent(doc);
  const measure = measures[where % Math.max(measures.length, 1)];
  if (measure === undefined) return;
  if (action === 'setField') return editFields(doc, measure.blockId, { [`partner/${id(how)}`]: true, status: how % 2 === 0 ? 'running' : 'done' });
  const keys = [...fieldsOf(doc).keys()];
  if (keys.length > 0) fieldsOf(doc).delete(keys[how % keys.length] as string);
}

function editAt(tr: Transaction, { node, position }: Place, action: RandomEdit['action'], how: number): void {
  const offset = position + 1 + (how % (node.content.size + 1));
  const end = position + 1 + node.content.size;
  const { bold, link } = documentSchema.marks;
  switch (action) {
    case 'type': return void tr.insertText(how % 3 === 0 ? 'Wort' : ' ein Wort ', offset);
    case 'erase': return void tr.delete(offset, end);
    case 'eraseWord': return void tr.delete(offset, Math.min(offset + 3, end));
    case 'kind': return void tr.setNodeAttribute(position, 'kind', BLOCK_KINDS[how % BLOCK_KINDS.length]);
    case 'indent': return void tr.setNodeAttribute(position, 'indent', how % 4);
    case 'split': return void tr.split(offset);
    case 'bold': return void tr.addMark(offset, Math.min(offset + 5, end), bold.create());
    case 'plain': return void tr.removeMark(position + 1, offset);
    case 'link': return void tr.addMark(offset, end, link.create({ href: `https://example.org/${how}` }));
    case 'lineBreak': return void tr.insert(offset, documentSchema.nodes.lineBreak.create());
    case 'addRow': return void tr.insert(position, documentSchema.nodes.tableRow.create(null, documentSchema.nodes.tableCell.create()));
    case 'alt': return void tr.setNodeAttribute(position, how % 2 === 0 ? 'alt' : 'caption', `Bild ${how}`);
    case 'move': return move(tr, { node, position }, how);
    default: return void tr.delete(position, position + node.nodeSize);
  }
}

/** Cut here, pasted at the top level, with its ids. */
function move(tr: Transaction, { node, position }: Place, how: number): void {
  tr.delete(position, position + node.nodeSize);
  tr.insert(tr.doc.resolve(0).posAtIndex(how % (tr.doc.childCount + 1)), Fragment.from(node));
}
