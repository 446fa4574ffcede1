import type * as Y from 'yjs';
import type { TextLeaf, TreeElement, TreeNode } from '../reading/document-tree.reader.js';
import { createElement, createText } from './text-block.factory.js';

type Attributes = Parameters<typeof createElement>[1];

/** What is worth storing: null is how a tree says that something is not set. */
function storedAttributes({ attrs = {} }: TreeElement): Attributes {
  return Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null)) as Attributes;
}

/** The Yjs children for a tree's content: leaves between two elements share one Yjs text. */
function createChildren(content: readonly TreeNode[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let line: TextLeaf[] = [];
  const endLine = (): void => {
    if (line.length > 0) children.push(createText(line.map(({ text, marks = [] }) => ({ text, marks }))));
    line = [];
  };
  for (const node of content) {
    if (node.type === 'text') {
      line.push(node);
    } else {
      endLine();
      children.push(createFromTree(node));
    }
  }
  endLine();
  return children;
}

/** A new element that reads as the given tree, ids included. */
export function createFromTree(tree: TreeElement): Y.XmlElement {
  return createElement(tree.type, storedAttributes(tree), createChildren(tree.content ?? []));
}
