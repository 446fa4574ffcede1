/** Counts which of a connection's messages are on disk: only as far as none before them is missing. */
export class Acknowledgements {
  private received = 0;
  private settled = 0;
  private readonly early = new Set<number>();

  /** Number of the next content-bearing message, from 1. */
  next(): number {
    return ++this.received;
  }

  /** @returns the new count, or null when it has not grown */
  settle(message: number): number | null {
    const before = this.settled;
    if (message === before + 1 && this.early.size === 0) return ++this.settled;
    this.early.add(message);
    while (this.early.delete(this.settled + 1)) this.settled++;
    return this.settled > before ? this.settled : null;
  }
}
