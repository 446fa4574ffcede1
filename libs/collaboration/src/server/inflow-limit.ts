/** How long somebody may save up what she does not use. */
const savedSeconds = 10;
/** Who has been slowed down for this long without a second's rest is sent away, in milliseconds. */
const patienceMs = 10_000;

export interface InflowRates {
  readonly messagesPerSecond: number;
  readonly bytesPerSecond: number;
}

/** What somebody sends, against what she may: first she is read more slowly, then she is sent away. */
export class InflowLimit {
  private messages: number;
  private bytes: number;
  private at: number;
  private slowSince: number | null = null;
  private slowUntil = 0;

  constructor(private readonly rates: InflowRates, now: number) {
    this.messages = rates.messagesPerSecond * savedSeconds;
    this.bytes = rates.bytesPerSecond * savedSeconds;
    this.at = now;
  }

  /** Whether she may send as much as somebody who has never sent anything. */
  isRested(now: number): boolean {
    this.refill(now);
    return this.messages === this.rates.messagesPerSecond * savedSeconds && this.bytes === this.rates.bytesPerSecond * savedSeconds;
  }

  /** Counts a message. @returns milliseconds to stop reading, 0 to go on, null to send her away */
  take(size: number, now: number): number | null {
    this.refill(now);
    this.messages -= 1;
    this.bytes -= size;
    if (this.messages >= 0 && this.bytes >= 0) return 0;
    if (this.slowSince === null || now > this.slowUntil + 1000) this.slowSince = now;
    if (now - this.slowSince > patienceMs) return null;
    const seconds = Math.max(-this.messages / this.rates.messagesPerSecond, -this.bytes / this.rates.bytesPerSecond);
    const pause = Math.min(1000, Math.ceil(seconds * 1000) + 50);
    this.slowUntil = now + pause;
    return pause;
  }

  private refill(now: number): void {
    const seconds = Math.max(0, (now - this.at) / 1000);
    this.at = now;
    this.messages = Math.min(this.rates.messagesPerSecond * savedSeconds, this.messages + seconds * this.rates.messagesPerSecond);
    this.bytes = Math.min(this.rates.bytesPerSecond * savedSeconds, this.bytes + seconds * this.rates.bytesPerSecond);
  }
}
