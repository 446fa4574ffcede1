import * as encoding from 'lib0/encoding';
import { bytesOf } from './byte-writer.js';
import { clientFrame } from './frame-socket.js';

/** How a server wants to be spoken to about a document. */
export interface Dialect {
  readonly path: string;
  /** Stands before every message, in both directions. */
  readonly prefix: Uint8Array;
  /** Sent before anything else. */
  readonly opening: readonly Uint8Array[];
}

/** Of the y-websocket protocol, and the two with which Hocuspocus and our server tell what they have taken. */
export const MessageType = { sync: 0, awareness: 1, auth: 2, syncReply: 4, syncStatus: 8, acknowledgement: 121 } as const;
export const SyncType = { step1: 0, step2: 1, update: 2 } as const;
export const EMPTY_STATE_VECTOR = Uint8Array.of(0);
export const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** Any server that speaks y-websocket. */
export function plain(document: string, acknowledged = false): Dialect {
  return { path: `/collab/${document}${acknowledged ? '?acks=1' : ''}`, prefix: new Uint8Array(), opening: [] };
}

/** Hocuspocus names the document in each message and wants a token first. */
export function hocuspocus(document: string): Dialect {
  const prefix = bytesOf((encoder) => encoding.writeVarString(encoder, document));
  const token = bytesOf((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, MessageType.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'bench');
  });
  return { path: '/', prefix, opening: [clientFrame(token)] };
}

export function syncMessage({ prefix }: Dialect, type: number, content: Uint8Array): Buffer {
  return clientFrame(bytesOf((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, MessageType.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, content);
  }));
}

/** What a y-websocket client says of itself: its id, a clock and a state as JSON, which is empty when it comes. */
export function awarenessMessage({ prefix }: Dialect, clientId: number, clock: number, state = '{}'): Buffer {
  const states = bytesOf((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
  return clientFrame(bytesOf((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, MessageType.awareness);
    encoding.writeVarUint8Array(encoder, states);
  }));
}
