import type { TreeNode } from '../reading/document-tree.reader.js';
import { isAllowedHref } from '../schema/link.policy.js';
import type { Inline } from './concept-document.js';
import { printable } from './printable-text.policy.js';

/** Words with their marks; what no file format can hold and links to disallowed addresses are left out, the words stay. */
export function toInlines(content: readonly TreeNode[] | undefined): Inline[] {
  return (content ?? []).flatMap((node): Inline[] => {
    if (node.type === 'lineBreak') return [{ kind: 'break' }];
    if (node.type !== 'text') return [];
    const text = printable(node.text);
    if (text === '') return [];
    const marks = node.marks ?? [];
    const link = marks.find((mark) => mark.type === 'link');
    return [{
      kind: 'text', text, bold: marks.some(({ type }) => type === 'bold'), italic: marks.some(({ type }) => type === 'italic'),
      href: link?.type === 'link' && isAllowedHref(link.attrs.href) ? link.attrs.href : null,
    }];
  });
}

/** The plain words; a line break is `\n`. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
}

/** Whether there is anything to read. */
export function hasWords(inlines: readonly Inline[]): boolean {
  return plainText(inlines).trim() !== '';
}
