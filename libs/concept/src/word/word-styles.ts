import { all, childOf, find, switchOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** What a style means for the structure of a text. */
export interface WordStyle {
  /** 1 to 9; null when it is none of a heading. */
  readonly headingLevel: number | null;
  readonly isQuote: boolean;
  /** Belongs to a table of contents. */
  readonly isContents: boolean;
  /** Stands below a picture or above a table. */
  readonly isCaption: boolean;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  /** List that its paragraphs stand in; the level is the one that names the style where it has none of its own. */
  readonly numbering: { readonly numId: string; readonly level: number | null } | null;
}

const plain: WordStyle = { headingLevel: null, isQuote: false, isContents: false, isCaption: false, bold: null, italic: null, numbering: null };

/** Styles are based on each other; a chain that is longer, or a circle, ends here. */
const MAX_CHAIN = 12;

const level = (text: string | null): number | null => (text !== null && /^[0-8]$/.test(text) ? Number(text) + 1 : null);

/** The heading level that something says of itself; body text says 9. */
export const outlineLevel = (properties: XmlElement | null): number | null => level(valueOf(properties, 'w:outlineLvl'));

/** The styles of a document by id. Names count, too: translated programs name the same styles in their language. */
export class WordStyles {
  private readonly styles = new Map<string, XmlElement>();
  private readonly known = new Map<string, WordStyle>();

  constructor(root: XmlElement | null) {
    if (root !== null) for (const style of all(root, 'w:style')) this.styles.set(style.attributes['w:styleId'] ?? '', style);
  }

  get(id: string | null): WordStyle {
    if (id === null) return plain;
    const style = this.known.get(id) ?? this.read(id, 0);
    this.known.set(id, style);
    return style;
  }

  private read(id: string, depth: number): WordStyle {
    const style = this.styles.get(id);
    const name = (valueOf(style ?? null, 'w:name') ?? id).toLowerCase();
    const parent = style === undefined ? null : valueOf(style, 'w:basedOn');
    const base = parent === null || depth > MAX_CHAIN ? plain : this.read(parent, depth + 1);
    const [paragraph, run] = [childOf(style ?? null, 'w:pPr'), childOf(style ?? null, 'w:rPr')];
    const named = /^(?:heading|überschrift|berschrift|titre|kop)\s*([1-9])$/.exec(name);
    const numId = valueOf(paragraph, 'w:numPr', 'w:numId');
    const ilvl = valueOf(paragraph, 'w:numPr', 'w:ilvl');
    return {
      headingLevel: named === null ? (outlineLevel(paragraph) ?? base.headingLevel) : Number(named[1]),
      isQuote: base.isQuote || /^(intense quote|quote|quotations?|zitat|intensives zitat|block text)$/.test(name),
      isContents: base.isContents || /^(toc|verzeichnis|contents)\s*(\d|heading)|^inhaltsverzeichnis/.test(name),
      isCaption: base.isCaption || /^(caption|beschriftung|bildunterschrift|abbildung|figure)$/.test(name),
      bold: switchOf(run, 'w:b') ?? base.bold, italic: switchOf(run, 'w:i') ?? base.italic,
      numbering: numId === null ? base.numbering : { numId, level: ilvl === null ? null : Number(ilvl) },
    };
  }
}

/** Whether lists are numbered, by their id and level. */
export class WordNumbering {
  private readonly abstracts = new Map<string, XmlElement>();
  private readonly lists = new Map<string, XmlElement>();

  constructor(root: XmlElement | null) {
    if (root === null) return;
    for (const list of all(root, 'w:abstractNum')) this.abstracts.set(list.attributes['w:abstractNumId'] ?? '', list);
    for (const list of all(root, 'w:num')) this.lists.set(list.attributes['w:numId'] ?? '', list);
  }

  /** `none`: it looks like a paragraph. */
  formOf(numId: string, ilvl: number): 'bullet' | 'ordered' | 'none' {
    const list = this.lists.get(numId);
    if (list === undefined) return numId === '0' ? 'none' : 'bullet';
    const override = all(list, 'w:lvlOverride').find(({ attributes }) => attributes['w:ilvl'] === String(ilvl));
    const format = valueOf(find(override ?? null, 'w:lvl') ?? this.levelOf(list, ilvl), 'w:numFmt') ?? 'bullet';
    return format === 'none' ? 'none' : format === 'bullet' ? 'bullet' : 'ordered';
  }

  /** The level of a list that belongs to a paragraph style; 0 without one. */
  levelOfStyle(numId: string, styleId: string): number {
    const list = this.lists.get(numId);
    const found = all(this.abstractOf(list) ?? { name: '', attributes: {}, children: [] }, 'w:lvl').find((candidate) => valueOf(candidate, 'w:pStyle') === styleId);
    return Number(found?.attributes['w:ilvl'] ?? 0) || 0;
  }

  private abstractOf(list: XmlElement | undefined): XmlElement | null {
    return this.abstracts.get(valueOf(list ?? null, 'w:abstractNumId') ?? '') ?? null;
  }

  private levelOf(list: XmlElement, ilvl: number): XmlElement | null {
    const abstract = this.abstractOf(list);
    return abstract === null ? null : (all(abstract, 'w:lvl').find(({ attributes }) => attributes['w:ilvl'] === String(ilvl)) ?? null);
  }
}
