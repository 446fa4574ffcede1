import { Headcount } from './headcount.js';

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
  readonly windowsPerPerson: number;
}

/**
 * What is allowed at the door: how many of one address may stand there at once, how many windows somebody may have open, and how often she
 * may ask for what is not there. The latter two by person: a whole town hall may come from one address.
 */
export class DoorLimit {
  private readonly strangers: Headcount;
  private readonly inside: Headcount;
  private readonly windows = new Map<string, Window>();

  constructor(private readonly rules: DoorRules) {
    this.strangers = new Headcount(rules.strangersPerAddress);
    this.inside = new Headcount(rules.windowsPerPerson);
  }

  /** Somebody comes to the door. @returns false when too many of her address stand there already */
  arrive(address: string): boolean {
    return this.strangers.arrive(address);
  }

  /** She was let in, or has gone. */
  leave(address: string): void {
    this.strangers.leave(address);
  }

  /** Somebody opens a window. @returns false when she has as many as she may */
  enter(who: string): boolean {
    return this.inside.arrive(who);
  }

  /** A window that was let in is closed. */
  goOut(who: string): void {
    this.inside.leave(who);
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
