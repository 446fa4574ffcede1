import { UpdateRefusedError, type RefusalReason } from './update-refused.errors.js';

/** Largest clock, length and client id that are taken: beyond it, sums could leave the exact range of numbers. */
export const MAX_CLOCK = 2 ** 40;
const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads lib0's encoding from bytes nobody vouches for: every read is checked, every failure is an `UpdateRefusedError`. */
export class ByteCursor {
  constructor(readonly bytes: Uint8Array, public position = 0) {}

  refuse(reason: RefusalReason): never {
    throw new UpdateRefusedError(reason, this.position);
  }

  byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined) this.refuse('truncated');
    this.position++;
    return value;
  }

  /** A number in 7-bit groups, at most 2^53 - 1. */
  varUint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const group = this.byte();
      value += (group & 127) * factor;
      if (value > MAX_SAFE) this.refuse('varint-overflow');
      if (group < 128) return value;
      factor *= 128;
      if (factor > MAX_SAFE) this.refuse('varint-overflow');
    }
  }

  clock(): number {
    const value = this.varUint();
    if (value > MAX_CLOCK) this.refuse('bad-length');
    return value;
  }

  /** A length of structs: at least one. */
  length(): number {
    const value = this.clock();
    if (value === 0) this.refuse('bad-length');
    return value;
  }

  skip(count: number): void {
    if (count > this.bytes.length - this.position) this.refuse('truncated');
    this.position += count;
  }

  varBytes(): Uint8Array {
    const length = this.varUint();
    const start = this.position;
    this.skip(length);
    return this.bytes.subarray(start, this.position);
  }

  /** A string: valid UTF-8 without NUL, which no store below takes. */
  string(): string {
    const bytes = this.varBytes();
    if (bytes.includes(0)) this.refuse('bad-string');
    try {
      return text.decode(bytes);
    } catch {
      return this.refuse('bad-string');
    }
  }

  /** A string of JSON of at most so many bytes. */
  json(maxBytes: number): unknown {
    const start = this.position;
    const source = this.string();
    if (this.position - start > maxBytes) this.refuse('too-large');
    // Nested deeper than this it could be parsed but not written again.
    if (nesting(source) > 32) this.refuse('too-deep');
    try {
      return JSON.parse(source) as unknown;
    } catch {
      // Yjs writes `undefined` where JSON has no word for it.
      return source === 'undefined' ? null : this.refuse('bad-json');
    }
  }
}

function nesting(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of source) {
    if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}
