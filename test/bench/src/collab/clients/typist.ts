import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { bytesOf } from './byte-writer.js';

const letters = 'abcdefghijklmnopqrstuvwxyz ';
const stringWithOrigin = 0x84;

/** What somebody writes. */
export interface Hand {
  /** Clocks that the updates so far have. */
  readonly clock: number;
  /** The next update, of which each but the first has one clock. */
  next(): Uint8Array;
}

/** Somebody's typing in a block of her own: first the block with a letter in it, then letter after letter, one update each. */
export class Typist implements Hand {
  /** The first update has three. */
  clock = 0;

  constructor(readonly clientId: number) {}

  /** Exactly as Yjs would write it. */
  next(): Uint8Array {
    if (this.clock === 0) return this.begin();
    const clock = this.clock++;
    return bytesOf((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, this.clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeUint8(encoder, stringWithOrigin);
      encoding.writeVarUint(encoder, this.clientId);
      encoding.writeVarUint(encoder, clock - 1);
      encoding.writeVarString(encoder, letters[clock % letters.length] as string);
      encoding.writeVarUint(encoder, 0);
    });
  }

  private begin(): Uint8Array {
    const doc = new Y.Doc();
    doc.clientID = this.clientId;
    doc.transact(() => {
      const block = new Y.XmlElement('block');
      const text = new Y.XmlText();
      text.insert(0, 'a');
      block.insert(0, [text]);
      doc.getXmlFragment('body').insert(0, [block]);
    });
    this.clock = 3;
    return Y.encodeStateAsUpdate(doc);
  }
}
