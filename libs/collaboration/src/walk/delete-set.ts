import * as encoding from 'lib0/encoding';
import type { ClockRange } from './update-outline.js';

/** Deletions in order of client (highest first) and clock, those that touch as one. */
export function inOrder(deletes: readonly ClockRange[]): ClockRange[] {
  const merged: { client: number; from: number; to: number }[] = [];
  for (const { client, from, to } of [...deletes].sort((one, other) => other.client - one.client || one.from - other.from)) {
    const last = merged.at(-1);
    if (last?.client === client && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ client, from, to });
  }
  return merged;
}

/**
 * Writes deletions as the last part of an update.
 * @param deletes in order: a client that must keep them for later writes the distances between them, and those must not be negative
 */
export function writeDeletes(encoder: encoding.Encoder, deletes: readonly ClockRange[]): void {
  if (deletes.length === 0) return encoding.writeVarUint(encoder, 0);
  const byClient = Map.groupBy(deletes, (range) => range.client);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { from, to } of ranges) {
      encoding.writeVarUint(encoder, from);
      encoding.writeVarUint(encoder, to - from);
    }
  }
}
