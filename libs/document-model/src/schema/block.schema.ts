import type { Attrs, DOMOutputSpec, Node as ProseMirrorNode, NodeSpec, TagParseRule } from 'prosemirror-model';
import { isBlockId } from './block-id.policy.js';
import { headingLevel, isBlockKind, isListItem, MAX_INDENT, toBlockKind, toIndent } from './block-kind.policy.js';
import type { BlockKind } from './block-kind.policy.js';
import { ancestors, hasChild } from './dom-element.js';
import type { DomElement } from './dom-element.js';
import { contentExpression } from './structure.policy.js';

const LISTS = ['UL', 'OL'];

export function idOf(dom: DomElement): string | null {
  const id = dom.getAttribute('data-block-id');
  return isBlockId(id) ? id : null;
}

/** Kind and indentation of pasted text that stands in a list item. */
function listAttrs(dom: DomElement): Attrs {
  const lists = ancestors(dom, LISTS);
  const kind: BlockKind = lists[0]?.nodeName === 'OL' ? 'orderedItem' : 'bulletItem';
  return { id: idOf(dom), kind, indent: Math.min(Math.max(lists.length - 1, 0), MAX_INDENT) };
}

function paragraphAttrs(dom: DomElement): Attrs {
  if (dom.parentElement?.nodeName === 'LI') return listAttrs(dom);
  const inQuote = ancestors(dom, ['BLOCKQUOTE']).length > 0;
  return { id: idOf(dom), kind: inQuote ? 'quote' : 'paragraph', indent: 0 };
}

/** What this schema rendered itself, from the clipboard. */
function ownAttrs(dom: DomElement): Attrs | false {
  const kind = dom.getAttribute('data-kind');
  if (!isBlockKind(kind)) return false;
  return { id: idOf(dom), kind, indent: toIndent(Number(dom.getAttribute('data-indent') ?? '0')) };
}

function heading(tag: string, kind: BlockKind): TagParseRule {
  return { tag, getAttrs: (dom: DomElement) => ({ id: idOf(dom), kind, indent: 0 }) };
}

/** A list item or quote whose text stands in paragraphs of its own leaves the block to them. */
const unlessWrapped = (attrs: (dom: DomElement) => Attrs) => (dom: DomElement) =>
  hasChild(dom, ['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE']) ? false as const : attrs(dom);

function renderBlock(node: ProseMirrorNode): DOMOutputSpec {
  const kind = toBlockKind(node.attrs['kind']);
  const indent = toIndent(node.attrs['indent']);
  const attrs = { 'data-block-id': node.attrs['id'] as string | null, 'data-kind': kind, 'data-indent': indent === 0 ? null : String(indent) };
  const level = headingLevel(kind);
  if (level !== null) return [`h${level}`, attrs, 0];
  if (kind === 'quote') return ['blockquote', attrs, 0];
  if (!isListItem(kind)) return ['p', attrs, 0];
  // Blocks are flat, so an item has no common list around it; an item outside of any list would be no item for a screen reader.
  return ['div', { ...attrs, role: 'list' }, ['div', { role: 'listitem', 'aria-level': String(indent + 1) }, 0]];
}

/** The one text block: paragraph, heading, list item or quote by its attribute `kind`. */
export const blockSpec: NodeSpec = {
  content: contentExpression('block'),
  attrs: { id: { default: null }, kind: { default: 'paragraph' }, indent: { default: 0 } },
  toDOM: renderBlock,
  parseDOM: [
    { tag: '[data-kind]', priority: 60, getAttrs: ownAttrs },
    heading('h1', 'heading2'),
    heading('h2', 'heading2'),
    heading('h3', 'heading3'),
    heading('h4', 'heading4'),
    heading('h5', 'heading4'),
    heading('h6', 'heading4'),
    { tag: 'li', getAttrs: unlessWrapped(listAttrs) },
    { tag: 'blockquote', getAttrs: unlessWrapped((dom) => ({ id: idOf(dom), kind: 'quote', indent: 0 })) },
    { tag: 'p', getAttrs: paragraphAttrs },
  ],
};

export const lineBreakSpec: NodeSpec = {
  inline: true,
  group: 'inline',
  selectable: false,
  linebreakReplacement: true,
  toDOM: () => ['br'],
  leafText: () => '\n',
  parseDOM: [{ tag: 'br' }],
};
