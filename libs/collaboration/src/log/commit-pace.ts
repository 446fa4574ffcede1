/** Up to this many writes a second (frames to sockets, rows to the log), everything is committed at once. */
const calm = 300;
/** From here on commits are the full window apart. */
const busy = 1_000;
const windowMs = 20;
/** With so many rows a second the commits themselves are what costs most, so they are further apart. */
const manyRows = 400;
const furtherMs = 10;
/** How quickly the past is forgotten. */
const memoryMs = 250;

/**
 * How far apart commits are. With few people a commit follows at once; the more rows and receivers there are, the more waits for
 * one commit, because a commit and a write to a socket cost the same for one keystroke as for many.
 */
export class CommitPace {
  private rows = 0;
  private frames = 0;
  private updatedAt = 0;
  private startedAt = 0;

  /** @returns milliseconds until the next commit may begin */
  delay(now: number): number {
    this.forget(now);
    const window = windowMs * share(this.rows + this.frames, calm, busy) + furtherMs * share(this.rows, manyRows / 2, manyRows);
    return Math.max(0, this.startedAt + window - now);
  }

  /** A commit begins. */
  begin(now: number): void {
    this.startedAt = now;
  }

  /** What a commit wrote: rows to the log, frames to sockets. */
  count(rows: number, frames: number, now: number): void {
    this.forget(now);
    this.rows += (rows * 1000) / memoryMs;
    this.frames += (frames * 1000) / memoryMs;
  }

  private forget(now: number): void {
    const left = Math.exp(-(now - this.updatedAt) / memoryMs);
    this.rows *= left;
    this.frames *= left;
    this.updatedAt = now;
  }
}

function share(value: number, none: number, all: number): number {
  return Math.min(1, Math.max(0, (value - none) / (all - none)));
}
