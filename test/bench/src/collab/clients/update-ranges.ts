/** Told of a run of clocks that an update brings. */
export type RangeHandler = (client: number, from: number, to: number) => void;

const refs = { gc: 0, deleted: 1, string: 4, format: 6, type: 7, any: 8, skip: 10 } as const;
const xmlElement = 3;

let bytes: Uint8Array = new Uint8Array();
let at = 0;

function varUint(): number {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[at++];
    if (byte === undefined) throw new RangeError('The update ends too early.');
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
}

/** Skips a text. @returns how many clocks it takes: its UTF-16 units */
function text(): number {
  const size = varUint();
  let units = size;
  for (const end = at + size; at < end; at++) {
    const byte = bytes[at] as number;
    // Every byte but the first of a character takes nothing; a character of four bytes is two units.
    if (byte >= 0x80 && byte < 0xc0) units--;
    else if (byte >= 0xf0) units++;
  }
  return units;
}

function typeContent(): number {
  if (varUint() === xmlElement) text();
  return 1;
}

/** Skips a value as lib0 writes any. */
function value(): void {
  const kind = bytes[at++];
  if (kind === undefined || kind < 117 || kind > 127 || kind === 122) throw new RangeError(`Value of an unexpected kind: ${kind}`);
  if (kind === 119) text();
  else if (kind === 125) varUint();
  else if (kind === 124) at += 4;
  else if (kind === 123) at += 8;
  else if (kind === 118 || kind === 117) {
    for (let left = varUint(); left > 0; left--) {
      if (kind === 118) text();
      value();
    }
  }
}

function anyContent(): number {
  const count = varUint();
  for (let left = count; left > 0; left--) value();
  return count;
}

function formatContent(): number {
  text();
  text();
  return 1;
}

function content(ref: number): number {
  switch (ref) {
    case refs.deleted: return varUint();
    case refs.string: return text();
    case refs.format: return formatContent();
    case refs.type: return typeContent();
    case refs.any: return anyContent();
    default: throw new RangeError(`Content of an unexpected kind: ${ref}`);
  }
}

/** Skips where an item belongs. */
function place(info: number): void {
  if (info & 0x80) { varUint(); varUint(); }
  if (info & 0x40) { varUint(); varUint(); }
  if (info & 0xc0) return;
  if (varUint() === 1) text();
  else { varUint(); varUint(); }
  if (info & 0x20) text();
}

/**
 * Walks the structs of an update (V1) and tells which clocks of which clients it brings, without building anything. Knows
 * the kinds of content that the benchmark writes. @throws RangeError for others
 */
export function walkRanges(update: Uint8Array, start: number, tell: RangeHandler): void {
  bytes = update;
  at = start;
  for (let clients = varUint(); clients > 0; clients--) {
    const structs = varUint();
    const client = varUint();
    let clock = varUint();
    let from = clock;
    for (let left = structs; left > 0; left--) {
      const info = bytes[at++] as number;
      const ref = info & 31;
      if (ref === refs.skip) {
        if (clock > from) tell(client, from, clock);
        clock += varUint();
        from = clock;
      } else if (ref === refs.gc) clock += varUint();
      else {
        place(info);
        clock += content(ref);
      }
    }
    if (clock > from) tell(client, from, clock);
  }
}
