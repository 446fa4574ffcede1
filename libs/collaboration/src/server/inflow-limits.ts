import { InflowLimit, type InflowRates } from './inflow-limit.js';

/** So many windows of one person may send as much as one may, at the same time. */
const windowsAtFullSpeed = 5;

/** What one window of somebody sends, counted. @returns milliseconds to stop reading, 0 to go on, null to send it away */
export type WindowInflow = (size: number, now: number) => number | null;

/**
 * What people send: each window against what one may, and all windows of somebody together against some times that, so that who is sent
 * away and comes back at once gains nothing by it for long. Not by address, because a whole town hall may have the same.
 */
export class InflowLimits {
  private readonly people = new Map<string, InflowLimit>();
  private readonly together: InflowRates;

  constructor(private readonly rates: InflowRates) {
    this.together = { messagesPerSecond: windowsAtFullSpeed * rates.messagesPerSecond, bytesPerSecond: windowsAtFullSpeed * rates.bytesPerSecond };
  }

  /** Somebody opens a window. */
  open(who: string, now: number): WindowInflow {
    const window = new InflowLimit(this.rates, now);
    return (size, at) => {
      const [own, all] = [window.take(size, at), this.limitOf(who, at).take(size, at)];
      return own === null || all === null ? null : Math.max(own, all);
    };
  }

  /** Once in a while: who has everything saved up again need not be remembered. */
  forget(now: number): void {
    for (const [who, limit] of this.people) if (limit.isRested(now)) this.people.delete(who);
  }

  /** How many people are remembered. */
  get size(): number {
    return this.people.size;
  }

  private limitOf(who: string, now: number): InflowLimit {
    const known = this.people.get(who) ?? new InflowLimit(this.together, now);
    this.people.set(who, known);
    return known;
  }
}
