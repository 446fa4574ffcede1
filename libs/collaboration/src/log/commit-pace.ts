/** Up to this many writes to sockets and rows a second, everything is committed at once. */
const calm = 300;
/** From here on commits are the full window apart. */
const busy = 1_000;
const fullWindowMs = 20;
/** How quickly the past is forgotten. */
const memoryMs = 250;

/**
 * How far apart commits are. With few people a commit follows at once; the more rows and receivers there are, the more waits for
 * one commit, because a commit and a write to a socket cost the same for one keystroke as for many.
 */
export class CommitPace {
  private load = 0;
  private updatedAt = 0;
  private startedAt = 0;

  /** @returns milliseconds until the next commit may begin */
  delay(now: number): number {
    this.forget(now);
    const share = Math.min(1, Math.max(0, (this.load - calm) / (busy - calm)));
    return Math.max(0, this.startedAt + share * fullWindowMs - now);
  }

  /** A commit begins. */
  begin(now: number): void {
    this.startedAt = now;
  }

  /** @param writes rows written and frames sent by a commit */
  count(writes: number, now: number): void {
    this.forget(now);
    this.load += (writes * 1000) / memoryMs;
  }

  private forget(now: number): void {
    this.load *= Math.exp(-(now - this.updatedAt) / memoryMs);
    this.updatedAt = now;
  }
}
