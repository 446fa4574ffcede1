interface Window {
  misses: number;
  readonly until: number;
}

const minute = 60_000;
/** More people than that are only seen in an attack; the oldest give way then. */
const maxRemembered = 50_000;

interface DoorRules {
  readonly strangersPerAddress: number;
  readonly missesPerMinute: number;
}

/**
 * What is allowed at the door: how many of one address may stand there at once, and how often somebody may ask for what is not there. The
 * second by person: a whole town hall may come from one address.
 */
export class DoorLimit {
  private readonly strangers = new Map<string, number>();
  private readonly windows = new Map<string, Window>();

  constructor(private readonly rules: DoorRules) {}

  /** Somebody comes to the door. @returns false when too many of her address stand there already */
  arrive(address: string): boolean {
    const there = this.strangers.get(address) ?? 0;
    if (there >= this.rules.strangersPerAddress) return false;
    this.strangers.set(address, there + 1);
    return true;
  }

  /** She was let in, or has gone. */
  leave(address: string): void {
    const there = (this.strangers.get(address) ?? 1) - 1;
    if (there > 0) this.strangers.set(address, there);
    else this.strangers.delete(address);
  }

  /** Whether somebody has asked too often for documents that are not there. */
  isGuessing(who: string, now: number): boolean {
    return this.windowOf(who, now).misses >= this.rules.missesPerMinute;
  }

  countMiss(who: string, now: number): void {
    const window = this.windowOf(who, now);
    window.misses++;
    this.windows.set(who, window);
    const oldest = this.windows.keys().next();
    if (this.windows.size > maxRemembered && oldest.done !== true) this.windows.delete(oldest.value);
  }

  private windowOf(who: string, now: number): Window {
    const known = this.windows.get(who);
    if (known !== undefined && known.until > now) return known;
    this.windows.delete(who);
    return { misses: 0, until: now + minute };
  }
}
