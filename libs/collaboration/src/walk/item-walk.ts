import type { ByteCursor } from './byte-cursor.js';
import { readAnyValue } from './any-value.js';
import { isKeyed, placementOf, type Placement } from './placement.js';
import type { StructureGate } from './structure-gate.js';
import type { SectionDraft } from './update-walk.js';

const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_KEY = 32;
const CONTENT_BITS = 31;

/** Reads one item behind its info byte. @returns how many clocks it takes */
export function readItem(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, info: number): number {
  const placement = readHead(cursor, gate, draft, info);
  const length = readContent(cursor, gate, draft, info & CONTENT_BITS, placement);
  draft.runs.add(draft.clock, draft.clock + length, placement);
  return length;
}

function readContent(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, content: number, placement: Placement): number {
  switch (content) {
    case 1: return cursor.length();
    case 2: return readJsonList(cursor, gate);
    case 3: return readForeign(cursor, gate, () => cursor.varBytes());
    case 4: return readText(cursor, gate, draft, placement);
    case 5: return readForeign(cursor, gate, () => cursor.json(gate.maxValueBytes));
    case 6: return readFormat(cursor, gate);
    case 7: return readType(cursor, gate, draft, placement);
    case 8: return readValues(cursor, gate, draft, placement);
    case 9: return cursor.refuse('subdocument');
    default: return cursor.refuse('unknown-content');
  }
}

/** Reads where an item hangs: beside another, inside another, or below a root. */
function readHead(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, info: number): Placement {
  const keyed = (info & HAS_KEY) !== 0;
  const left = (info & HAS_ORIGIN) !== 0 ? readReference(cursor, draft) : null;
  const right = (info & HAS_RIGHT_ORIGIN) !== 0 ? readReference(cursor, draft) : null;
  const beside = left ?? right;
  if (beside === null) return readParent(cursor, gate, draft, keyed);
  // A neighbour shares its key; an item that says otherwise would end up where nothing checked it.
  draft.placing.check(beside, (placement) => { if (isKeyed(placement) !== keyed) cursor.refuse('forbidden-name'); });
  return beside;
}

function readParent(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, keyed: boolean): Placement {
  const parent = cursor.varUint();
  if (parent > 1) cursor.refuse('unknown-content');
  if (parent === 1) {
    const name = cursor.string();
    gate.root(cursor, name, keyed ? cursor.string() : null);
    return placementOf(1, keyed, gate.isFieldsRoot(name));
  }
  const inside = readReference(cursor, draft);
  if (keyed) gate.attribute(cursor, cursor.string());
  return draft.placing.inside(inside, keyed);
}

/** Reads an id. @returns where the item stands that it names */
function readReference(cursor: ByteCursor, draft: SectionDraft): Placement {
  const client = cursor.varUint();
  const clock = cursor.clock();
  if (client === draft.client) {
    if (clock >= draft.clock) cursor.refuse('forward-reference');
  } else {
    draft.needs.push({ at: draft.clock, client, clock });
  }
  return draft.placing.of(client, clock);
}

function readText(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, at: Placement): number {
  draft.placing.check(at, (placement) => gate.textAt(cursor, placement));
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

function readValues(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, at: Placement): number {
  const count = cursor.length();
  for (let index = 0; index < count; index++) {
    const start = cursor.position;
    const value = readAnyValue(cursor);
    const size = cursor.position - start;
    if (size > gate.maxValueBytes) cursor.refuse('too-large');
    draft.placing.check(at, (placement) => gate.valueAt(cursor, value, size, placement));
  }
  return count;
}

/** 0 array, 1 map, 2 text, 3 XML element, 4 XML fragment, 5 XML hook, 6 XML text. */
function readType(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, at: Placement): number {
  const type = cursor.varUint();
  if (type > 6) cursor.refuse('unknown-content');
  if (type === 3) gate.element(cursor, cursor.string());
  else if (type === 5) readForeign(cursor, gate, () => cursor.string());
  else if (type !== 6) gate.foreignContent(cursor);
  draft.placing.check(at, (placement) => gate.typeAt(cursor, placement));
  return 1;
}
