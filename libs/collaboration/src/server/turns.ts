/**
 * Spreads work over turns of the event loop, a few pieces in each. When a hall full of people comes back at once, what those who
 * stayed wait for gets its place between the newcomers.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private left: number;
  private isScheduled = false;

  /** @param perTurn pieces of work in one turn, more than nobody but a crowd brings */
  constructor(private readonly perTurn: number) {
    this.left = perTurn;
  }

  /** Does it at once when this turn still has room, else in one of the next; always in the order in which things were added. It must not throw. */
  add(work: () => void): void {
    this.waiting.push(work);
    this.run();
  }

  private run(): void {
    while (this.left > 0 && this.waiting.length > 0) {
      this.left--;
      this.waiting.shift()?.();
    }
    if (!this.isScheduled && this.left < this.perTurn) this.schedule();
  }

  private schedule(): void {
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.left = this.perTurn;
      this.run();
    });
  }
}
