import type { EventEnvelope } from '@konzeptwerkstatt/contracts';

/**
 * What one follower has not taken yet. It never grows beyond its capacity: a follower that is too slow loses the buffer
 * and reads on from the database.
 */
export class LiveBuffer {
  private events: EventEnvelope[] = [];
  private overflowed = false;
  private closed = false;
  private wake: (() => void) | undefined;

  constructor(private readonly capacity: number) {}

  get isClosed(): boolean {
    return this.closed;
  }

  push(event: EventEnvelope): void {
    if (this.overflowed || this.closed) return;
    if (this.events.length >= this.capacity) this.giveUp();
    else this.events.push(event);
    this.wake?.();
  }

  /** Everything waiting is dropped; the follower must read from the database. */
  giveUp(): void {
    this.events = [];
    this.overflowed = true;
    this.wake?.();
  }

  close(): void {
    this.closed = true;
    this.events = [];
    this.wake?.();
  }

  /** Begins to collect anew. */
  reset(): void {
    this.events = [];
    this.overflowed = false;
  }

  /** The next event, as soon as there is one; undefined after an overflow or the end. */
  async next(): Promise<EventEnvelope | undefined> {
    while (this.events.length === 0 && !this.overflowed && !this.closed) {
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = undefined;
    }
    return this.events.shift();
  }
}
