import * as Y from 'yjs';
import { refuse } from '../document-model.errors.js';
import { isStorableText } from '../fields/plain-text.policy.js';
import { isBlockId, newBlockId } from '../schema/block-id.policy.js';
import { MAX_INDENT, toBlockKind } from '../schema/block-kind.policy.js';
import type { BlockKind } from '../schema/block-kind.policy.js';
import { isAllowedHref } from '../schema/link.policy.js';
import type { ElementName } from '../schema/structure.policy.js';
import type { TextMark, TextRun } from '../reading/text-run.reader.js';

/** A text block to be written. `text`: plain words (`\n` becomes a line break), or runs with marks. */
export interface TextBlockSpec {
  readonly type: BlockKind;
  readonly id?: string;
  readonly indent?: number;
  readonly text: string | readonly { readonly text: string; readonly marks?: readonly TextMark[] }[];
}

type Attributes = Readonly<Record<string, string | number | boolean | readonly number[]>>;

/** An element as the editor's binding writes it: all attributes that are not null, in the order of the schema. */
export function createElement(name: ElementName, attributes: Attributes, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | number | boolean | readonly number[]>>(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.insert(0, children);
  return element as unknown as Y.XmlElement;
}

/** Throws TEXT_FORBIDDEN_CHARACTER for NUL and lone surrogates. */
export function assertStorable(text: string): void {
  if (!isStorableText(text)) throw refuse('TEXT_FORBIDDEN_CHARACTER', 'Der Text enthält ein Zeichen, das nicht gespeichert werden kann.');
}

/** The given id, or a new one. Throws BLOCK_ID_MALFORMED. */
export function blockIdOr(id: string | undefined): string {
  if (id === undefined) return newBlockId();
  if (isBlockId(id)) return id;
  throw refuse('BLOCK_ID_MALFORMED', 'Diese Kennung eines Textabschnitts ist keine UUID.');
}

/** Marks as the attributes of a Yjs text; links that are not allowed are left out. */
export function formatOf(marks: readonly TextMark[]): Record<string, object> {
  const allowed = marks.filter((mark) => mark.type !== 'link' || isAllowedHref(mark.attrs.href));
  return Object.fromEntries(allowed.map((mark) => [mark.type, mark.type === 'link' ? { href: mark.attrs.href } : {}]));
}

/** One Yjs text of these runs. */
export function createText(runs: readonly TextRun[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(runs.map((run) => ({ insert: run.text, attributes: formatOf(run.marks) })));
  return text;
}

/** Yjs children for words: runs between line breaks share one Yjs text, as the editor's binding writes them. */
export function createInline(content: TextBlockSpec['text']): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let line: TextRun[] = [];
  const endLine = (): void => {
    if (line.length > 0) children.push(createText(line));
    line = [];
  };
  for (const run of typeof content === 'string' ? [{ text: content }] : content) {
    assertStorable(run.text);
    run.text.split(/\r\n|\r|\n/).forEach((text, index) => {
      if (index > 0) {
        endLine();
        children.push(createElement('lineBreak', {}, []));
      }
      if (text !== '') line.push({ text, marks: ('marks' in run ? run.marks : undefined) ?? [] });
    });
  }
  endLine();
  return children;
}

export function createTextBlock(spec: TextBlockSpec): Y.XmlElement {
  const indent = Math.min(Math.max(Math.trunc(spec.indent ?? 0), 0), MAX_INDENT);
  return createElement('block', { id: blockIdOr(spec.id), kind: toBlockKind(spec.type), indent }, createInline(spec.text));
}
