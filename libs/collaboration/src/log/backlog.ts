const congestedAbove = 8 * 1024 * 1024;
const fullAbove = 32 * 1024 * 1024;

/** Bytes accepted by all rooms of a process that are not on disk yet. Bounded, because what waits here is lost with the process. */
export class Backlog {
  private bytes = 0;

  /** Writers should be read more slowly. */
  get isCongested(): boolean {
    return this.bytes > congestedAbove;
  }

  /** Nothing more can be taken. */
  get isFull(): boolean {
    return this.bytes > fullAbove;
  }

  add(bytes: number): void {
    this.bytes += bytes;
  }

  remove(bytes: number): void {
    this.bytes -= bytes;
  }
}
