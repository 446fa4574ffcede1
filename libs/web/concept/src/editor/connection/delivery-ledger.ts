/**
 * What was sent on the present socket and what of it the server has committed. Messages with content are counted from one,
 * as the server counts them; times are milliseconds of any one clock.
 */
export class DeliveryLedger {
  private openedAt: number | null = null;
  private hasToldAll = false;
  private committed = 0;
  /** When each message that is not committed yet was sent, oldest first. */
  private waiting: number[] = [];

  /** A new socket is open: numbers begin anew, and nothing is known of what the server has. */
  open(now: number): void {
    this.close();
    this.openedAt = now;
  }

  close(): void {
    this.openedAt = null;
    this.hasToldAll = false;
    this.committed = 0;
    this.waiting = [];
  }

  /** @param tellsAll whether the message is the answer to the server's question for all it lacks */
  send(now: number, tellsAll: boolean): void {
    this.waiting.push(now);
    if (tellsAll) this.hasToldAll = true;
  }

  /** @param count how many of the messages are committed, as the server says */
  commit(count: number): void {
    this.waiting.splice(0, count - this.committed);
    this.committed = Math.max(count, this.committed);
  }

  /** The server has been told everything there is here, and has committed it. */
  get isSettled(): boolean {
    return this.hasToldAll && this.waiting.length === 0;
  }

  /** Since when an answer is due: to the oldest message, or to the opening of the socket; null when none is. */
  dueSince(isSynced: boolean): number | null {
    return this.waiting[0] ?? (isSynced ? null : this.openedAt);
  }
}
