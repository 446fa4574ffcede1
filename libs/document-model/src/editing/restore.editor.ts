import type * as Y from 'yjs';
import { steadyPlaces } from '../comparing/steady-places.policy.js';
import type { FieldValues } from '../fields/field-values.reader.js';
import { fieldDefinition } from '../fields/field.registry.js';
import type { FieldOwner } from '../fields/field.registry.js';
import { fieldKey } from '../fields/field-key.policy.js';
import { childElements, readBody, storedId } from '../reading/body.reader.js';
import type { BodyNode } from '../reading/body.reader.js';
import type { DocumentText } from '../reading/document-text.reader.js';
import { attrsOf } from '../reading/document-tree.reader.js';
import type { TreeElement, TreeNode } from '../reading/document-tree.reader.js';
import { groupFields } from '../reading/field.reader.js';
import { bodyOf, fieldsOf } from '../reading/section-document.js';
import { restoreInline } from './inline.editor.js';
import { createFromTree } from './tree.factory.js';

const elementsOf = (nodes: readonly TreeNode[] | undefined): TreeElement[] => (nodes ?? []).filter((node): node is TreeElement => node.type !== 'text');

const idOfTree = ({ attrs }: TreeElement): string[] => (typeof attrs?.['id'] === 'string' ? [attrs['id']] : []);
const idsInTree = (tree: TreeElement): string[] => [...idOfTree(tree), ...elementsOf(tree.content).flatMap(idsInTree)];
const idsInNode = (node: BodyNode): string[] => [...(node.id === null ? [] : [node.id]), ...childElements(node).flatMap(idsInNode)];

/** By what two siblings know each other: their id; rows and cells have none, but the blocks in them; titles by their order. */
function keysOf(name: string, ids: readonly string[], counts: Map<string, number>): string[] {
  if (ids.length > 0) return ids.map((id) => `${name}/${id}`);
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return [`${name}#${count}`];
}

/** For each wanted sibling the index of the one that is the same now; null when there is none. */
function placesNow(now: readonly BodyNode[], wanted: readonly TreeElement[]): (number | null)[] {
  const [nowCounts, wantedCounts] = [new Map<string, number>(), new Map<string, number>()];
  const byKey = new Map<string, number>();
  now.forEach((node, index) => {
    const ids = node.id === null ? idsInNode(node) : [node.id];
    keysOf(node.name, ids, nowCounts).forEach((key) => byKey.set(key, index));
  });
  const taken = new Set<number>();
  return wanted.map((tree) => {
    const own = idOfTree(tree);
    const keys = keysOf(tree.type, own.length > 0 ? own : idsInTree(tree), wantedCounts);
    const place = keys.map((key) => byKey.get(key)).find((index) => index !== undefined && !taken.has(index));
    if (place === undefined) return null;
    taken.add(place);
    return place;
  });
}

function remove(container: Y.XmlFragment, gone: ReadonlySet<unknown>): void {
  const children = container.toArray() as unknown[];
  for (let index = children.length - 1; index >= 0; index -= 1) {
    if (gone.has(children[index])) container.delete(index, 1);
  }
}

/** Siblings that are there and keep their order stay and are mended; all others go, and what is missing is written anew. */
function restoreChildren(container: Y.XmlFragment, now: readonly BodyNode[], wanted: readonly TreeElement[]): void {
  const places = placesNow(now, wanted);
  const steady = steadyPlaces(places);
  const staying = wanted.map((_, index) => (steady.has(index) ? (now[places[index] as number] as BodyNode) : null));
  const kept = new Set(staying);
  remove(container, new Set(now.filter((node) => !kept.has(node)).map(({ element }) => element)));
  const indices = new Map((container.toArray() as unknown[]).map((child, index) => [child, index]));
  let [cursor, inserted] = [0, 0];
  wanted.forEach((tree, index) => {
    const node = staying[index] ?? null;
    if (node === null) {
      container.insert(cursor, [createFromTree(tree)]);
      inserted += 1;
    } else {
      cursor = (indices.get(node.element) ?? 0) + inserted;
      restoreElement(node, tree);
    }
    cursor += 1;
  });
}

function restoreAttributes(node: BodyNode, wanted: TreeElement['attrs'] = {}): void {
  // The element of a tree has none but these.
  const element = node.element as unknown as Y.XmlElement<Record<string, object | string | number>>;
  const now = { ...attrsOf(node), id: storedId(node) ?? null } as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(wanted)) {
    if (JSON.stringify(now[key]) === JSON.stringify(value)) continue;
    if (value === null) element.removeAttribute(key);
    else element.setAttribute(key, value as object | string | number);
  }
}

function restoreElement(node: BodyNode, wanted: TreeElement): void {
  restoreAttributes(node, wanted.attrs);
  if (node.name === 'block' || node.name === 'title') restoreInline(node, wanted.content ?? [], node.name === 'title');
  else restoreChildren(node.element, childElements(node), elementsOf(wanted.content));
}

/** Keys that this schema does not know stay: a later one may have written them. */
function restoreValues(doc: Y.Doc, owner: FieldOwner, blockId: string, now: ReadonlyMap<string, unknown> | undefined, wanted: FieldValues): void {
  const fields = fieldsOf(doc);
  for (const key of now?.keys() ?? []) {
    if (wanted[key] === undefined && fieldDefinition(owner, key) !== undefined) fields.delete(fieldKey(blockId, key));
  }
  for (const [key, value] of Object.entries(wanted)) {
    if (now?.get(key) !== value) fields.set(fieldKey(blockId, key), value);
  }
}

/**
 * Makes the document say what a version said, as one change that touches only what differs: blocks that exist in both keep
 * their id and their unchanged words, so whoever types elsewhere loses nothing. Values of blocks that are taken out stay
 * in `fields`, as with any block that is removed.
 */
export function restoreText(doc: Y.Doc, { tree, values }: DocumentText): void {
  doc.transact(() => {
    const groups = groupFields(doc);
    restoreChildren(bodyOf(doc), readBody(doc).children, tree.content);
    for (const { name, id } of readBody(doc).identified) {
      if (id !== null && (name === 'goal' || name === 'measure')) restoreValues(doc, name, id, groups.get(id), values[id] ?? {});
    }
  });
}
