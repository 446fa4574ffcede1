import type { ListBlock, TextDirection } from '@konzeptwerkstatt/document-model';

const hasItem = ({ items }: ListBlock, direction: TextDirection): boolean => items.some((item) => item.direction === direction || item.children.some((child) => hasItem(child, direction)));

/** Which way a list runs: as its page does, unless all of its items run the other way. Items of two languages would have their marks on both sides otherwise. */
export function listDirection(list: ListBlock, page: TextDirection): TextDirection {
  const other = page === 'rtl' ? 'ltr' : 'rtl';
  return hasItem(list, page) ? page : other;
}
