import * as encoding from 'lib0/encoding';
import { readAnyValue } from './any-value.js';
import type { ByteCursor } from './byte-cursor.js';

const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_KEY = 32;

/**
 * Writes a struct without its first clocks, as Yjs does when it splits one: what is left follows on its own first part.
 * @param offset how many clocks are left out; less than the struct has
 */
export function writeItemTail(encoder: encoding.Encoder, source: ByteCursor, client: number, clock: number, offset: number): void {
  const info = source.byte();
  if (info === 0) {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, source.length() - offset);
    return;
  }
  encoding.writeUint8(encoder, info | HAS_ORIGIN);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock + offset - 1);
  copyHead(encoder, source, info);
  writeContentTail(encoder, source, info & 31, offset);
}

/** Of the old head only the right neighbour stays; parent and key follow from the left one. */
function copyHead(encoder: encoding.Encoder, source: ByteCursor, info: number): void {
  if ((info & HAS_ORIGIN) !== 0) skipId(source);
  if ((info & HAS_RIGHT_ORIGIN) !== 0) {
    encoding.writeVarUint(encoder, source.varUint());
    encoding.writeVarUint(encoder, source.varUint());
  }
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) !== 0) return;
  if (source.varUint() === 1) source.string();
  else skipId(source);
  if ((info & HAS_KEY) !== 0) source.string();
}

function skipId(source: ByteCursor): void {
  source.varUint();
  source.varUint();
}

function writeContentTail(encoder: encoding.Encoder, source: ByteCursor, content: number, offset: number): void {
  if (content === 1) {
    encoding.writeVarUint(encoder, source.length() - offset);
    return;
  }
  if (content === 4) {
    encoding.writeVarString(encoder, textTail(source.string(), offset));
    return;
  }
  encoding.writeVarUint(encoder, source.length() - offset);
  for (let index = 0; index < offset; index++) {
    if (content === 8) readAnyValue(source);
    else source.varBytes();
  }
  encoding.writeUint8Array(encoder, source.bytes.subarray(source.position));
}

/** The rest of a text; a character that the cut goes through becomes U+FFFD on both sides, as in Yjs. */
function textTail(text: string, offset: number): string {
  const tail = text.slice(offset);
  return /^[\uDC00-\uDFFF]/.test(tail) ? `\uFFFD${tail.slice(1)}` : tail;
}
