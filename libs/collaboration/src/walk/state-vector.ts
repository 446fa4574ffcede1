import { ByteCursor } from './byte-cursor.js';

/** Reads a state vector as Yjs encodes it. @throws UpdateRefusedError */
export function readStateVector(bytes: Uint8Array): Map<number, number> {
  const cursor = new ByteCursor(bytes);
  const count = cursor.varUint();
  if (count * 2 > bytes.length) cursor.refuse('truncated');
  const clocks = new Map<number, number>();
  for (let index = 0; index < count; index++) {
    const client = cursor.varUint();
    clocks.set(client, cursor.clock());
  }
  if (cursor.position !== bytes.length) cursor.refuse('trailing-bytes');
  return clocks;
}
