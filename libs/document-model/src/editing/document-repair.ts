import * as Y from 'yjs';
import { checkField } from '../fields/field.registry.js';
import { isAllowedFieldKey, splitFieldKey } from '../fields/field-key.policy.js';
import { readBody } from '../reading/body.reader.js';
import { bodyOf, fieldsOf } from '../reading/section-document.js';
import { isBlockId } from '../schema/block-id.policy.js';
import { isBlockKind, MAX_INDENT } from '../schema/block-kind.policy.js';
import { isAllowedHref } from '../schema/link.policy.js';
import { isIndicatorBlockValue } from '../schema/indicator-block.policy.js';
import { isPictureValue } from '../schema/picture.policy.js';
import { ALLOWED_ATTRIBUTES, allowsChild, isElementName, MARK_NAMES } from '../schema/structure.policy.js';
import type { ElementName } from '../schema/structure.policy.js';
import { toColumnWidths, toSpan } from '../schema/table.schema.js';
import { claimId } from './fields.editor.js';

type ParentName = ElementName | 'doc';
type Attributes = Readonly<Record<string, unknown>>;

type Check = (value: unknown, all: Attributes) => boolean;

const attributeChecks: Readonly<Record<string, Check>> = {
  id: isBlockId,
  kind: isBlockKind,
  indent: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_INDENT,
  colspan: (value) => toSpan(value) === value,
  rowspan: (value) => toSpan(value) === value,
  colwidth: (value, all) => toColumnWidths(value, toSpan(all['colspan'])) !== null,
  ...Object.fromEntries(ALLOWED_ATTRIBUTES.picture.filter((key) => key !== 'id').map((key): [string, Check] => [key, (value) => isPictureValue(key, value)])),
  indicatorId: (value) => isIndicatorBlockValue('indicatorId', value),
};

function isAllowedMark(parent: ParentName, name: string, value: unknown): boolean {
  if (parent === 'title' || !(MARK_NAMES as readonly string[]).includes(name)) return false;
  if (typeof value !== 'object' || value === null) return false;
  return name !== 'link' || isAllowedHref((value as { href?: unknown }).href);
}

/** Back to front, so that what is taken out does not shift what is still to come. */
function repairText(text: Y.XmlText, parent: ParentName): void {
  let index = text.length;
  const parts = text.toDelta() as { insert: unknown; attributes?: Attributes }[];
  for (const { insert, attributes } of parts.reverse()) {
    const length = typeof insert === 'string' ? insert.length : 1;
    index -= length;
    if (typeof insert !== 'string') {
      text.delete(index, length);
      continue;
    }
    const refused = Object.entries(attributes ?? {}).filter(([name, value]) => !isAllowedMark(parent, name, value));
    if (refused.length > 0) text.format(index, length, Object.fromEntries(refused.map(([name]) => [name, null])));
  }
}

function repairAttributes(element: Y.XmlElement, name: ElementName): void {
  const attributes: Attributes = element.getAttributes();
  for (const [key, value] of Object.entries(attributes)) {
    const isKnown = ALLOWED_ATTRIBUTES[name].includes(key);
    if (!isKnown || attributeChecks[key]?.(value, attributes) !== true) element.removeAttribute(key);
  }
}

function repairChildren(container: Y.XmlFragment, parent: ParentName): void {
  const children = container.toArray() as unknown[];
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child instanceof Y.XmlText && allowsChild(parent, 'text')) {
      repairText(child, parent);
    } else if (child instanceof Y.XmlElement && isElementName(child.nodeName) && allowsChild(parent, child.nodeName)) {
      repairAttributes(child as Y.XmlElement, child.nodeName);
      repairChildren(child, child.nodeName);
    } else {
      container.delete(index, 1);
    }
  }
}

function isValidField(fullKey: string, value: unknown): boolean {
  const key = splitFieldKey(fullKey)?.key;
  if (key === undefined || !isAllowedFieldKey(fullKey)) return false;
  return checkField('measure', key, value) === null || checkField('goal', key, value) === null;
}

function repairFields(doc: Y.Doc): void {
  const fields = fieldsOf(doc);
  for (const [key, value] of [...fields.entries()]) {
    if (!isValidField(key, value)) fields.delete(key);
  }
}

/**
 * Takes out whatever the schema does not know: an editor that meets such a child throws the whole parent away, for
 * everybody. Trusts that updates nested deeper than MAX_DEPTH were refused: Yjs itself deletes by recursion. Gives missing and doubled ids their own. Nothing is written when nothing is wrong.
 */
export function repairDocument(doc: Y.Doc): void {
  doc.transact(() => {
    repairChildren(bodyOf(doc), 'doc');
    repairFields(doc);
    readBody(doc).identified.forEach(claimId);
  });
}
