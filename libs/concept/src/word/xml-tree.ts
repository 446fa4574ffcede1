import { SaxesParser } from 'saxes';

/** An element under the name this product knows it by, e.g. `w:p`, whatever prefix its file uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const office = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';

/** Prefixes by namespace, for both editions of the standard. */
const prefixes: Readonly<Record<string, string>> = {
  [`${office}/wordprocessingml/2006/main`]: 'w', [`${strict}/wordprocessingml/main`]: 'w',
  [`${office}/officeDocument/2006/relationships`]: 'r', [`${strict}/officeDocument/relationships`]: 'r',
  [`${office}/drawingml/2006/main`]: 'a', [`${strict}/drawingml/main`]: 'a',
  [`${office}/drawingml/2006/wordprocessingDrawing`]: 'wp', [`${strict}/drawingml/wordprocessingDrawing`]: 'wp',
  [`${office}/officeDocument/2006/math`]: 'm', [`${strict}/officeDocument/math`]: 'm',
  [`${office}/markup-compatibility/2006`]: 'mc',
  [`${office}/package/2006/relationships`]: 'rel',
  [`${office}/package/2006/content-types`]: 'ct',
  'http://schemas.microsoft.com/office/drawing/2017/decorative': 'adec',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** What only says how something looks: most of a file, and of no use here. */
const looks = new Set(['rFonts', 'sz', 'szCs', 'lang', 'color', 'spacing', 'ind', 'jc', 'kern', 'proofErr', 'lastRenderedPageBreak', 'tabs', 'pBdr', 'keepNext', 'keepLines', 'rsid', 'tcW', 'tcBorders', 'tblBorders', 'noProof'].map((name) => `w:${name}`));

/** Deeper nesting and more elements no document of people has. */
const MAX_DEPTH = 150;
const MAX_ELEMENTS = 2_500_000;

/** The XML is not well-formed, declares entities, or is built to be slow. */
export class XmlRefused extends Error {}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

const known = (uri: string, local: string): string => `${prefixes[uri] ?? '?'}:${local}`;

/** Reads a part of a package. Nothing outside of it is ever looked at. @throws XmlRefused */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const refuse = (reason: string): never => { throw new XmlRefused(reason); };
  parser.on('error', (error) => refuse(error.message));
  parser.on('doctype', () => refuse('declares a document type'));
  parser.on('opentag', ({ uri, local, attributes }) => {
    count += 1;
    if (count > MAX_ELEMENTS || open.length > MAX_DEPTH) refuse('too many elements');
    const values = Object.values(attributes).flatMap((attribute) => (attribute.uri === '' ? [[attribute.local, attribute.value]] : attribute.uri in prefixes ? [[known(attribute.uri, attribute.local), attribute.value]] : []));
    open.push({ name: known(uri, local), attributes: Object.fromEntries(values) as Record<string, string>, children: [] });
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined && !looks.has(element.name)) open.at(-1)?.children.push(element);
  });
  parser.on('text', (words) => void open.at(-1)?.children.push(words));
  parser.write(decode(bytes)).close();
  const [element] = elements(root);
  return element ?? refuse('is empty');
}

export const elements = ({ children }: Pick<XmlElement, 'children'>): XmlElement[] => children.filter((child): child is XmlElement => typeof child !== 'string');

/** The first child of that name. */
export const childOf = (element: XmlElement | null, name: string): XmlElement | null => element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name) ?? null;

/** The first element at the end of a path of names. */
export const find = (element: XmlElement | null, ...path: readonly string[]): XmlElement | null => path.reduce<XmlElement | null>(childOf, element);

/** The attribute `w:val` of the element at the end of a path; null without one. */
export const valueOf = (element: XmlElement | null, ...path: readonly string[]): string | null => find(element, ...path)?.attributes['w:val'] ?? null;

/** A switch of Word: there without a value means on. Null when it is not set. */
export function switchOf(element: XmlElement | null, name: string): boolean | null {
  const found = childOf(element, name);
  return found === null ? null : !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? 'true');
}

/** All elements of that name at any depth, in document order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The elements of that name that stand in no other one of it, in document order. */
export function outermost(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((child) => (child.name === name ? [child] : outermost(child, name)));
}
