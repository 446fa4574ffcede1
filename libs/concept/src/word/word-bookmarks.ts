import { readWordMark } from '@konzeptwerkstatt/document-model';
import { elements, outermost } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

const gone = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr']);

interface OpenMark {
  readonly name: string;
  readonly id: string;
  /** Characters under it that are still there. */
  length: number;
}

/** Finds how many living characters stand under each bookmark of a paragraph. */
function countUnder(element: XmlElement, open: OpenMark[], found: OpenMark[]): void {
  for (const child of elements(element)) {
    if (child.name === 'w:bookmarkStart') {
      const mark = { name: child.attributes['w:name'] ?? '', id: child.attributes['w:id'] ?? '', length: 0 };
      open.push(mark);
      found.push(mark);
    } else if (child.name === 'w:bookmarkEnd') {
      const place = open.findIndex(({ id }) => id === (child.attributes['w:id'] ?? ''));
      if (place >= 0) open.splice(place, 1);
    } else if (child.name === 'w:t') {
      const length = child.children.join('').length;
      for (const mark of open) mark.length += length;
    } else if (!gone.has(child.name)) countUnder(child, open, found);
  }
}

/** A paragraph's own marks: names of bookmarks with words under them first, and the paragraph without the number and label that only the file says. */
export function wordMarksIn(paragraph: XmlElement): { readonly names: readonly string[]; readonly withoutPrefix: XmlElement } {
  const found: OpenMark[] = [];
  countUnder(paragraph, [], found);
  const ours = found.filter(({ name }) => readWordMark(name) !== null);
  const names = [...ours.filter(({ length }) => length > 0), ...ours.filter(({ length }) => length === 0)].map(({ name }) => name);
  const kind = readWordMark(names[0] ?? '')?.kind;
  if (kind !== 'object' && kind !== 'section') return { names, withoutPrefix: paragraph };
  const isStart = (child: XmlElement | string): boolean => typeof child !== 'string' && [child, ...outermost(child, 'w:bookmarkStart')].some(({ name, attributes }) => name === 'w:bookmarkStart' && attributes['w:name'] === names[0]);
  return { names, withoutPrefix: { ...paragraph, children: paragraph.children.slice(Math.max(paragraph.children.findIndex(isStart), 0)) } };
}
