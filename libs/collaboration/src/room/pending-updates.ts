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
const maxWait = 2000;

/** Updates with a gap before them. Bounded, because endless ones would cost everybody's time. */
export class PendingUpdates {
  private waiting: PendingUpdate[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** @returns false when the sender has too much waiting already */
  add(update: PendingUpdate): boolean {
    const size = this.waiting.filter(({ member }) => member === update.member).reduce((sum, { outline }) => sum + outline.bytes.length, update.outline.bytes.length);
    if (size > maxBytes) return false;
    this.waiting.push(update);
    return true;
  }

  /** Gives all of them back, to be tried again. */
  takeAll(): PendingUpdate[] {
    return this.waiting.splice(0);
  }

  /** Those whose gap did not close in time. */
  expired(now: number): PendingUpdate[] {
    return this.waiting.filter(({ since }) => now - since >= maxWait);
  }

  drop(member: RoomMember): void {
    this.waiting = this.waiting.filter((update) => update.member !== member);
  }
}
