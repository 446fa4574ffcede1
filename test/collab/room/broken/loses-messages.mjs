/** A broken server: one WebSocket message in ten never leaves it. Works below `ws`, at what is written to the socket. */
import { Socket } from 'node:net';

const EVERY = 10;
const BINARY = 0x82;
const LONGEST_HEAD = 10;
const { write } = Socket.prototype;
let messages = 0;

Socket.prototype.write = function (chunk, ...rest) {
  // `ws` writes the head of a frame and its payload one after the other.
  const isPayload = this.losesNext === true;
  this.losesNext = false;
  if (isPayload) return true;
  if (chunk?.[0] !== BINARY || ++messages % EVERY !== 0) return write.call(this, chunk, ...rest);
  this.losesNext = chunk.length <= LONGEST_HEAD;
  return true;
};
