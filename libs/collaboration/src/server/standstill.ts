/** A text that goes out over the slowest line that somebody may have, in bytes per second; and how long nothing may leave in any case, in milliseconds. */
const slowestLine = 16 * 1024;
const patienceMs = 30_000;

/** What waits to leave at a socket, and what has left so far, in bytes. */
export interface Leaving {
  readonly waiting: number;
  readonly flushed: number;
}

/**
 * Notices a reader to whom nothing leaves any more, whatever she sends meanwhile. What is written at once counts as left only when all of it
 * has, so that a large text is given the time it takes over a slow line.
 */
export class Standstill {
  private flushed = 0;
  private since: number | null = null;

  /** Asked again and again. @returns whether waiting for her is of no use */
  isHopeless({ waiting, flushed }: Leaving, now: number): boolean {
    if (waiting === 0) this.since = null;
    else if (this.since === null || flushed !== this.flushed) this.since = now;
    this.flushed = flushed;
    return this.since !== null && now - this.since > patienceMs + (waiting / slowestLine) * 1000;
  }
}
