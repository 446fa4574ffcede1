import type { Attrs, DOMOutputSpec, Node as ProseMirrorNode, NodeSpec } from 'prosemirror-model';
import { idOf } from './block.schema.js';
import type { DomElement } from './dom-element.js';
import { toIndicatorId } from './indicator-block.policy.js';
import { contentExpression } from './structure.policy.js';

function renderIndicator(node: ProseMirrorNode): DOMOutputSpec {
  return ['div', { 'data-indicator': toIndicatorId(node.attrs) ?? '', 'data-block-id': node.attrs['id'] as string | null }];
}

function ownAttrs(dom: DomElement): Attrs {
  return { id: idOf(dom), indicatorId: toIndicatorId({ indicatorId: dom.getAttribute('data-indicator') }) };
}

/** An indicator between the blocks. It names the indicator and holds nothing: its value is always the one of today, until the edition is adopted. */
export const indicatorSpec: NodeSpec = {
  content: contentExpression('indicator'),
  attrs: { id: { default: null }, indicatorId: { default: null } },
  atom: true,
  draggable: true,
  toDOM: renderIndicator,
  parseDOM: [{ tag: 'div[data-indicator]', priority: 70, getAttrs: ownAttrs }],
};
