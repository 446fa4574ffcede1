import type { ByteCursor } from './byte-cursor.js';
import { readAnyValue } from './any-value.js';
import type { ItemPlace, StructureGate } from './structure-gate.js';
import type { SectionDraft } from './update-walk.js';

const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_KEY = 32;
const CONTENT_BITS = 31;

interface ItemHead {
  readonly place: ItemPlace;
  /** Depth of the parent, as far as this update tells it. */
  readonly depth: number;
}

/** Reads one item behind its info byte. @returns how many clocks it takes */
export function readItem(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, info: number): number {
  const { place, depth } = readHead(cursor, gate, draft, info);
  switch (info & CONTENT_BITS) {
    case 1: return cursor.length();
    case 2: return readJsonList(cursor, gate);
    case 3: return readForeign(cursor, gate, () => cursor.varBytes());
    case 4: return readText(cursor, gate, place);
    case 5: return readForeign(cursor, gate, () => cursor.json(gate.maxValueBytes));
    case 6: return readFormat(cursor, gate);
    case 7: return readType(cursor, gate, draft, place, depth);
    case 8: return readValues(cursor, gate, place);
    case 9: return cursor.refuse('subdocument');
    default: return cursor.refuse('unknown-content');
  }
}

function readHead(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, info: number): ItemHead {
  let depth = 0;
  if ((info & HAS_ORIGIN) !== 0) depth = readReference(cursor, draft) - 1;
  if ((info & HAS_RIGHT_ORIGIN) !== 0) depth = Math.max(depth, readReference(cursor, draft) - 1);
  let place: ItemPlace = { kind: 'neighbour', keyed: (info & HAS_KEY) !== 0 };
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    const parent = cursor.varUint();
    if (parent > 1) cursor.refuse('unknown-content');
    const name = parent === 1 ? cursor.string() : null;
    if (name === null) depth = readReference(cursor, draft);
    const key = (info & HAS_KEY) !== 0 ? cursor.string() : null;
    place = name === null ? { kind: 'item', key } : { kind: 'root', name, key };
  }
  gate.place(cursor, place);
  return { place, depth: Math.max(depth, 0) };
}

/** Reads an id. @returns the depth of the element it names, 0 when it is not one of this update */
function readReference(cursor: ByteCursor, draft: SectionDraft): number {
  const client = cursor.varUint();
  const clock = cursor.clock();
  if (client === draft.client) {
    if (clock >= draft.clock) cursor.refuse('forward-reference');
  } else {
    draft.needs.push({ at: draft.clock, client, clock });
  }
  return draft.depths.get(`${client}/${clock}`) ?? 0;
}

function readText(cursor: ByteCursor, gate: StructureGate, place: ItemPlace): number {
  gate.text(cursor, place);
  const length = cursor.string().length;
  return length === 0 ? cursor.refuse('bad-length') : length;
}

function readFormat(cursor: ByteCursor, gate: StructureGate): number {
  const key = cursor.string();
  gate.format(cursor, key, cursor.json(Math.min(gate.maxValueBytes, 8192)));
  return 1;
}

function readForeign(cursor: ByteCursor, gate: StructureGate, read: () => unknown): number {
  gate.foreignContent(cursor);
  read();
  return 1;
}

function readJsonList(cursor: ByteCursor, gate: StructureGate): number {
  gate.foreignContent(cursor);
  const count = cursor.length();
  for (let index = 0; index < count; index++) cursor.json(gate.maxValueBytes);
  return count;
}

function readValues(cursor: ByteCursor, gate: StructureGate, place: ItemPlace): number {
  const count = cursor.length();
  for (let index = 0; index < count; index++) {
    const start = cursor.position;
    const value = readAnyValue(cursor);
    gate.value(cursor, value, cursor.position - start, place);
  }
  return count;
}

/** 0 array, 1 map, 2 text, 3 XML element, 4 XML fragment, 5 XML hook, 6 XML text. */
function readType(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, place: ItemPlace, parentDepth: number): number {
  const type = cursor.varUint();
  if (type > 6) cursor.refuse('unknown-content');
  if (type === 3) gate.element(cursor, cursor.string(), place);
  else if (type === 5) readForeign(cursor, gate, () => cursor.string());
  else if (type !== 6) gate.foreignContent(cursor);
  const depth = parentDepth + 1;
  if (depth > gate.maxDepth) cursor.refuse('too-deep');
  draft.depths.set(`${draft.client}/${draft.clock}`, depth);
  return 1;
}
