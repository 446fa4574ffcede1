import type { Socket } from 'node:net';
import type { Frame } from '../room/frames.js';

/** Buffered bytes beyond which a reader gets no more cursors, and beyond which she is behind. */
const slowAbove = 256 * 1024;
const behindAbove = 1024 * 1024;
/** Bytes and time a reader may be behind before she is cut off; she comes back and asks for what she lacks. */
const cutAbove = 8 * 1024 * 1024;
const cutAfterMs = 30_000;

interface Lag {
  /** The last commit she was sent. */
  sequence: number;
  readonly since: number;
  missed: number;
}

/** What the room has for a reader who fell behind. */
export type CommittedSince = (sequence: number) => Iterable<{ readonly frame: Frame; readonly last: number }>;

/**
 * Writes to one socket. A reader who takes too little in is not queued for: she is behind at a commit, and is sent the rest once
 * her socket has drained. Frames are shared between all readers, so what waits costs nearly nothing per reader.
 */
export class Outflow {
  private lag: Lag | null = null;
  /** An answer to her state vector is under way: however large, it does not make her a slow reader. */
  private hasAnswer = false;

  constructor(private readonly socket: Socket) {}

  /** Bytes that really left, to tell a slow line from a dead one. */
  get flushed(): number {
    return this.socket.bytesWritten - this.socket.writableLength;
  }

  /** Bytes that wait to leave. */
  get waiting(): number {
    return this.socket.writableLength;
  }

  /** Whether a large answer is on its way. */
  get isAnswering(): boolean {
    return this.hasAnswer;
  }

  /** For answers. */
  sendAll(frames: readonly Uint8Array[]): void {
    // Corked, everything goes in one call; for a single frame that costs more than it saves.
    if (frames.length > 1) this.socket.cork();
    for (const frame of frames) this.socket.write(frame);
    if (frames.length > 1) this.socket.uncork();
    if (this.socket.writableLength > behindAbove) this.hasAnswer = true;
  }

  sendIfFast(frame: Frame): void {
    if (this.lag === null && this.socket.writableLength < slowAbove) this.socket.write(frame);
  }

  /** Sends a commit, or notes that she missed it. */
  deliver(frame: Frame, sequence: number, now: number): void {
    if (this.lag === null && this.socket.writableLength <= behindAbove) {
      this.socket.write(frame);
      return;
    }
    this.lag ??= { sequence: sequence - 1, since: now, missed: 0 };
    this.lag.missed += frame.length;
  }

  /** Whether the reader is so far behind that waiting for her is of no use. */
  isHopeless(now: number): boolean {
    if (this.lag === null || this.hasAnswer) return false;
    return this.lag.missed > cutAbove || now - this.lag.since > cutAfterMs;
  }

  /** The socket has drained: what was missed goes out, as much as it takes. */
  catchUp(committedSince: CommittedSince): void {
    this.hasAnswer = false;
    if (this.lag === null) return;
    for (const { frame, last } of committedSince(this.lag.sequence)) {
      if (this.socket.writableLength > behindAbove) return;
      this.socket.write(frame);
      this.lag.sequence = last;
      this.lag.missed = Math.max(0, this.lag.missed - frame.length);
    }
    this.lag = null;
  }
}
