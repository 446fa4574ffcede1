import { ApplicationError, type Clock } from '@konzeptwerkstatt/kernel';

/** How many attempts one key has in a window. */
export interface AttemptLimit {
  readonly attempts: number;
  readonly windowMs: number;
}

interface Window {
  count: number;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

/** More keys than that are only seen in an attack; the oldest windows give way then. */
const MAX_KEYS = 50_000;

/** Counts attempts per key in fixed windows, in memory: it works without a database and forgets at a restart. */
export class AttemptLimiter {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly limit: AttemptLimit, private readonly clock: Clock) {}

  /** Counts one attempt. @throws ApplicationError RATE_LIMITED with the seconds to wait */
  take(key: string): void {
    const window = this.current(key);
    if (window.count >= this.limit.attempts) {
      const retryAfter = Math.max(1, Math.ceil((window.endsAt - this.clock.now().getTime()) / 1000));
      throw new ApplicationError('RATE_LIMITED', 'Zu viele Versuche. Bitte warten Sie einen Moment.', retryAfter);
    }
    window.count += 1;
  }

  /** Counts nothing, and throws as `take` when none is left. */
  check(key: string): void {
    this.take(key);
    this.giveBack(key);
  }

  /** Takes an attempt back: it was a good one. */
  giveBack(key: string): void {
    const window = this.windows.get(key);
    if (window) window.count = Math.max(0, window.count - 1);
  }

  /** Forgets all attempts of a key. */
  reset(key: string): void {
    this.windows.delete(key);
  }

  private current(key: string): Window {
    const now = this.clock.now().getTime();
    const known = this.windows.get(key);
    if (known && known.endsAt > now) return known;
    this.windows.delete(key);
    const oldest = this.windows.keys().next();
    if (this.windows.size >= MAX_KEYS && oldest.done !== true) this.windows.delete(oldest.value);
    const window = { count: 0, endsAt: now + this.limit.windowMs };
    this.windows.set(key, window);
    return window;
  }
}
