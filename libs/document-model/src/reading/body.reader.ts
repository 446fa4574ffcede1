import * as Y from 'yjs';
import { derivedBlockId, resolveBlockIds } from '../schema/block-id.policy.js';
import { allowsChild, isElementName, isIdentifiedNode } from '../schema/structure.policy.js';
import type { ElementName } from '../schema/structure.policy.js';
import { bodyOf } from './section-document.js';

/** One element of the body that stands where the schema allows it. */
export interface BodyNode {
  readonly name: ElementName;
  readonly element: Y.XmlElement;
  readonly parent: BodyNode | null;
  readonly children: readonly (BodyNode | Y.XmlText)[];
  /** Unique in the document; null for elements that carry none (title, rows, cells, line breaks). Set once all are known. */
  id: string | null;
}

export interface Body {
  readonly children: readonly BodyNode[];
  /** Every element with an id, in document order. */
  readonly identified: readonly BodyNode[];
  readonly byId: ReadonlyMap<string, BodyNode>;
}

type Parent = BodyNode | null;

/**
 * Only what the schema allows is followed, and no element may contain its own kind at any level: that bounds the depth at
 * doc > table > row > cell > block, whatever nesting the document holds.
 */
function readChildren(container: Y.XmlFragment, parent: Parent, identified: BodyNode[]): (BodyNode | Y.XmlText)[] {
  const parentName = parent?.name ?? 'doc';
  const children: (BodyNode | Y.XmlText)[] = [];
  for (const child of container.toArray() as unknown[]) {
    if (child instanceof Y.XmlText) {
      if (allowsChild(parentName, 'text')) children.push(child);
    } else if (child instanceof Y.XmlElement && isElementName(child.nodeName) && allowsChild(parentName, child.nodeName)) {
      children.push(readElement(child as Y.XmlElement, child.nodeName, parent, identified));
    }
  }
  return children;
}

function readElement(element: Y.XmlElement, name: ElementName, parent: Parent, identified: BodyNode[]): BodyNode {
  const children: (BodyNode | Y.XmlText)[] = [];
  const node: BodyNode = { name, element, parent, children, id: null };
  if (isIdentifiedNode(name)) identified.push(node);
  children.push(...readChildren(element, node, identified));
  return node;
}

/** Stable for an element that has no id yet, because the place where Yjs stored it never changes. */
function idOfUnnamed(element: Y.XmlElement): string {
  const item = element._item;
  return derivedBlockId(item === null ? 'root' : `item/${item.id.client}/${item.id.clock}`);
}

/** The body as the schema sees it, every block with an id of its own (see `resolveBlockIds`). Changes nothing. */
export function readBody(doc: Y.Doc): Body {
  const identified: BodyNode[] = [];
  const children = readChildren(bodyOf(doc), null, identified).filter((child): child is BodyNode => !(child instanceof Y.XmlText));
  const ids = resolveBlockIds(
    identified.map((node) => storedId(node)),
    (index) => idOfUnnamed((identified[index] as BodyNode).element),
  );
  const byId = new Map<string, BodyNode>();
  identified.forEach((node, index) => {
    const id = ids[index] as string;
    node.id = id;
    byId.set(id, node);
  });
  return { children, identified, byId };
}

/** The id as it is written in the document: may be missing, or the same as another block's. */
export function storedId(node: BodyNode): unknown {
  return node.element.getAttribute('id');
}

/** The first title of a goal or measure; the others are part of the description. */
export function titleOf(node: BodyNode): BodyNode | null {
  return childElements(node).find((child) => child.name === 'title') ?? null;
}

export function childElements(node: BodyNode): BodyNode[] {
  return node.children.filter((child): child is BodyNode => !(child instanceof Y.XmlText));
}
