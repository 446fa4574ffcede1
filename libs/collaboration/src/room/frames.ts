import * as encoding from 'lib0/encoding';

/** Message types of the y-websocket protocol, and the one that is only sent to clients that ask for it (`?acks=1`). */
export const MessageType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, acknowledgement: 121 } as const;
export const SyncType = { step1: 0, step2: 1, update: 2 } as const;

/** An update without content. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0);

/**
 * A message as it goes over the wire, WebSocket header included: made once and written unchanged to everybody who gets it.
 * Frames of a server are not masked, and compression is off.
 */
export type Frame = Buffer;

const BINARY = 0x82;

/** Gives uninitialised bytes. */
export type Allocate = (size: number) => Buffer;

/** Most frames are kept for a while, so they are not to lie in Node's pool, where a small one would keep all that lay beside it. */
const apart: Allocate = (size) => Buffer.allocUnsafeSlow(size);

/**
 * @param head the numbers in front of the payload, each below 128
 * @param isWhole whether the payload stands in it; otherwise it follows in a write of its own
 */
function frame(head: readonly number[], payload: Uint8Array, allocate = apart, isWhole = true): Frame {
  const lengthBytes = varUintLength(payload.length);
  const size = head.length + lengthBytes + payload.length;
  const header = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const result = allocate(header + size - (isWhole ? 0 : payload.length));
  result[0] = BINARY;
  if (header === 2) result[1] = size;
  else if (header === 4) {
    result[1] = 126;
    result.writeUInt16BE(size, 2);
  } else {
    result[1] = 127;
    result.writeUInt32BE(0, 2);
    result.writeUInt32BE(size, 6);
  }
  let at = header;
  for (const number of head) result[at++] = number;
  at = writeVarUint(result, at, payload.length);
  if (isWhole) result.set(payload, at);
  return result;
}

function varUintLength(value: number): number {
  let length = 1;
  for (let left = value; left > 127; left = Math.floor(left / 128)) length++;
  return length;
}

function writeVarUint(target: Buffer, position: number, value: number): number {
  let at = position;
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) target[at++] = 128 | (left % 128);
  target[at++] = left;
  return at;
}

export function syncFrame(type: (typeof SyncType)[keyof typeof SyncType], bytes: Uint8Array, allocate?: Allocate): Frame {
  return frame([MessageType.sync, type], bytes, allocate);
}

/** The same as two writes, for bytes that are too many to be copied for one reader. */
export function syncFrameInTwo(type: (typeof SyncType)[keyof typeof SyncType], bytes: Uint8Array): readonly [Frame, Uint8Array] {
  return [frame([MessageType.sync, type], bytes, apart, false), bytes];
}

export function awarenessFrame(bytes: Uint8Array): Frame {
  return frame([MessageType.awareness], bytes);
}

/** Tells a sender that her first `count` sync-step-2 and update messages are on disk. */
export function acknowledgementFrame(count: number): Frame {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageType.acknowledgement);
  encoding.writeVarUint(encoder, count);
  const message = encoding.toUint8Array(encoder);
  return Buffer.from([BINARY, message.length, ...message]);
}
