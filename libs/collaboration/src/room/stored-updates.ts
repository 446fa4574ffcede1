import { joinUpdates } from '../walk/update-join.js';
import type { UpdateOutline } from '../walk/update-outline.js';
import { FrameMemory } from './frame-memory.js';
import { SyncType, syncFrame, type Allocate, type Frame } from './frames.js';
import { StoredPart } from './stored-part.js';

const BASE = Number.POSITIVE_INFINITY;
const perLevel = 64;
/** Larger frames are not made by joining: a slow line should not have to take one whole. */
const maxJoinedBytes = 256 * 1024;

/**
 * The bytes of a document as they are sent: the snapshot, then what was committed after it, each ready on the wire. Commits are
 * numbered, so that a reader who fell behind can be given the rest; small ones are joined, so that there are never many.
 */
export class StoredUpdates {
  private parts: StoredPart[] = [];
  private readonly memory = new FrameMemory();
  private readonly allocate: Allocate = (size) => this.memory.allocate(size);
  private bytes = 0;
  private structCount = 0;
  private number = 0;

  /** Number of the newest commit. */
  get sequence(): number {
    return this.number;
  }

  get byteSize(): number {
    return this.bytes;
  }

  /** How many structs Yjs makes of it: many small ones are what compacting makes few of. */
  get structs(): number {
    return this.structCount;
  }

  /** Appends a commit. @returns it as a frame */
  add(outline: UpdateOutline): Frame {
    return this.append(outline, outline.bytes.length > maxJoinedBytes ? BASE : 0);
  }

  /** Appends a snapshot, or something that nothing can be joined to. */
  addBase({ bytes, sections }: UpdateOutline): void {
    this.append({ bytes, sections, deletes: [], isPlaced: true }, BASE);
  }

  /** What came after a commit; the last of it may begin before. */
  *since(sequence: number): Generator<{ readonly frame: Frame; readonly last: number }> {
    // A copy: joining while somebody goes through them would skip some.
    for (const part of [...this.parts]) if (part.last > sequence) yield part;
  }

  /** The parts that hold structs which somebody with these clocks lacks; for who has nothing all of them, those too that only delete. */
  lackedBy(clocks: ReadonlyMap<number, number>): { readonly frame: Frame; readonly bytes: Uint8Array }[] {
    const lacks = ({ sections }: StoredPart): boolean => clocks.size === 0 || sections.some(({ client, to }) => to > (clocks.get(client) ?? 0));
    return this.parts.filter(lacks);
  }

  /** Takes a shorter form of everything up to a commit in its place. */
  replaceUntil(sequence: number, shorter: StoredUpdates): void {
    const rest = this.parts.filter(({ last }) => last > sequence);
    this.parts = [...shorter.parts.map((part) => new StoredPart(part.frame, part.outline, { first: 0, last: sequence, level: BASE })), ...rest];
    this.bytes = this.parts.reduce((sum, { byteSize }) => sum + byteSize, 0);
    this.structCount = this.parts.reduce((sum, part) => sum + structsOf(part), 0);
  }

  private append(outline: UpdateOutline, level: number): Frame {
    this.number++;
    const frame = syncFrame(SyncType.update, outline.bytes, this.allocate);
    this.bytes += outline.bytes.length;
    this.structCount += structsOf(outline);
    this.parts.push(new StoredPart(frame, outline, { first: this.number, last: this.number, level }));
    this.joinNewest(level);
    return frame;
  }

  private joinNewest(level: number): void {
    if (level === BASE) return;
    const from = this.parts.findLastIndex((part) => part.level !== level) + 1;
    if (this.parts.length - from < perLevel) return;
    const joined = this.parts.splice(from);
    this.bytes -= joined.reduce((sum, { byteSize }) => sum + byteSize, 0);
    const outline = joinUpdates(joined.map((part) => part.outline));
    const next = outline.bytes.length > maxJoinedBytes ? BASE : level + 1;
    this.bytes += outline.bytes.length;
    this.parts.push(new StoredPart(syncFrame(SyncType.update, outline.bytes), outline, { first: joined[0]?.first ?? 0, last: joined.at(-1)?.last ?? 0, level: next }));
    this.joinNewest(next);
  }
}

function structsOf({ sections }: Pick<StoredPart, 'sections'>): number {
  return sections.reduce((sum, { count }) => sum + count, 0);
}
