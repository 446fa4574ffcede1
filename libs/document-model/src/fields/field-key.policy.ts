import { isBlockId } from '../schema/block-id.policy.js';
import { fieldDefinition } from './field.registry.js';

const ID_LENGTH = 36;

/** A key of the flat `fields` map: `<block id>/<field>` or `<block id>/<field>/<member>`. */
export function fieldKey(blockId: string, key: string): string {
  return `${blockId}/${key}`;
}

/** Splits a key of the `fields` map; null when it does not start with a block id. */
export function splitFieldKey(fullKey: string): { blockId: string; key: string } | null {
  const blockId = fullKey.slice(0, ID_LENGTH);
  if (fullKey[ID_LENGTH] !== '/' || !isBlockId(blockId)) return null;
  return { blockId, key: fullKey.slice(ID_LENGTH + 1) };
}

/** True when a key may stand in the `fields` map at all, whatever kind of block its id belongs to. */
export function isAllowedFieldKey(fullKey: string): boolean {
  const parts = splitFieldKey(fullKey);
  return parts !== null && (fieldDefinition('measure', parts.key) ?? fieldDefinition('goal', parts.key)) !== undefined;
}
