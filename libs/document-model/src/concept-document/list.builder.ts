import type { Inline, ListBlock, ListItem, TextDirection } from './concept-document.js';

/** An item as the text holds it: flat, with its indentation. */
export interface FlatItem {
  readonly isOrdered: boolean;
  readonly indent: number;
  readonly inlines: readonly Inline[];
  readonly direction: TextDirection;
  readonly blockId?: string;
}

interface OpenList extends ListBlock {
  readonly items: (ListItem & { readonly children: OpenList[] })[];
  readonly indent: number;
}

const strip = ({ kind, isOrdered, items }: OpenList): ListBlock => ({ kind, isOrdered, items: items.map((item) => ({ ...item, children: item.children.map(strip) })) });

/** Nested lists of items that stand one after the other; an item that is deeper than its predecessor becomes its child. */
export function toLists(items: readonly FlatItem[]): ListBlock[] {
  const top: OpenList[] = [];
  const open: OpenList[] = [];
  for (const { isOrdered, indent, inlines, direction, blockId } of items) {
    while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
    const last = open.at(-1);
    if (last !== undefined && last.indent === indent && last.isOrdered !== isOrdered) open.pop();
    let list = open.at(-1);
    if (list === undefined || list.indent !== indent) {
      const parent = list?.items.at(-1)?.children ?? top;
      list = { kind: 'list', isOrdered, items: [], indent };
      parent.push(list);
      open.push(list);
    }
    list.items.push({ inlines, direction, ...(blockId === undefined ? {} : { blockId }), children: [] });
  }
  return top.map(strip);
}
