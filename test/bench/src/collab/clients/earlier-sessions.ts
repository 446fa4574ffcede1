import * as encoding from 'lib0/encoding';
import { bytesOf } from './byte-writer.js';
import { newClientIds } from './client-ids.js';
import { Typist } from './typist.js';

/** What people wrote into a document before, each under a client id of her own. */
export interface EarlierSessions {
  /** All of it in one update. */
  readonly update: Uint8Array;
  /** Clocks by client id. */
  readonly clocks: ReadonlyMap<number, number>;
}

const stringWithOrigin = 0x84;

/** One block to which so many sessions have added so many letters each, one after the other. */
export function earlierSessions(sessions: number, letters: number): EarlierSessions {
  const first = newClientIds(sessions + 1);
  const founder = new Typist(first);
  const block = founder.next();
  const clocks = new Map([[first, founder.clock]]);
  const words = 'Wörter '.repeat(Math.ceil(letters / 7)).slice(0, letters);
  const update = bytesOf((encoder) => {
    encoding.writeVarUint(encoder, sessions + 1);
    // Higher client ids come first, as Yjs writes them.
    for (let session = sessions; session > 0; session--) {
      const previous = first + session - 1;
      clocks.set(first + session, letters);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, first + session);
      encoding.writeVarUint(encoder, 0);
      encoding.writeUint8(encoder, stringWithOrigin);
      encoding.writeVarUint(encoder, previous);
      encoding.writeVarUint(encoder, (previous === first ? founder.clock : letters) - 1);
      encoding.writeVarString(encoder, words);
    }
    // Behind its count of clients; the end, where deletions would stand, is the same.
    encoding.writeUint8Array(encoder, block.subarray(1));
  });
  return { update, clocks };
}
