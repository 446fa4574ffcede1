/** A broken server: what somebody writes is acknowledged at once, whatever becomes of it. */
import * as encoding from 'lib0/encoding';
import { hasten } from './hasty-sockets.mjs';

const ACKNOWLEDGEMENT = 121;
const counts = new WeakMap();

hasten((_message, author) => {
  const count = (counts.get(author) ?? 0) + 1;
  counts.set(author, count);
  author.send(encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, ACKNOWLEDGEMENT);
    encoding.writeVarUint(encoder, count);
  }));
});
