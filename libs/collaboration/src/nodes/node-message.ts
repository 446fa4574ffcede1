import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { RemotePresence } from '../awareness/awareness-board.js';

/**
 * What one node tells the others of a room.
 * - `update`: committed, with its number among those this node has told of this room
 * - `committed`: the same, too large to be sent along: it is in the log
 * - `presence`: cursors and names of people at this node
 * - `who`: somebody opened the room and would like to know who is there
 */
export type NodeMessage =
  | { readonly kind: 'update'; readonly node: string; readonly number: number; readonly update: Uint8Array }
  | { readonly kind: 'committed'; readonly node: string; readonly number: number }
  | { readonly kind: 'presence'; readonly node: string; readonly presences: readonly RemotePresence[] }
  | { readonly kind: 'who'; readonly node: string };

const kinds = ['update', 'committed', 'presence', 'who'] as const;
const greetings = ['hello', 'here', 'bye'] as const;

export function writeNodeMessage(message: NodeMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, kinds.indexOf(message.kind));
  encoding.writeVarString(encoder, message.node);
  if (message.kind === 'update' || message.kind === 'committed') encoding.writeVarUint(encoder, message.number);
  if (message.kind === 'update') encoding.writeVarUint8Array(encoder, message.update);
  if (message.kind === 'presence') writePresences(encoder, message.presences);
  return encoding.toUint8Array(encoder);
}

/** @throws Error for bytes that no node has written */
export function readNodeMessage(bytes: Uint8Array): NodeMessage {
  const decoder = decoding.createDecoder(bytes);
  const kind = kinds[decoding.readUint8(decoder)];
  const node = decoding.readVarString(decoder);
  switch (kind) {
    case 'update': return { kind, node, number: decoding.readVarUint(decoder), update: decoding.readVarUint8Array(decoder) };
    case 'committed': return { kind, node, number: decoding.readVarUint(decoder) };
    case 'presence': return { kind, node, presences: readPresences(decoder) };
    case 'who': return { kind, node };
    default: throw new Error('Not a message between nodes');
  }
}

export function writeGreeting(node: string, kind: (typeof greetings)[number]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, greetings.indexOf(kind));
  encoding.writeVarString(encoder, node);
  return encoding.toUint8Array(encoder);
}

/** @returns null for bytes that no node has written */
export function readGreeting(bytes: Uint8Array): { readonly node: string; readonly kind: (typeof greetings)[number] } | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const kind = greetings[decoding.readUint8(decoder)] ?? 'here';
    return { kind, node: decoding.readVarString(decoder) };
  } catch {
    return null;
  }
}

function writePresences(encoder: encoding.Encoder, presences: readonly RemotePresence[]): void {
  encoding.writeVarUint(encoder, presences.length);
  for (const { client, clock, json, ownerKey } of presences) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
    encoding.writeVarString(encoder, ownerKey);
  }
}

function readPresences(decoder: decoding.Decoder): RemotePresence[] {
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder), json: decoding.readVarString(decoder), ownerKey: decoding.readVarString(decoder),
  }));
}
