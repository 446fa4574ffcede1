import * as encoding from 'lib0/encoding';
import type { ClientSection, ClockRange, UpdateOutline } from './update-outline.js';
import { inOrder, writeDeletes } from './delete-set.js';

interface Strand {
  readonly client: number;
  readonly from: number;
  to: number;
  count: number;
  readonly parts: Uint8Array[];
}

/**
 * One update that says the same as several, each complete on top of those before it (nothing known, no gaps): the structs of a
 * client follow on each other, so their bytes are laid end to end. Costs a copy; merging as Yjs does it decodes everything.
 */
export function joinUpdates(outlines: readonly UpdateOutline[]): UpdateOutline {
  const [only] = outlines;
  if (only !== undefined && outlines.length === 1) return only;
  const strands = new Map<number, Strand>();
  const deletes: ClockRange[] = [];
  for (const { bytes, sections, deletes: removed } of outlines) {
    for (const section of sections) extend(strands, section, bytes);
    for (const range of removed) deletes.push(range);
  }
  return write([...strands.values()].sort((one, other) => other.client - one.client), inOrder(deletes));
}

function extend(strands: Map<number, Strand>, { client, from, to, count, start, end }: ClientSection, bytes: Uint8Array): void {
  const part = bytes.subarray(start, end);
  const known = strands.get(client);
  if (known === undefined) return void strands.set(client, { client, from, to, count, parts: [part] });
  if (known.to !== from) throw new Error('Updates to be joined do not follow on each other');
  known.to = to;
  known.count += count;
  known.parts.push(part);
}

function write(strands: readonly Strand[], deletes: readonly ClockRange[]): UpdateOutline {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, strands.length);
  const sections = strands.map((strand) => writeStrand(encoder, strand));
  writeDeletes(encoder, deletes);
  return { bytes: encoding.toUint8Array(encoder), sections, deletes, isPlaced: true };
}

function writeStrand(encoder: encoding.Encoder, { client, from, to, count, parts }: Strand): ClientSection {
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, from);
  const start = encoding.length(encoder);
  for (const part of parts) encoding.writeUint8Array(encoder, part);
  return { client, from, to, count, start, end: encoding.length(encoder), skips: [], needs: [], placed: null };
}
