import * as decoding from 'lib0/decoding';
import { clientFrame, RoomSocket } from '../room/room-socket.js';

/** What became of a frame. */
export type Fate =
  | { readonly kind: 'acknowledged'; readonly update: Uint8Array }
  /** Neither acknowledged nor refused: no content in it, or something before it is missing. */
  | { readonly kind: 'unanswered'; readonly update: Uint8Array | null }
  | { readonly kind: 'closed'; readonly code: number };

const SYNC = 0;
const AWARENESS = 1;
const QUERY_AWARENESS = Uint8Array.of(3);
const ACKNOWLEDGEMENT = 121;
/** How long an acknowledgement may take once the server has dealt with the frame, in milliseconds. */
const COMMIT_MS = 40;
/** The server gives itself five seconds to let somebody in before it says that it cannot. How long it stalls is for the pulse to say, which leaves out waiting for a processor. */
const SILENCE_MS = 10_000;

/** Sends one frame after the other and tells what becomes of each; comes back whenever it is thrown out. */
export class Attacker {
  private socket: RoomSocket | null = null;
  private heard: (type: number) => void = () => undefined;

  constructor(private readonly port: number, private readonly documentId: string) {}

  /** @throws Error when the server says nothing at all */
  async send(frame: Uint8Array): Promise<Fate> {
    const together = Buffer.concat([clientFrame(frame), clientFrame(QUERY_AWARENESS)]);
    const answer = new Promise<'acknowledged' | 'unanswered' | 'silence'>((resolve) => {
      // Nobody waits for it once the socket has ended.
      const timer = setTimeout(() => resolve('silence'), SILENCE_MS).unref();
      this.heard = (type) => {
        clearTimeout(timer);
        if (type === ACKNOWLEDGEMENT) resolve('acknowledged');
        else if (contentOf(frame) === null) resolve('unanswered');
        else setTimeout(() => resolve('unanswered'), COMMIT_MS);
      };
    });
    if (this.socket?.isOpen === true) this.socket.sendRaw(together);
    else this.socket = this.open(together);
    const fate = await Promise.race([answer, this.socket.ended]);
    if (typeof fate === 'object') return { kind: 'closed', code: fate.code };
    if (fate === 'silence') throw new Error(`no answer within ${SILENCE_MS} ms to ${Buffer.from(frame).toString('hex')}`);
    const update = contentOf(frame);
    if (fate === 'acknowledged' && update !== null) return { kind: 'acknowledged', update };
    // On this socket nothing would be acknowledged any more.
    if (update !== null) this.leave();
    return { kind: 'unanswered', update };
  }

  leave(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private open(together: Buffer): RoomSocket {
    return new RoomSocket({
      port: this.port, documentId: this.documentId, name: 'mallory', query: '?acks=1', together,
      onMessage: (message) => { if (message[0] === ACKNOWLEDGEMENT || message[0] === AWARENESS) this.heard(message[0]); },
    });
  }
}

/** The update in a message, if it is one that is to be acknowledged. */
function contentOf(frame: Uint8Array): Uint8Array | null {
  try {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== SYNC || decoding.readVarUint(decoder) === 0) return null;
    return decoding.readVarUint8Array(decoder).slice();
  } catch {
    return null;
  }
}
