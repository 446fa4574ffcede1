interface Window {
  misses: number;
  readonly until: number;
}

const minute = 60_000;
/** More addresses than that are only seen in an attack; the oldest give way then. */
const maxAddresses = 50_000;

interface DoorRules {
  readonly strangersPerAddress: number;
  readonly missesPerMinute: number;
}

/** What one address may do at the door: how many may stand there at once, and how often they may ask for what is not there. */
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
  isGuessing(key: string, now: number): boolean {
    return this.windowOf(key, now).misses >= this.rules.missesPerMinute;
  }

  countMiss(key: string, now: number): void {
    const window = this.windowOf(key, now);
    window.misses++;
    this.windows.set(key, window);
    const oldest = this.windows.keys().next();
    if (this.windows.size > maxAddresses && oldest.done !== true) this.windows.delete(oldest.value);
  }

  private windowOf(key: string, now: number): Window {
    const known = this.windows.get(key);
    if (known !== undefined && known.until > now) return known;
    this.windows.delete(key);
    return { misses: 0, until: now + minute };
  }
}
