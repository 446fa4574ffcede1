import { isAllowedHref, printable } from '@konzeptwerkstatt/document-model';
import type { Inline } from '@konzeptwerkstatt/document-model';
import type { WordContext } from './word-context.js';
import type { WordPicture, WordPiece } from './word-reading.js';
import type { WordStyle } from './word-styles.js';
import { all, childOf, elements, outermost, switchOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** What stands in one paragraph. */
export interface ReadParagraph {
  readonly inlines: readonly Inline[];
  readonly footnotes: WordPiece['footnotes'];
  readonly pictures: readonly WordPicture[];
  /** Texts of boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[];
}

/** Elements that only hold others. */
const holders = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:bdo', 'w:dir', 'w:ruby', 'w:rubyBase', 'w:rt', 'mc:Choice']);
const characters: Readonly<Record<string, string>> = { 'w:tab': ' ', 'w:ptab': ' ', 'w:noBreakHyphen': '\u2011', 'w:softHyphen': '\u00ad' };

/** Like neighbours become one run. */
function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && last.bold === inline.bold && last.italic === inline.italic && last.href === inline.href) result[result.length - 1] = { ...last, text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}

/** The address of a field `HYPERLINK "…"`. */
const fieldAddress = (instruction: string): string | null => /^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction)?.[1] ?? null;

/** Reads the words of one paragraph. */
export class ParagraphReader implements ReadParagraph {
  readonly inlines: Inline[] = [];
  readonly footnotes: { number: number; text: string }[] = [];
  readonly boxes: XmlElement[] = [];
  readonly pictures: WordPicture[] = [];

  private constructor(private readonly context: WordContext, private readonly base: Pick<WordStyle, 'bold' | 'italic'>) {}

  /** @param style of the paragraph; what a heading or a quotation looks like is no mark of its words */
  static read(paragraph: XmlElement, context: WordContext, style: WordStyle): ReadParagraph {
    const isPlain = style.headingLevel === null && !style.isQuote;
    const reader = new ParagraphReader(context, isPlain ? style : { bold: null, italic: null });
    reader.children(paragraph, null);
    return { inlines: joined(reader.inlines), footnotes: reader.footnotes, pictures: reader.pictures, boxes: reader.boxes };
  }

  private children(element: Pick<XmlElement, 'children'>, href: string | null): void {
    for (const child of elements(element)) this.child(child, href);
  }

