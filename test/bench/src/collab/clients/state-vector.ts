import * as encoding from 'lib0/encoding';
import { bytesOf } from './byte-writer.js';

/** How Yjs writes which clocks of which clients somebody has. */
export function encodeStateVector(clocks: ReadonlyMap<number, number>): Uint8Array {
  return bytesOf((encoder) => {
    encoding.writeVarUint(encoder, clocks.size);
    for (const [client, clock] of clocks) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  });
}
