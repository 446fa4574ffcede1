/** Up to this many writes a second (frames to sockets, rows to the log), everything is committed at once. */
const calm = 300;
/** From here on commits are the full window apart. */
const busy = 1_000;
/** How long the first letter of a window takes until the last of a full room has it: what the commit and the writing take of it, the window is shorter. */
const untilSeenMs = 36.5;
const shortestMs = 28;
const longestMs = 34;
/** How much the newest commit counts for how long they take. */
const newest = 0.2;
/** With so many rooms a second nobody gains much from a commit of her own, and the commits are what costs most: they are further apart. */
const manyRooms = 400;
const manyRoomsMs = 160;
/** Every commit that other nodes hear of costs each of them as much as one of their own, so a full window is longer by so much. */
const relayedMs = 88;
/** How quickly the past is forgotten. */
const memoryMs = 250;

/** What a commit wrote. */
export interface CommitSize {
  /** Rows to the log. */
  readonly rows: number;
  /** Frames to sockets of this node. */
  readonly frames: number;
  /** Rooms that took part. */
  readonly rooms: number;
  /** Whether other nodes heard of it. */
  readonly isRelayed: boolean;
}

/**
 * How far apart commits are. With few people a commit follows at once; the more rows, receivers and rooms there are, the more waits for
 * one commit, because a commit and a write to a socket cost the same for one keystroke as for many.
 */
export class CommitPace {
  private writes = 0;
  private rooms = 0;
  private isRelayed = false;
  private updatedAt = 0;
  private startedAt = 0;
  /** Milliseconds from the beginning of a commit until everybody had been written to, lately. */
  private took = 0;

  /** @returns milliseconds until the next commit may begin */
  delay(now: number): number {
    this.forget(now);
    const crowded = (Math.min(longestMs, Math.max(shortestMs, untilSeenMs - this.took)) + (this.isRelayed ? relayedMs : 0)) * share(this.writes, calm, busy);
    const window = crowded + manyRoomsMs * share(this.rooms, manyRooms / 2, manyRooms);
    return Math.max(0, this.startedAt + window - now);
  }

  /** A commit begins. */
  begin(now: number): void {
    this.startedAt = now;
  }

  /** A commit has been written to everybody. */
  count({ rows, frames, rooms, isRelayed }: CommitSize, now: number): void {
    this.forget(now);
    this.took += newest * (now - this.startedAt - this.took);
    // Who tells others makes them write too: to about as many people each, as far as anybody knows.
    this.writes += ((rows + frames * (isRelayed ? 2 : 1)) * 1000) / memoryMs;
    this.rooms += (rooms * 1000) / memoryMs;
    this.isRelayed = isRelayed;
  }

  private forget(now: number): void {
    const left = Math.exp(-(now - this.updatedAt) / memoryMs);
    this.writes *= left;
    this.rooms *= left;
    this.updatedAt = now;
  }
}

function share(value: number, none: number, all: number): number {
  return Math.min(1, Math.max(0, (value - none) / (all - none)));
}
