import * as encoding from 'lib0/encoding';
import { ByteCursor } from './byte-cursor.js';
import { writeItemTail } from './item-tail.js';
import type { Knowledge } from './knowledge.js';
import { inOrder, writeDeletes } from './delete-set.js';
import type { ClientSection, ClockRange, UpdateOutline } from './update-outline.js';
import { structsOf, type StructPosition } from './update-walk.js';

/**
 * Only what is new in an update, as an update of its own; null when nothing is. What is known is left out even when its
 * bytes differ, so that nobody can slip other content under clocks that were given before.
 * The update must be complete on top of what is known (`causalityOf`).
 */
export function trimUpdate(outline: UpdateOutline, known: Knowledge): UpdateOutline | null {
  const [only] = outline.sections;
  // One writer's next words, as nearly always.
  if (only !== undefined && outline.sections.length === 1 && outline.deletes.length === 0 && only.skips.length === 0 && only.from === known.clock(only.client)) return outline;
  const sections = outline.sections.filter(({ client, to }) => to > known.clock(client));
  const deletes = outline.deletes.flatMap((range) => known.newDeletions(range));
  if (sections.length === 0 && deletes.length === 0) return null;
  const isWhole = sections.length === outline.sections.length && sections.every(({ client, from }) => from === known.clock(client))
    && deletes.length === outline.deletes.length && deletes.every((range, index) => isSame(range, outline.deletes[index]));
  if (isWhole) return outline;
  return encode(outline, sections, inOrder(deletes), known);
}

function isSame(left: ClockRange, right: ClockRange | undefined): boolean {
  return left.from === right?.from && left.to === right.to;
}

function encode(outline: UpdateOutline, sections: readonly ClientSection[], deletes: readonly ClockRange[], known: Knowledge): UpdateOutline {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  const kept = sections.map((section) => writeSection(encoder, outline, section, known.clock(section.client)));
  writeDeletes(encoder, deletes);
  return { bytes: encoding.toUint8Array(encoder), sections: kept, deletes, isPlaced: outline.isPlaced };
}

function writeSection(encoder: encoding.Encoder, outline: UpdateOutline, section: ClientSection, from: number): ClientSection {
  const structs = structsOf(outline, section).filter((struct) => struct.to > from && !struct.skipped);
  const { client, to } = section;
  encoding.writeVarUint(encoder, structs.length);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, from);
  const start = encoding.length(encoder);
  for (const struct of structs) writeStruct(encoder, outline.bytes, struct, client, from);
  return { client, from, to, skips: [], needs: section.needs.filter((need) => need.at >= from), count: structs.length, start, end: encoding.length(encoder), placed: section.placed };
}

function writeStruct(encoder: encoding.Encoder, bytes: Uint8Array, struct: StructPosition, client: number, from: number): void {
  const source = bytes.subarray(struct.start, struct.end);
  if (struct.from >= from) encoding.writeUint8Array(encoder, source);
  else writeItemTail(encoder, new ByteCursor(source), client, struct.from, from - struct.from);
}
