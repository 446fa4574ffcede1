import { isAllowedFieldKey } from '../fields/field-key.policy.js';
import { ALLOWED_ATTRIBUTES, allowsChild, BODY_KEY, FIELDS_KEY, isElementName, MARK_NAMES, MAX_ATTRIBUTE_BYTES, MAX_DEPTH, MAX_FIELD_VALUE_BYTES } from './structure.policy.js';
import { isAllowedHref } from './link.policy.js';
import { isIndicatorBlockValue } from './indicator-block.policy.js';
import { isPictureValue } from './picture.policy.js';

/** Everything a structural walk over raw updates compares with, without building a document. */
export const allowedNames = {
  /** Root types of a document. */
  roots: new Set<string>([BODY_KEY, FIELDS_KEY]),
  /** Element names below `body`. */
  nodes: new Set<string>(Object.keys(ALLOWED_ATTRIBUTES)),
  /** Formatting keys of a text. */
  marks: new Set<string>(MARK_NAMES),
  /** @param parent name of an element, null for `body` itself @param child name of an element, or `text` */
  allowsChild: (parent: string | null, child: string): boolean => (parent === null ? allowsChild('doc', child) : isElementName(parent) && allowsChild(parent, child)),
  allowsAttribute: (element: string, key: string): boolean => isElementName(element) && ALLOWED_ATTRIBUTES[element].includes(key),
  /** Whether an allowed attribute may have that value. Most values that do not fit are read as not set; those of a picture and of an indicator are refused: they name something else. */
  allowsValue: (element: string, key: string, value: unknown): boolean => (element === 'picture' ? isPictureValue(key, value) : element !== 'indicator' || isIndicatorBlockValue(key, value)),
  isAllowedFieldKey,
  isAllowedHref,
  maxAttributeBytes: MAX_ATTRIBUTE_BYTES,
  maxFieldValueBytes: MAX_FIELD_VALUE_BYTES,
  maxDepth: MAX_DEPTH,
} as const;
