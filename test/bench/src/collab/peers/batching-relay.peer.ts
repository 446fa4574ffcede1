/** A relay that puts all messages of one turn of the event loop into one write per receiver, framed once for all. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { createRelay, listen } from './relay-rooms.js';

interface Turn {
  readonly frames: Buffer[];
  readonly authors: WebSocket[];
}

const waiting = new Map<ReadonlySet<WebSocket>, Turn>();
/** An unmasked binary frame. */
function frameOf(message: Buffer): Buffer {
  const { length } = message;
  if (length < 126) return Buffer.concat([Buffer.of(0x82, length), message]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = 0x82;
  head[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, message]);
}

function flush(): void {
  for (const [room, { frames, authors }] of waiting) {
    const all = frames.length === 1 ? frames[0] : Buffer.concat(frames);
    const onlyAuthor = authors.every((author) => author === authors[0]) ? authors[0] : null;
    for (const socket of room) {
      if (socket === onlyAuthor || socket.readyState !== socket.OPEN) continue;
      (socket as unknown as { readonly _socket: Duplex })._socket.write(all);
    }
  }
  waiting.clear();
}

listen(createRelay({
  pass: (room, author, message) => {
    if (waiting.size === 0) setImmediate(flush);
    const turn = waiting.get(room) ?? { frames: [], authors: [] };
    turn.frames.push(frameOf(message));
    turn.authors.push(author);
    waiting.set(room, turn);
  },
}));
