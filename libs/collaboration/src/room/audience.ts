import type { Frame } from './frames.js';
import type { RoomMember } from './room-member.js';

/** From so many people on, writing to each of them once more costs more than a moment's delay is worth. */
const crowd = 16;
/** How long commits of other nodes wait for one of this node, in milliseconds. */
const holdMs = 90;
/** When this node has had nothing of its own to send for so long, theirs would wait in vain. */
const quietMs = 180;

interface Held {
  readonly frames: Frame[];
  /** Number of the first commit among them. */
  readonly first: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * Sends commits to the members of a room. In a full one where people write, those of other nodes go along with the next of this node:
 * one write instead of two.
 */
export class Audience {
  private held: Held | null = null;
  /** When this node last had a commit of its own to send. */
  private sentAt = -Infinity;

  constructor(private readonly members: ReadonlySet<RoomMember>) {}

  /** Sends commit number `sequence` to everybody but its author, behind what was held back. */
  send(frame: Frame, sequence: number, author: RoomMember | null = null): void {
    this.sentAt = performance.now();
    this.sendNow(frame, sequence, author);
  }

  /** Sends a commit of another node, by and by. */
  sendSoon(frame: Frame, sequence: number): void {
    const isAlone = this.members.size < crowd || performance.now() - this.sentAt > quietMs;
    if (this.held === null && isAlone) return this.sendNow(frame, sequence, null);
    this.held ??= { frames: [], first: sequence, timer: setTimeout(() => this.release(), holdMs) };
    this.held.frames.push(frame);
  }

  private sendNow(frame: Frame, sequence: number, author: RoomMember | null): void {
    const held = this.takeHeld();
    const whole = held === null ? frame : Buffer.concat([held.frame, frame]);
    for (const member of this.members) {
      if (member !== author) member.deliver(whole, held?.first ?? sequence);
      else if (held !== null) member.deliver(held.frame, held.first);
    }
  }

  private release(): void {
    const held = this.takeHeld();
    if (held !== null) for (const member of this.members) member.deliver(held.frame, held.first);
  }

  private takeHeld(): { readonly frame: Frame; readonly first: number } | null {
    if (this.held === null) return null;
    const { frames, first, timer } = this.held;
    clearTimeout(timer);
    this.held = null;
    return { frame: frames.length === 1 ? (frames[0] as Frame) : Buffer.concat(frames), first };
  }
}
