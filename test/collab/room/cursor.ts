import * as encoding from 'lib0/encoding';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Peer } from './peer.js';

const AWARENESS = 1;

/** A message about one client's cursor. */
export function awarenessMessage(client: number, clock: number, state: unknown): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(encoder, body);
  });
}

let clock = 1;

/** Shows a peer's cursor to the others. */
export function showCursor(peer: Peer, state: object = { cursor: 1 }): void {
  peer.socket?.send(awarenessMessage(peer.doc.clientID, clock++, state));
}

/** Names at the cursors that a peer sees from now on, by client id. */
export function cursorsSeenBy(peer: Peer): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  // Its own timer would keep the process alive, and forget people by itself.
  clearInterval(awareness._checkInterval as unknown as NodeJS.Timeout);
  peer.onAwareness = (bytes) => {
    applyAwarenessUpdate(awareness, bytes, null);
    names.clear();
    for (const [client, state] of awareness.getStates()) names.set(client, (state['user'] as { name: string } | undefined)?.name ?? '');
  };
  return names;
}
