import { newRandomId, actorKey } from '@konzeptwerkstatt/kernel';
import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import type { WebSocket } from 'ws';
import { Acknowledgements } from '../room/acknowledgements.js';
import { CloseCode } from '../room/close-code.js';
import { acknowledgementFrame, MessageType, SyncType } from '../room/frames.js';
import type { RoomMember } from '../room/room-member.js';
import type { Room } from '../room/room.js';
import { ByteCursor } from '../walk/byte-cursor.js';
import { UpdateRefusedError } from '../walk/update-refused.errors.js';
import { FloodGuard } from './flood-guard.js';

/** How a visitor came; kept to ask again whether she still may. */
export interface Admission {
  readonly documentId: string;
  readonly visitor: RoomVisitor;
  readonly credentials: { readonly cookie: string | undefined; readonly authorization: string | undefined };
  readonly canWrite: boolean;
  readonly wantsAcknowledgements: boolean;
}

/** Buffered bytes beyond which a slow reader is sent no more cursors, and beyond which she is cut off. */
const slowAbove = 256 * 1024;
const cutAbove = 8 * 1024 * 1024;

/** One socket: reads the y-websocket protocol and hands it to the room. */
export class Connection implements RoomMember {
  readonly id = newRandomId();
  readonly visitor: RoomVisitor;
  readonly ownerKey: string;
  canWrite: boolean;
  isAlive = true;
  private readonly acknowledgements = new Acknowledgements();
  private readonly flood = new FloodGuard();
  private toAcknowledge = 0;
  /** Bytes of sync answers: a large document must not count as a slow reader. */
  private syncBytes = 0;

  constructor(private readonly socket: WebSocket, readonly admission: Admission) {
    this.visitor = admission.visitor;
    this.ownerKey = actorKey(admission.visitor.actor);
    this.canWrite = admission.canWrite;
  }

  /** Takes one message of the client. */
  receive(room: Room, data: Uint8Array, isBinary: boolean): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (!isBinary) return this.close(CloseCode.malformed, 'binary messages only');
    if (!this.flood.admits(data.length, Date.now())) return this.close(CloseCode.overloaded, 'too fast');
    try {
      this.dispatch(room, new ByteCursor(data));
    } catch (error) {
      if (!(error instanceof UpdateRefusedError)) throw error;
      this.close(CloseCode.malformed, 'malformed message');
    }
  }

  send(frame: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > cutAbove + this.syncBytes) return this.cut();
    this.socket.send(frame);
  }

  sendIfFast(frame: Uint8Array): void {
    if (this.socket.bufferedAmount < slowAbove) this.send(frame);
  }

  close(code: CloseCode, reason: string): void {
    this.socket.close(code, reason);
  }

  acknowledge(message: number): void {
    const count = this.acknowledgements.settle(message);
    if (count === null || !this.admission.wantsAcknowledgements) return;
    if (this.toAcknowledge === 0) setImmediate(() => this.sendAcknowledgement());
    this.toAcknowledge = count;
  }

  /** Cuts a peer that no longer answers, and asks the others whether they are there. */
  ping(): void {
    if (!this.isAlive) return this.socket.terminate();
    this.isAlive = false;
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
  }

  private dispatch(room: Room, message: ByteCursor): void {
    switch (message.varUint()) {
      case MessageType.sync: return this.synchronise(room, message);
      case MessageType.awareness: return room.awareness.receive(this, wholeRest(message));
      case MessageType.queryAwareness: return room.awareness.answer(this);
      default: return message.refuse('unknown-content');
    }
  }

  private synchronise(room: Room, message: ByteCursor): void {
    const type = message.varUint();
    const bytes = wholeRest(message);
    if (type === SyncType.step1) return this.answer(room, bytes);
    if (type !== SyncType.step2 && type !== SyncType.update) message.refuse('unknown-content');
    room.receive(this, bytes, this.acknowledgements.next());
  }

  private answer(room: Room, stateVector: Uint8Array): void {
    this.syncBytes = room.byteSize + cutAbove;
    room.answer(this, stateVector).catch(() => this.close(CloseCode.malformed, 'malformed state vector'));
  }

  private sendAcknowledgement(): void {
    this.send(acknowledgementFrame(this.toAcknowledge));
    this.toAcknowledge = 0;
  }

  private cut(): void {
    this.close(CloseCode.overloaded, 'reader is too slow');
    // A reader that reads nothing would never see the close.
    setTimeout(() => this.socket.terminate(), 1000).unref();
  }
}

function wholeRest(message: ByteCursor): Uint8Array {
  const bytes = message.varBytes();
  if (message.position !== message.bytes.length) message.refuse('trailing-bytes');
  return bytes;
}
