import * as encoding from 'lib0/encoding';
import { ByteCursor } from '../walk/byte-cursor.js';

/** One client's state in an awareness message. */
export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` means gone. */
  readonly json: string;
}

/**
 * The entries of a message that somebody has a use for. Clients repeat what they hear of everybody else, so most of most messages
 * is passed over without being decoded.
 * @throws UpdateRefusedError for bytes that are no awareness message
 */
export function readAwareness(bytes: Uint8Array, isWanted: (client: number) => boolean): AwarenessEntry[] {
  const cursor = new ByteCursor(bytes);
  const count = cursor.varUint();
  if (count * 3 > bytes.length) cursor.refuse('truncated');
  const entries: AwarenessEntry[] = [];
  for (let index = 0; index < count; index++) {
    const client = cursor.varUint();
    const clock = cursor.clock();
    if (isWanted(client)) entries.push({ client, clock, json: cursor.string() });
    else cursor.skip(cursor.varUint());
  }
  return entries;
}

export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  }
  return encoding.toUint8Array(encoder);
}
