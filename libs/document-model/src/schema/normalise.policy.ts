import type { Node as ProseMirrorNode } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { Transaction } from 'prosemirror-state';
import { newBlockId, resolveBlockIds } from './block-id.policy.js';
import { isIdentifiedNode } from './structure.policy.js';

interface Insertion {
  readonly position: number;
  readonly node: ProseMirrorNode;
}

function newBlock(near: ProseMirrorNode): ProseMirrorNode {
  return near.type.schema.node('block', { id: newBlockId() });
}

function giveIds(tr: Transaction): void {
  const found: { position: number; id: unknown }[] = [];
  tr.doc.descendants((node, position) => {
    if (isIdentifiedNode(node.type.name)) found.push({ position, id: node.attrs['id'] });
    return !node.isTextblock;
  });
  const ids = resolveBlockIds(found.map(({ id }) => id), newBlockId);
  found.forEach(({ position, id }, index) => {
    if (ids[index] !== id) tr.setNodeAttribute(position, 'id', ids[index]);
  });
}

function hasTitle(node: ProseMirrorNode): boolean {
  let found = false;
  node.forEach((child) => {
    found ||= child.type.name === 'title';
  });
  return found;
}

/** A table in which nobody can put the cursor any more: two people took out one of its last two rows each. */
function missingCell(table: ProseMirrorNode, position: number): Insertion | null {
  const { schema } = table.type;
  let cells = 0;
  table.forEach((row) => { cells += row.childCount; });
  if (cells > 0) return null;
  const cell = schema.node('tableCell', null, newBlock(table));
  return table.childCount > 0 ? { position: position + 2, node: cell } : { position: position + 1, node: schema.node('tableRow', null, cell) };
}

function missingPart(node: ProseMirrorNode, position: number): Insertion | null {
  const { name, schema } = node.type;
  if (name === 'goal' || name === 'measure') return hasTitle(node) ? null : { position: position + 1, node: schema.node('title') };
  if (name === 'table') return missingCell(node, position);
  if (name === 'tableCell' || name === 'tableHeader') return node.childCount > 0 ? null : { position: position + 1, node: newBlock(node) };
  return null;
}

function addMissingParts(tr: Transaction): void {
  const insertions: Insertion[] = [];
  tr.doc.descendants((node, position) => {
    const insertion = missingPart(node, position);
    if (insertion !== null) insertions.push(insertion);
    return !node.isTextblock;
  });
  // From the end, so that earlier positions stay true.
  insertions.reverse().forEach(({ position, node }) => tr.insert(position, node));
  if (tr.doc.childCount === 0) tr.insert(0, newBlock(tr.doc));
}

/**
 * Adds to a transaction what the content rules leave open on purpose: a title for a goal or measure, a block for an empty
 * cell or document, an id of its own for every block. Only ever adds. For changes made here, never for what
 * arrives from others: they repair their own, and two repairs of the same gap would both stay.
 */
export function normalise(tr: Transaction): Transaction {
  giveIds(tr);
  addMissingParts(tr);
  return tr;
}

/** Normalises after each local change. `isRemote` tells the transactions that only repeat what others did (the Yjs binding marks them). */
export function normalisationPlugin(isRemote: (tr: Transaction) => boolean): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) => {
      const changed = transactions.filter((tr) => tr.docChanged);
      if (changed.length === 0 || changed.every(isRemote)) return null;
      const tr = normalise(state.tr);
      return tr.docChanged ? tr : null;
    },
  });
}
