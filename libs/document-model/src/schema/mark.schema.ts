import type { MarkSpec } from 'prosemirror-model';
import type { DomElement } from './dom-element.js';
import { isAllowedHref } from './link.policy.js';

const notNormalWeight = (value: string): null | false => (/^(bold(er)?|[6-9]00)$/.test(value) ? null : false);

export const boldSpec: MarkSpec = {
  toDOM: () => ['strong', 0],
  parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight', getAttrs: notNormalWeight }],
};

export const italicSpec: MarkSpec = {
  toDOM: () => ['em', 0],
  parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
};

/** Not inclusive: words typed after a link are not part of it. The default exists because a mark that cannot be built deletes its text. */
export const linkSpec: MarkSpec = {
  attrs: { href: { default: '' } },
  inclusive: false,
  toDOM: (mark) => {
    const href: unknown = mark.attrs['href'];
    return isAllowedHref(href) ? ['a', { href, rel: 'noopener noreferrer nofollow' }, 0] : ['span', 0];
  },
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (dom: DomElement) => {
        const href = dom.getAttribute('href');
        return isAllowedHref(href) ? { href } : false;
      },
    },
  ],
};
