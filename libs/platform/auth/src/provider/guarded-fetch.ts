import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { Agent, fetch, type RequestInit } from 'undici';
import { AddressNotAllowedError, isAddressAllowed, isUrlAllowed, type OutboundPolicy } from './outbound-address.js';

/** From the first byte sent to the last one read. */
export const OUTBOUND_TIMEOUT_MS = 5_000;
/** More than any discovery document, key set or answer with tokens is. */
export const OUTBOUND_BODY_BYTES = 256 * 1024;

/** An answer that is longer than any good one. */
export class AnswerTooLongError extends Error {
  override readonly name = 'AnswerTooLongError';
}

/** What a request is made of. */
export interface OutboundRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type LookupAnswer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** The name is looked up here and its addresses judged, and the connection goes to one of exactly these: no second answer can be another one. */
function guardedLookup(policy: OutboundPolicy) {
  return (hostname: string, options: LookupOptions, answer: LookupAnswer): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => isAddressAllowed(address, policy))) return answer(new AddressNotAllowedError('address not allowed'), []);
      if (options.all === true) return answer(null, addresses);
      answer(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
}

/** Reads so much and no more, counted after unpacking. */
async function readAtMost(body: AsyncIterable<Uint8Array> | null, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > limit) throw new AnswerTooLongError('answer too long');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A `fetch` for addresses that people typed: where it may go is checked on the address really dialled, it follows nothing, and it ends. */
export type GuardedFetch = (url: string, request: OutboundRequest) => Promise<Response>;

/** Makes the function; rejects with AddressNotAllowedError, AnswerTooLongError, or what the network says. */
export function guardedFetch(policy: OutboundPolicy): GuardedFetch {
  const dispatcher = new Agent({ connect: { lookup: guardedLookup(policy), timeout: OUTBOUND_TIMEOUT_MS }, keepAliveTimeout: 1_000, pipelining: 0 });
  return async (url, { method, headers, body }) => {
    if (!URL.canParse(url) || !isUrlAllowed(new URL(url), policy)) throw new AddressNotAllowedError('address not allowed');
    // An answer may come drop by drop: the signal also ends the reading.
    const signal = AbortSignal.timeout(OUTBOUND_TIMEOUT_MS);
    const init = { method, headers: { ...headers }, redirect: 'manual', signal, dispatcher, ...(body === undefined || body === null ? {} : { body: String(body) }) } as RequestInit;
    const response = await fetch(url, init);
    const content = await readAtMost(response.body, OUTBOUND_BODY_BYTES);
    const hasBody = ![101, 204, 205, 304].includes(response.status);
    return new Response(hasBody ? content : null, { status: response.status, headers: [...response.headers].filter(([name]) => name !== 'content-encoding' && name !== 'content-length') });
  };
}
