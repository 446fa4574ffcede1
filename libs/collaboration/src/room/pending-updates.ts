import type { UpdateOutline } from '../walk/update-outline.js';
import type { RoomMember } from './room-member.js';

export interface PendingUpdate {
  readonly member: RoomMember;
  readonly outline: UpdateOutline;
  readonly message: number;
  /** Milliseconds, as of `Date.now()`. */
  readonly since: number;
}

const maxBytes = 64 * 1024;
/** Each that is taken makes all others worth another look, so their number counts too; an honest client has a few. */
const maxUpdates = 256;
const maxWait = 2000;

/** Updates with a gap before them. Bounded, because endless ones would cost everybody's time. */
export class PendingUpdates {
  private waiting: PendingUpdate[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** @returns false when the sender has too much waiting already */
  add(update: PendingUpdate): boolean {
    const own = this.waiting.filter(({ member }) => member === update.member);
    const size = own.reduce((sum, { outline }) => sum + outline.bytes.length, update.outline.bytes.length);
    if (size > maxBytes || own.length >= maxUpdates) return false;
    this.waiting.push(update);
    return true;
  }

  /** Gives all of them back, to be tried again: earlier clocks first, so that one pass takes a whole chain. */
  takeAll(): PendingUpdate[] {
    return this.waiting.splice(0).sort((one, other) => firstClock(one) - firstClock(other));
  }

  /** Puts one back that was counted before. */
  keep(update: PendingUpdate): void {
    this.waiting.push(update);
  }

  /** Those whose gap did not close in time. */
  expired(now: number): PendingUpdate[] {
    return this.waiting.filter(({ since }) => now - since >= maxWait);
  }

  drop(member: RoomMember): void {
    this.waiting = this.waiting.filter((update) => update.member !== member);
  }
}

function firstClock({ outline }: PendingUpdate): number {
  return outline.sections[0]?.from ?? 0;
}
