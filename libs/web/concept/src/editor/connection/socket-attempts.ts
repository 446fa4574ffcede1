/** So many connections in a row that lead nowhere are no accident any more. */
const tooMany = 3;

/**
 * Counts connections in a row that closed before the text came over them: where a firewall lets no WebSocket through they never open, or
 * are cut at once.
 */
export class SocketAttempts {
  private failed = 0;

  /** A connection ended. @param isOwnDoing because the device went offline, or for a reason that the server gave */
  closed(isOwnDoing: boolean): void {
    if (!isOwnDoing) this.failed += 1;
  }

  /** The text came over the connection. */
  worked(): void {
    this.failed = 0;
  }

  get isBlocked(): boolean {
    return this.failed >= tooMany;
  }
}
