import type { Attrs, DOMOutputSpec, Node as ProseMirrorNode, NodeSpec } from 'prosemirror-model';
import { idOf } from './block.schema.js';
import type { DomElement } from './dom-element.js';
import { toPictureAttributes, toPictureText } from './picture.policy.js';
import { contentExpression } from './structure.policy.js';

/** Where the bytes of a stored file are served. */
export function pictureAddress(fileId: string): string {
  return `/files/${fileId}`;
}

function renderPicture(node: ProseMirrorNode): DOMOutputSpec {
  const { fileId, alt, caption, decorative } = toPictureAttributes(node.attrs);
  const attrs = {
    'data-picture': '', 'data-block-id': node.attrs['id'] as string | null, 'data-file-id': fileId, 'data-alt': alt, 'data-caption': caption, 'data-decorative': decorative ? 'true' : null,
  };
  const image: DOMOutputSpec[] = fileId === null ? [] : [['img', { src: pictureAddress(fileId), alt: decorative ? '' : alt }]];
  return ['figure', attrs, ...image, ...(caption === '' ? [] : [['figcaption', caption] as DOMOutputSpec])];
}

/** Only what this schema rendered itself: the address of a foreign picture is never taken over, nobody's browser is to ask there. */
function ownAttrs(dom: DomElement): Attrs {
  const text = (name: string): string | null => dom.getAttribute(`data-${name}`);
  return { id: idOf(dom), ...toPictureAttributes({ fileId: text('file-id'), alt: toPictureText(text('alt')), caption: toPictureText(text('caption')), decorative: text('decorative') === 'true' }) };
}

/** A picture between the blocks. It is one thing and holds nothing: two people who change it at once cannot tear it apart. */
export const pictureSpec: NodeSpec = {
  content: contentExpression('picture'),
  attrs: { id: { default: null }, fileId: { default: null }, alt: { default: '' }, caption: { default: '' }, decorative: { default: false } },
  atom: true,
  draggable: true,
  toDOM: renderPicture,
  parseDOM: [{ tag: 'figure[data-picture]', priority: 70, getAttrs: ownAttrs }],
};
