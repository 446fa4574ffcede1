import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { DOMSerializer } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { NodeViewConstructor, ViewMutationRecord } from '@tiptap/pm/view';

/** What an open list or menu sets on everything around it, the text's own paragraphs included. */
const foreign: ReadonlySet<string> = new Set(['aria-hidden', 'inert']);
const names = ['block', 'title', 'table', 'tableRow', 'tableCell', 'tableHeader'] as const;

const isForeign = (mutation: ViewMutationRecord): boolean => mutation.type === 'attributes' && foreign.has(mutation.attributeName ?? '');

function view(node: Node) {
  const { toDOM } = node.type.spec;
  if (!toDOM) throw new Error(`${node.type.name} has no rendering`);
  return { ...DOMSerializer.renderSpec(document, toDOM(node)), ignoreMutation: isForeign };
}

/**
 * Leaves attributes alone that the interface kit sets from outside. Otherwise the editor would draw a paragraph anew because of
 * them, the open list would hide the new one, and so on without end.
 */
export const foreignAttributesExtension = Extension.create({
  name: 'foreignAttributes',
  addProseMirrorPlugins: () => [new Plugin({ props: { nodeViews: Object.fromEntries(names.map((name): [string, NodeViewConstructor] => [name, view])) } })],
});
