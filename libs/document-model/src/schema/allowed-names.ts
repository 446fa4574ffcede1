import { isAllowedFieldKey } from '../fields/field-key.policy.js';
import { ALLOWED_ATTRIBUTES, BODY_KEY, FIELDS_KEY, MARK_NAMES, MAX_ATTRIBUTE_BYTES, MAX_DEPTH, MAX_FIELD_VALUE_BYTES } from './structure.policy.js';
import { isAllowedHref } from './link.policy.js';

/** Everything a structural walk over raw updates compares with, without building a document. */
export const allowedNames = {
  /** Root types of a document. */
  roots: new Set<string>([BODY_KEY, FIELDS_KEY]),
  /** Element names below `body`. */
  nodes: new Set<string>(Object.keys(ALLOWED_ATTRIBUTES)),
  /** Formatting keys of a text. */
  marks: new Set<string>(MARK_NAMES),
  /** Attribute keys of any element; an update names the parent by id only, so that the walk cannot tell which. */
  attributes: new Set<string>(Object.values(ALLOWED_ATTRIBUTES).flat()),
  isAllowedFieldKey,
  isAllowedHref,
  maxAttributeBytes: MAX_ATTRIBUTE_BYTES,
  maxFieldValueBytes: MAX_FIELD_VALUE_BYTES,
  maxDepth: MAX_DEPTH,
} as const;
