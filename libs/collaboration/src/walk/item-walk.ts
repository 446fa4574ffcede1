import type { ByteCursor } from './byte-cursor.js';
import { readAnyValue } from './any-value.js';
import { COLLECTED, Container, type Place } from './place.js';
import type { StructureGate } from './structure-gate.js';
import type { SectionDraft } from './update-walk.js';

const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_KEY = 32;
const CONTENT_BITS = 31;

/** Reads one item behind its info byte. @returns how many clocks it takes */
export function readItem(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, info: number): number {
  const place = readHead(cursor, gate, draft, info);
  const length = readContent(cursor, gate, draft, info & CONTENT_BITS, place);
  draft.placed.runs.add(draft.clock, draft.clock + length, place);
  return length;
}

function readContent(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, content: number, place: Place): number {
  switch (content) {
    case 1: return cursor.length();
    case 2: return readJsonList(cursor, gate);
    case 3: return readForeign(cursor, gate, () => cursor.varBytes());
    case 4: return readText(cursor, gate, draft, place);
    case 5: return readForeign(cursor, gate, () => cursor.json(gate.maxValueBytes));
    case 6: return readFormat(cursor, gate, draft, place);
    case 7: return readType(cursor, gate, draft, place);
    case 8: return readValues(cursor, gate, draft, place);
    case 9: return cursor.refuse('subdocument');
    default: return cursor.refuse('unknown-content');
  }
}

/** Reads where an item hangs: beside another, inside another, or below a root. */
function readHead(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, info: number): Place {
  const keyed = (info & HAS_KEY) !== 0;
  const left = (info & HAS_ORIGIN) !== 0 ? readBeside(cursor, draft) : null;
  const right = (info & HAS_RIGHT_ORIGIN) !== 0 ? readBeside(cursor, draft) : null;
  const place = left ?? right;
  if (place === null) return readParent(cursor, gate, draft, keyed);
  if (left === COLLECTED || right === COLLECTED) return COLLECTED;
  // A neighbour shares its key; an item that says otherwise would end up where nothing checked it.
  draft.placing.check(place, ({ key }) => { if ((key !== null) !== keyed) cursor.refuse('forbidden-name'); });
  // Between two items that are no neighbours there is no place: every client would fail at it.
  if (left !== null && right !== null && left !== right) draft.placing.check(left, (found) => assertSame(cursor, draft, found, right));
  return place;
}

function assertSame(cursor: ByteCursor, draft: SectionDraft, left: Place, right: Place): void {
  draft.placing.check(right, (found) => { if (found !== left) cursor.refuse('forbidden-name'); });
}

function readParent(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, keyed: boolean): Place {
  const parent = cursor.varUint();
  if (parent > 1) cursor.refuse('unknown-content');
  if (parent === 1) {
    const name = cursor.string();
    const key = keyed ? cursor.string() : null;
    gate.root(cursor, name, key);
    return draft.placing.known.root(name).placeFor(key);
  }
  const { client, clock } = readReference(cursor, draft);
  return draft.placing.inside(client, clock, keyed ? cursor.string() : null);
}

function readBeside(cursor: ByteCursor, draft: SectionDraft): Place {
  const { client, clock } = readReference(cursor, draft);
  return draft.placing.beside(client, clock);
}

function readReference(cursor: ByteCursor, draft: SectionDraft): { client: number; clock: number } {
  const client = cursor.varUint();
  const clock = cursor.clock();
  if (client === draft.client) {
    if (clock >= draft.clock) cursor.refuse('forward-reference');
  } else {
    draft.needs.push({ at: draft.clock, client, clock });
  }
  return { client, clock };
}

function readText(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, at: Place): number {
  draft.placing.check(at, (place) => gate.textAt(cursor, place));
  const length = cursor.string().length;
  return length === 0 ? cursor.refuse('bad-length') : length;
}

function readFormat(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, at: Place): number {
  const key = cursor.string();
  gate.format(cursor, key, cursor.json(Math.min(gate.maxValueBytes, 8192)));
  draft.placing.check(at, (place) => gate.textAt(cursor, place));
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

function readValues(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, at: Place): number {
  const count = cursor.length();
  for (let index = 0; index < count; index++) {
    const start = cursor.position;
    const value = readAnyValue(cursor);
    const size = cursor.position - start;
    if (size > gate.maxValueBytes) cursor.refuse('too-large');
    draft.placing.check(at, (place) => gate.valueAt(cursor, value, size, place));
  }
  return count;
}

/** 0 array, 1 map, 2 text, 3 XML element, 4 XML fragment, 5 XML hook, 6 XML text. */
function readType(cursor: ByteCursor, gate: StructureGate, draft: SectionDraft, at: Place): number {
  const type = cursor.varUint();
  if (type > 6) cursor.refuse('unknown-content');
  const container = new Container(type === 3 ? 'element' : type === 6 ? 'text' : 'other', type === 3 || type === 5 ? cursor.string() : '', at);
  if (type === 3) gate.element(cursor, container.name);
  else if (type !== 6) gate.foreignContent(cursor);
  draft.placing.check(at, (place) => gate.typeAt(cursor, container, place));
  draft.placed.containers.set(draft.clock, container);
  return 1;
}
