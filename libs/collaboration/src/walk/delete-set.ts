import * as encoding from 'lib0/encoding';
import type { ClockRange } from './update-outline.js';

/** Writes deletions as the last part of an update. */
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
