import { SaxesParser } from 'saxes';

/** An element with its attributes; text stands among the children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Reads XML strictly. @throws Error where it is not well-formed */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (words) => void open.at(-1)?.children.push(words));
  parser.write(text).close();
  return root;
}

/** All elements of that name at any depth, in document order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)]));
}

/** The children that are elements. */
export const elements = (element: XmlElement): XmlElement[] => element.children.filter((child): child is XmlElement => typeof child !== 'string');

/** The words of all `w:t` inside, line breaks as `\n`. */
export function wordsIn(element: XmlElement): string {
  return elements(element).map((child) => (child.name === 'w:t' ? child.children.join('') : child.name === 'w:br' ? '\n' : wordsIn(child))).join('');
}
