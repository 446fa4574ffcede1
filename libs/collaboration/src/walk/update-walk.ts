import { ByteCursor, MAX_CLOCK } from './byte-cursor.js';
import { readItem } from './item-walk.js';
import { COLLECTED, Places, type PlacedItems } from './place.js';
import { Placing } from './placing.js';
import { OPEN_GATE, type StructureGate } from './structure-gate.js';
import type { CausalNeed, ClientSection, ClockRange, UpdateOutline } from './update-outline.js';

const GC = 0;
const SKIP = 10;
const CONTENT_BITS = 31;

/** Where one struct lies in the bytes, and its clocks. */
export interface StructPosition {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly skipped: boolean;
}

/** What the walk collects while it goes through one client's structs. */
export interface SectionDraft {
  readonly client: number;
  clock: number;
  readonly needs: CausalNeed[];
  readonly placing: Placing;
  readonly placed: PlacedItems;
}


/**
 * Walks through an update (Yjs encoding V1) without building it: linear in its bytes, no recursion beyond 32 levels.
 * @param gate what may stand where; left out for rows that were checked before they were stored
 * @param known where that stands which the update continues
 * @throws UpdateRefusedError for everything that Yjs would not have written or the gate does not let pass
 */
export function walkUpdate(bytes: Uint8Array, gate: StructureGate = OPEN_GATE, known: Places = new Places()): UpdateOutline {
  const cursor = new ByteCursor(bytes);
  const sections: ClientSection[] = [];
  const placing = new Placing(known);
  const count = cursor.varUint();
  for (let index = 0; index < count; index++) {
    const section = readSection(cursor, gate, placing);
    const previous = sections.at(-1);
    // Merging reads clients in falling order; in any other order it would write one twice and lose structs.
    if (previous !== undefined && previous.client <= section.client) cursor.refuse('client-order');
    sections.push(section);
  }
  const deletes = readDeletes(cursor);
  if (cursor.position !== bytes.length) cursor.refuse('trailing-bytes');
  return { bytes, sections, deletes, isPlaced: placing.finish() };
}

const NONE: readonly never[] = [];

function readSection(cursor: ByteCursor, gate: StructureGate, placing: Placing): ClientSection {
  const count = cursor.varUint();
  const client = cursor.varUint();
  const from = cursor.clock();
  if (count === 0) cursor.refuse('bad-length');
  const start = cursor.position;
  const placed = placing.begin(client);
  const draft: SectionDraft = { client, clock: from, needs: [], placing, placed };
  let skips: ClockRange[] | null = null;
  for (let index = 0; index < count; index++) {
    const first = draft.clock;
    if (readStruct(cursor, gate, draft)) (skips ??= []).push({ client, from: first, to: draft.clock });
    if (draft.clock > MAX_CLOCK) cursor.refuse('bad-length');
  }
  return { client, from, to: draft.clock, skips: skips ?? NONE, needs: draft.needs, count, start, end: cursor.position, placed };
}

/** Where each struct of a section begins, its first clock, and whether it only names a gap; for the rare case that it must be cut. */
export function structsOf({ bytes }: UpdateOutline, section: ClientSection): StructPosition[] {
  const cursor = new ByteCursor(bytes, section.start);
  const placing = new Placing(new Places());
  const draft: SectionDraft = { client: section.client, clock: section.from, needs: [], placing, placed: placing.begin(section.client) };
  return Array.from({ length: section.count }, () => {
    const start = cursor.position;
    const from = draft.clock;
    const skipped = readStruct(cursor, OPEN_GATE, draft);
    return { from, to: draft.clock, start, end: cursor.position, skipped };
  });
}

/** @returns whether the struct only names a gap */
function readStruct(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft): boolean {
  const info = cursor.byte();
  const content = info & CONTENT_BITS;
  if (content !== GC && content !== SKIP) {
    draft.clock += readItem(cursor, gate, draft, info);
    return false;
  }
  // Decoders differ in what they make of other bits here, so there must be none.
  if (info !== content) cursor.refuse('unknown-content');
  const length = cursor.length();
  if (content === GC) draft.placed.runs.add(draft.clock, draft.clock + length, COLLECTED);
  draft.clock += length;
  return content === SKIP;
}

function readDeletes(cursor: ByteCursor): ClockRange[] {
  const deletes: ClockRange[] = [];
  const clients = cursor.varUint();
  for (let index = 0; index < clients; index++) {
    const client = cursor.varUint();
    const count = cursor.varUint();
    for (let range = 0; range < count; range++) {
      const from = cursor.clock();
      const to = from + cursor.length();
      if (to > MAX_CLOCK) cursor.refuse('bad-length');
      deletes.push({ client, from, to });
    }
  }
  return deletes;
}
