import * as encoding from 'lib0/encoding';

/** Message types of the y-websocket protocol, and the one that is only sent to clients that ask for it (`?acks=1`). */
export const MessageType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, acknowledgement: 121 } as const;
export const SyncType = { step1: 0, step2: 1, update: 2 } as const;

/** An update without content. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0);

export function syncFrame(type: (typeof SyncType)[keyof typeof SyncType], bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageType.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

export function awarenessFrame(bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageType.awareness);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

/** Tells a sender that her first `count` sync-step-2 and update messages are on disk. */
export function acknowledgementFrame(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageType.acknowledgement);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}