  private child(child: XmlElement, href: string | null): void {
    const { name, attributes } = child;
    if (name === 'w:r') return this.run(child, href);
    if (name === 'w:hyperlink') return this.children(child, this.allowed(this.context.relationships.get(attributes['r:id'] ?? '')?.target ?? null));
    if (name === 'w:fldSimple') return this.simpleField(child, href);
    if (name === 'w:del' || name === 'w:moveFrom') return this.context.note('tracked_changes');
    if (name === 'w:ins' || name === 'w:moveTo') this.context.note('tracked_changes');
    if (name === 'm:oMath' || name === 'm:oMathPara') return this.equation(child);
    if (name === 'mc:AlternateContent') return this.children(childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback') ?? { children: [] }, href);
    if (name !== 'w:rt' && (holders.has(name) || name === 'mc:Fallback')) this.children(child, href);
  }

  private allowed(address: string | null): string | null {
    if (address === null || isAllowedHref(address)) return address;
    this.context.note('refused_links');
    return null;
  }

  private simpleField(field: XmlElement, href: string | null): void {
    const instruction = field.attributes['w:instr'] ?? '';
    this.context.fields.push({ instruction, isShown: true });
    this.children(field, fieldAddress(instruction) === null ? href : this.allowed(fieldAddress(instruction)));
    this.context.fields.pop();
    if (fieldAddress(instruction) === null) this.context.note('fields');
  }

  private equation(element: XmlElement): void {
    this.context.note('equations');
    this.add(all(element, 'm:t').map(({ children }) => children.join('')).join(''), null, null);
  }

  private run(run: XmlElement, href: string | null): void {
    const properties = childOf(run, 'w:rPr');
    if (switchOf(properties, 'w:vanish') === true) {
      if (all(run, 'w:t').length > 0) this.context.note('hidden_text');
      return;
    }
    if ((switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike')) === true && all(run, 'w:t').length > 0) this.context.note('struck_text');
    for (const child of elements(run)) this.part(child, properties, href);
  }

  private part(child: XmlElement, properties: XmlElement | null, href: string | null): void {
    const { name, attributes } = child;
    const character = characters[name];
    if (name === 'w:t') this.add(child.children.filter((one) => typeof one === 'string').join(''), properties, href);
    else if (character !== undefined) this.add(character, properties, href);
    else if (name === 'w:cr' || (name === 'w:br' && (attributes['w:type'] ?? 'textWrapping') === 'textWrapping')) this.lineBreak();
    else if (name === 'w:sym') this.context.note('symbols');
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') this.footnote(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes['w:id'] ?? '');
    else if (name === 'w:fldChar') this.fieldMark(attributes['w:fldCharType'] ?? '');
    else if (name === 'w:instrText') this.instruction(child.children.join(''));
    else if (name === 'mc:AlternateContent') this.part(childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback') ?? child, properties, href);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'mc:Choice' || name === 'mc:Fallback') this.drawing(child);
    else if (name === 'w:object') this.context.note('embedded_objects');
    else if (name === 'w:ruby') this.children(child, href);
  }

  private fieldMark(type: string): void {
    const { fields } = this.context;
    if (type === 'begin') fields.push({ instruction: '', isShown: false });
    const last = fields.at(-1);
    if (type === 'separate' && last !== undefined) last.isShown = true;
    if (type !== 'end') return;
    const ended = fields.pop();
    if (ended === undefined) return;
    const address = fieldAddress(ended.instruction);
    if (address !== null) return void this.allowed(address);
    if (/^\s*TOC\b/i.test(ended.instruction)) this.context.note('contents');
    else if (!this.context.isInContents) this.context.note('fields');
  }

  private instruction(words: string): void {
    const last = this.context.fields.at(-1);
    if (last !== undefined && !last.isShown) last.instruction += words;
  }

  private footnote(kind: 'footnote' | 'endnote', id: string): void {
    const found = this.context.footnote(kind, id);
    if (found === null) return;
    this.footnotes.push(found);
    this.inlines.push({ kind: 'text', text: `[${found.number}]`, bold: false, italic: false, href: null });
  }

  private drawing(element: XmlElement): void {
    const boxes = outermost(element, 'w:txbxContent');
    if (boxes.length > 0) {
      this.context.note('text_boxes');
      this.boxes.push(...boxes);
      return;
    }
    const blips = [...all(element, 'a:blip'), ...all(element, 'v:imagedata')];
    if (blips.length === 0) {
      if (all(element, 'a:graphicData').length > 0) this.context.note('drawings');
      return;
    }
    const properties = all(element, 'wp:docPr')[0];
    const alt = printable(properties?.attributes['descr'] ?? properties?.attributes['title'] ?? all(element, 'v:shape')[0]?.attributes['alt'] ?? '').trim();
    const isDecorative = all(element, 'adec:decorative').some(({ attributes }) => !['0', 'false'].includes(attributes['val'] ?? '1'));
    for (const { attributes } of blips) {
      const relation = this.context.relationships.get(attributes['r:embed'] ?? attributes['r:id'] ?? '');
      // What lies elsewhere is never fetched.
      if (relation === undefined || relation.isExternal) this.context.note('external_pictures');
      else if (!this.context.isShowable(relation.target)) this.context.note('pictures');
      else this.pictures.push({ kind: 'picture', part: relation.target, alt, isDecorative, caption: '' });
    }
  }

  private lineBreak(): void {
    if (!this.isHidden) this.inlines.push({ kind: 'break' });
  }

  private get isHidden(): boolean {
    return this.context.isInContents || this.context.fields.some(({ isShown }) => !isShown);
  }

  private add(words: string, properties: XmlElement | null, href: string | null): void {
    const text = printable(words);
    if (text === '' || this.isHidden) return;
    const style = this.context.styles.get(valueOf(properties, 'w:rStyle'));
    const address = this.context.fields.map(({ instruction }) => fieldAddress(instruction)).find((one) => one !== null) ?? null;
    this.inlines.push({
      kind: 'text', text, bold: switchOf(properties, 'w:b') ?? style.bold ?? this.base.bold ?? false, italic: switchOf(properties, 'w:i') ?? style.italic ?? this.base.italic ?? false,
      href: href ?? (isAllowedHref(address) ? address : null),
    });
  }
}
