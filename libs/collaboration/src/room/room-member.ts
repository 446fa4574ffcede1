import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import type { CloseCode } from './close-code.js';
import type { Frame } from './frames.js';

/** One connection as its room sees it. Everything does nothing once the connection is closed. */
export interface RoomMember {
  readonly id: string;
  readonly visitor: RoomVisitor;
  readonly ownerKey: string;
  /** Changes when rights change. */
  canWrite: boolean;
  /** Answers, in order; a frame may come in several pieces. */
  sendAll(frames: readonly Uint8Array[]): void;
  /** What was committed as number `sequence`, and perhaps after it. Left out for a slow reader; she asks the room for all she missed once she is ready. */
  deliver(frame: Frame, sequence: number): void;
  /** For what may be lost: left out while the reader is slow. */
  sendIfFast(frame: Frame): void;
  close(code: CloseCode, reason: string): void;
  /** The sender's message of that number is on disk. */
  acknowledge(message: number): void;
}
