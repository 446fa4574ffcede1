import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import type { CloseCode } from './close-code.js';

/** One connection as its room sees it. */
export interface RoomMember {
  readonly id: string;
  readonly visitor: RoomVisitor;
  readonly ownerKey: string;
  /** Changes when rights change. */
  canWrite: boolean;
  /** Does nothing once the connection is closed. */
  send(frame: Uint8Array): void;
  /** For what may be lost: left out while the reader is slow. */
  sendIfFast(frame: Uint8Array): void;
  close(code: CloseCode, reason: string): void;
  /** The sender's message of that number is on disk. */
  acknowledge(message: number): void;
}
