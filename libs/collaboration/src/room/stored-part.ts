import type { ClientSection, ClockRange, UpdateOutline } from '../walk/update-outline.js';
import type { Frame } from './frames.js';

/** What is remembered of the structs of one client. */
type StoredSection = Pick<ClientSection, 'client' | 'from' | 'to' | 'count' | 'start' | 'end'>;

/** Which commits a part holds. */
interface Commits {
  /** Numbers of the first and last of them. */
  readonly first: number;
  readonly last: number;
  /** Parts of the same level are joined once there are many; a base never is. */
  readonly level: number;
}

const NONE: readonly ClockRange[] = [];

/** Some of a document's bytes, ready on the wire. There is one for nearly every keystroke of the last minutes, so it keeps no more than it must. */
export class StoredPart implements Commits {
  /** Of the update in the frame. */
  readonly byteSize: number;
  readonly sections: readonly StoredSection[];
  readonly first: number;
  readonly last: number;
  readonly level: number;
  private readonly deletes: readonly ClockRange[];
  // Not the frame itself: a view of bytes is as large as everything else here.
  private readonly memory: ArrayBufferLike;
  private readonly offset: number;
  private readonly length: number;

  /** @param frame of the update */
  constructor(frame: Frame, { bytes, sections, deletes }: UpdateOutline, { first, last, level }: Commits) {
    this.memory = frame.buffer;
    this.offset = frame.byteOffset;
    this.length = frame.length;
    this.byteSize = bytes.length;
    this.sections = sections.map(({ client, from, to, count, start, end }) => ({ client, from, to, count, start, end }));
    this.deletes = deletes.length === 0 ? NONE : deletes;
    this.first = first;
    this.last = last;
    this.level = level;
  }

  get frame(): Frame {
    return Buffer.from(this.memory, this.offset, this.length);
  }

  /** The update in the frame. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.memory, this.offset + this.length - this.byteSize, this.byteSize);
  }

  /** As it can be joined with others; it has been judged before. */
  get outline(): UpdateOutline {
    const sections = this.sections.map((section) => ({ ...section, skips: [], needs: [], placed: null }));
    return { bytes: this.bytes, sections, deletes: this.deletes, isPlaced: true };
  }
}
