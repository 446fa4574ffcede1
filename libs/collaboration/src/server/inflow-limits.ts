import { InflowLimit, type InflowRates } from './inflow-limit.js';

/**
 * What people send, each of them in all windows together: who is sent away and comes back at once has no more than before. Not by
 * address, because a whole town hall may have the same.
 */
export class InflowLimits {
  private readonly limits = new Map<string, InflowLimit>();

  constructor(private readonly rates: InflowRates) {}

  /** Counts a message of somebody. @returns milliseconds to stop reading, 0 to go on, null to send her away */
  take(who: string, size: number, now: number): number | null {
    const known = this.limits.get(who);
    if (known !== undefined) return known.take(size, now);
    const limit = new InflowLimit(this.rates, now);
    this.limits.set(who, limit);
    return limit.take(size, now);
  }

  /** Once in a while: who has everything saved up again need not be remembered. */
  forget(now: number): void {
    for (const [who, limit] of this.limits) if (limit.isRested(now)) this.limits.delete(who);
  }

  /** How many people are remembered. */
  get size(): number {
    return this.limits.size;
  }
}
