const windowMs = 10_000;
const maxMessages = 2_000;
const maxBytes = 20 * 1024 * 1024;

/** At most 200 messages and 2 MiB a second on average over ten seconds, per connection. */
export class FloodGuard {
  private windowStart = 0;
  private messages = 0;
  private bytes = 0;

  admits(size: number, now: number): boolean {
    if (now - this.windowStart > windowMs) {
      this.windowStart = now;
      this.messages = 0;
      this.bytes = 0;
    }
    this.messages++;
    this.bytes += size;
    return this.messages <= maxMessages && this.bytes <= maxBytes;
  }
}
