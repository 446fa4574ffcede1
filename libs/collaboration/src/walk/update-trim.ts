import * as encoding from 'lib0/encoding';
import { ByteCursor } from './byte-cursor.js';
import { writeItemTail } from './item-tail.js';
import type { Knowledge } from './knowledge.js';
import type { ClientSection, ClockRange, StructPosition, UpdateOutline } from './update-outline.js';

/**
 * Only what is new in an update, as an update of its own; null when nothing is. What is known is left out even when its
 * bytes differ, so that nobody can slip other content under clocks that were given before.
 * The update must be complete on top of what is known (`causalityOf`).
 */
export function trimUpdate(outline: UpdateOutline, known: Knowledge): UpdateOutline | null {
  const sections = outline.sections.filter(({ client, to }) => to > known.clock(client));
  const deletes = outline.deletes.flatMap((range) => known.newDeletions(range));
  if (sections.length === 0 && deletes.length === 0) return null;
  const isWhole = sections.length === outline.sections.length && sections.every(({ client, from }) => from === known.clock(client))
    && deletes.length === outline.deletes.length && deletes.every((range, index) => isSame(range, outline.deletes[index]));
  if (isWhole) return outline;
  return { bytes: encode(outline, sections, deletes, known), sections: sections.map((section) => trimmed(section, known)), deletes };
}

function isSame(left: ClockRange, right: ClockRange | undefined): boolean {
  return left.from === right?.from && left.to === right.to;
}

function trimmed(section: ClientSection, known: Knowledge): ClientSection {
  const from = known.clock(section.client);
  const needs = section.needs.filter((need) => need.at >= from);
  // Positions are those of the untrimmed bytes and of no further use.
  return { client: section.client, from, to: section.to, ranges: [{ client: section.client, from, to: section.to }], needs, structs: [] };
}

function encode(outline: UpdateOutline, sections: readonly ClientSection[], deletes: readonly ClockRange[], known: Knowledge): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const section of sections) writeSection(encoder, outline.bytes, section, known.clock(section.client));
  writeDeletes(encoder, deletes);
  return encoding.toUint8Array(encoder);
}

function writeSection(encoder: encoding.Encoder, bytes: Uint8Array, section: ClientSection, from: number): void {
  const kept = section.structs.filter((struct, index) => endOf(section, index) > from && !struct.skipped);
  encoding.writeVarUint(encoder, kept.length);
  encoding.writeVarUint(encoder, section.client);
  encoding.writeVarUint(encoder, from);
  for (const struct of kept) writeStruct(encoder, bytes, struct, section.client, from);
}

function endOf(section: ClientSection, index: number): number {
  return section.structs[index + 1]?.from ?? section.to;
}

function writeStruct(encoder: encoding.Encoder, bytes: Uint8Array, struct: StructPosition, client: number, from: number): void {
  const source = bytes.subarray(struct.start, struct.end);
  if (struct.from >= from) encoding.writeUint8Array(encoder, source);
  else writeItemTail(encoder, new ByteCursor(source), client, struct.from, from - struct.from);
}

function writeDeletes(encoder: encoding.Encoder, deletes: readonly ClockRange[]): void {
  const byClient = Map.groupBy(deletes, (range) => range.client);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { from, to } of ranges) {
      encoding.writeVarUint(encoder, from);
      encoding.writeVarUint(encoder, to - from);
    }
  }
}
