import * as encoding from 'lib0/encoding';
import * as prng from 'lib0/prng';
import { syncMessage } from '../room/room-socket.js';
import { freshUpdate, type SeedCorpus } from './seed-corpus.js';

type Mutation = (bytes: Uint8Array, random: prng.PRNG, other: Uint8Array) => Uint8Array;

const at = (bytes: Uint8Array, random: prng.PRNG): number => prng.int32(random, 0, Math.max(0, bytes.length - 1));
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

function changed(bytes: Uint8Array, index: number, value: number): Uint8Array {
  const copy = bytes.slice();
  if (copy.length > 0) copy[index] = value;
  return copy;
}

/** Numbers at whose borders decoders stumble, in the encoding of the protocol. */
const awkward = [0, 1, 127, 128, 2 ** 14, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER].map((value) => encoding.encode((encoder) => encoding.writeVarUint(encoder, value)));

const mutations: readonly Mutation[] = [
  (bytes, random) => { const index = at(bytes, random); return changed(bytes, index, (bytes[index] ?? 0) ^ (1 << prng.int32(random, 0, 7))); },
  (bytes, random) => changed(bytes, at(bytes, random), prng.int32(random, 0, 255)),
  (bytes, random) => changed(bytes, at(bytes, random), prng.oneOf(random, [0, 1, 10, 127, 128, 255])),
  (bytes, random) => bytes.slice(0, at(bytes, random)),
  (bytes, random) => join(bytes, prng.uint8Array(random, prng.int32(random, 1, 16))),
  (bytes, random) => { const from = at(bytes, random); return join(bytes.slice(0, from), bytes.slice(from + prng.int32(random, 1, 4))); },
  (bytes, random) => { const from = at(bytes, random); return join(bytes.slice(0, from), bytes.slice(from, from + prng.int32(random, 1, 12)), bytes.slice(from)); },
  (bytes, random, other) => join(bytes.slice(0, at(bytes, random)), other.slice(at(other, random))),
  (bytes, random) => { const from = at(bytes, random); return join(bytes.slice(0, from), prng.oneOf(random, awkward), bytes.slice(from + prng.int32(random, 0, 2))); },
  (_bytes, random) => prng.uint8Array(random, prng.int32(random, 0, 64)),
];

function mutate(bytes: Uint8Array, random: prng.PRNG, other: Uint8Array): Uint8Array {
  let mutated = bytes;
  for (let times = prng.int32(random, 1, 3); times > 0; times--) mutated = prng.oneOf(random, [...mutations])(mutated, random, other);
  return mutated;
}

/** The next frame for the server: mostly a mutated update in a sound envelope, so that it comes far; else a mutated message. */
export function nextFrame({ updates, messages }: SeedCorpus, random: prng.PRNG): Uint8Array {
  const update = prng.oneOf(random, [...updates]);
  const other = prng.oneOf(random, [...updates]);
  const type = prng.oneOf(random, [1, 2, 2, 2] as const);
  switch (prng.int32(random, 0, 9)) {
    case 0: return mutate(prng.oneOf(random, [...messages]), random, other);
    case 1: return mutate(syncMessage(type, update), random, other);
    // Untouched ones too, so that there is something for the mutated to build on.
    case 2: return syncMessage(type, prng.bool(random) ? update : freshUpdate(random));
    case 3: return syncMessage(0, mutate(update, random, other));
    // What is mutated in what is known already is not looked at.
    case 4: case 5: case 6: return syncMessage(type, mutate(freshUpdate(random), random, other));
    default: return syncMessage(type, mutate(update, random, other));
  }
}
