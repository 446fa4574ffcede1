import type { ByteCursor } from './byte-cursor.js';

const MAX_NESTING = 32;

/** Reads one value in lib0's "any" encoding and gives it back; objects without a prototype. */
export function readAnyValue(cursor: ByteCursor, depth = 0): unknown {
  if (depth > MAX_NESTING) cursor.refuse('too-deep');
  switch (cursor.byte()) {
    case 127: return undefined;
    case 126: return null;
    case 125: return skipVarInt(cursor);
    case 124: return cursor.skip(4);
    case 123: return cursor.skip(8);
    case 122: return cursor.skip(8);
    case 121: return false;
    case 120: return true;
    case 119: return cursor.string();
    case 118: return readObject(cursor, depth);
    case 117: return readArray(cursor, depth);
    case 116: return cursor.varBytes();
    default: return cursor.refuse('unknown-content');
  }
}

/** A signed number; its value is of no interest here, only that it ends. */
function skipVarInt(cursor: ByteCursor): number {
  let group = cursor.byte();
  for (let groups = 1; group >= 128; groups++) {
    if (groups > 8) cursor.refuse('varint-overflow');
    group = cursor.byte();
  }
  return 0;
}

function readObject(cursor: ByteCursor, depth: number): Record<string, unknown> {
  const result = Object.create(null) as Record<string, unknown>;
  const count = cursor.varUint();
  // Each entry takes two bytes at least: a larger count cannot be honest, and must not cost a long loop.
  if (count * 2 > cursor.bytes.length - cursor.position) cursor.refuse('truncated');
  for (let index = 0; index < count; index++) {
    const key = cursor.string();
    result[key] = readAnyValue(cursor, depth + 1);
  }
  return result;
}

function readArray(cursor: ByteCursor, depth: number): unknown[] {
  const count = cursor.varUint();
  if (count > cursor.bytes.length - cursor.position) cursor.refuse('truncated');
  const result: unknown[] = [];
  for (let index = 0; index < count; index++) result.push(readAnyValue(cursor, depth + 1));
  return result;
}
