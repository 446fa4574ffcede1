import type { Socket } from 'node:net';
import { newRandomId, actorKey } from '@konzeptwerkstatt/kernel';
import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import type { WebSocket } from 'ws';
import { Acknowledgements } from '../room/acknowledgements.js';
import { CloseCode } from '../room/close-code.js';
import { acknowledgementFrame, MessageType, SyncType, type Frame } from '../room/frames.js';
import type { RoomMember } from '../room/room-member.js';
import type { Room } from '../room/room.js';
import { ByteCursor } from '../walk/byte-cursor.js';
import { readStateVector } from '../walk/state-vector.js';
import { UpdateRefusedError } from '../walk/update-refused.errors.js';
import type { WindowInflow } from './inflow-limits.js';
import { Outflow } from './outflow.js';
import { Standstill } from './standstill.js';

/** How a visitor came; kept to ask again whether she still may. */
export interface Admission {
  readonly documentId: string;
  readonly visitor: RoomVisitor;
  readonly credentials: { readonly cookie: string | undefined; readonly authorization: string | undefined };
  readonly canWrite: boolean;
  readonly wantsAcknowledgements: boolean;
}

/** Reads and writes of one socket: `ws` reads and closes, finished frames go to the socket below it. */
export interface Line {
  readonly webSocket: WebSocket;
  readonly socket: Socket;
}

/** How often a writer looks whether the database keeps up again. */
const whileCongestedMs = 20;
/** How long a peer that was told to go has to close before it is cut. */
const closeMs = 1000;

/** One socket: reads the y-websocket protocol and hands it to the room. */
export class Connection implements RoomMember {
  readonly id = newRandomId();
  readonly visitor: RoomVisitor;
  readonly ownerKey: string;
  canWrite: boolean;
  private readonly acknowledgements = new Acknowledgements();
  private readonly outflow: Outflow;
  private readonly standstill = new Standstill();
  private readonly webSocket: WebSocket;
  private toAcknowledge = 0;
  private isAlive = true;
  private wasAsked = false;
  private isHolding = false;
  private readonly held: Uint8Array[] = [];
  private flushedAtPing = 0;
  /** A question for all she lacks that came before the answer to the last one had left. */
  private asked: Uint8Array | null = null;
  /** Likewise for who is there. */
  private asksWhoIsThere = false;
  private isMakingAnswer = false;

  constructor({ webSocket, socket }: Line, readonly admission: Admission, private readonly room: Room, private readonly inflow: WindowInflow) {
    this.webSocket = webSocket;
    this.outflow = new Outflow(socket);
    this.visitor = admission.visitor;
    this.ownerKey = actorKey(admission.visitor.actor);
    this.canWrite = admission.canWrite;
    webSocket.on('pong', () => (this.isAlive = true));
    socket.on('drain', () => this.isOpen && this.drained());
  }

  get isOpen(): boolean {
    return this.webSocket.readyState === this.webSocket.OPEN;
  }

  /** Takes one message of the client. What one read of the socket brought along is held back with it when the client is too fast. */
  receive(data: Uint8Array, isBinary: boolean): void {
    if (!this.isOpen) return;
    this.isAlive = true;
    if (!isBinary) return this.close(CloseCode.malformed, 'binary messages only');
    if (this.isHolding) this.held.push(data);
    else this.take(data);
  }

  sendAll(frames: readonly Uint8Array[]): void {
    if (this.isOpen) this.outflow.sendAll(frames);
  }

  deliver(frame: Frame, sequence: number): void {
    if (!this.isOpen) return;
    const now = Date.now();
    this.outflow.deliver(frame, sequence, now);
    if (this.outflow.isHopeless(now)) this.close(CloseCode.overloaded, 'reader is too slow');
  }

  sendIfFast(frame: Frame): void {
    if (this.isOpen) this.outflow.sendIfFast(frame);
  }

  close(code: CloseCode, reason: string): void {
    if (!this.isOpen) return;
    // Its answer to the close must be read, and a peer that reads nothing would never see it.
    this.webSocket.resume();
    this.webSocket.close(code, reason);
    setTimeout(() => this.webSocket.terminate(), closeMs).unref();
  }

  acknowledge(message: number): void {
    const count = this.acknowledgements.settle(message);
    if (count === null || !this.admission.wantsAcknowledgements) return;
    if (this.toAcknowledge === 0) setImmediate(() => this.sendAcknowledgement());
    this.toAcknowledge = count;
  }

  /** Every ten seconds: asks a peer that has said nothing since the last time whether it is there, and cuts one that was asked already. */
  ping(): void {
    const now = Date.now();
    if (this.outflow.isHopeless(now) || this.standstill.isHopeless(this.outflow, now)) return this.close(CloseCode.overloaded, 'reader is too slow');
    const { flushed, waiting } = this.outflow;
    // On a slow line the ping waits behind a large text; bytes that leave say the same as an answer.
    if (this.isAlive || (waiting > 0 && flushed !== this.flushedAtPing)) this.wasAsked = false;
    else if (this.wasAsked) return this.webSocket.terminate();
    else this.ask();
    this.isAlive = false;
    this.flushedAtPing = flushed;
  }

  private ask(): void {
    this.wasAsked = true;
    if (this.isOpen) this.webSocket.ping();
  }

  private take(data: Uint8Array): void {
    const pause = this.inflow(data.length, Date.now());
    if (pause === null) return this.close(CloseCode.overloaded, 'too fast');
    try {
      this.dispatch(new ByteCursor(data));
    } catch (error) {
      if (!(error instanceof UpdateRefusedError)) throw error;
      this.close(CloseCode.malformed, 'malformed message');
    }
    if (pause > 0 || this.room.isCongested) this.hold(Math.max(pause, whileCongestedMs));
  }

  private dispatch(message: ByteCursor): void {
    switch (message.varUint()) {
      case MessageType.sync: return this.synchronise(message);
      case MessageType.awareness: return this.room.awareness.receive(this, wholeRest(message));
      case MessageType.queryAwareness: return this.tellWhoIsThere();
      default: return message.refuse('unknown-content');
    }
  }

  private synchronise(message: ByteCursor): void {
    const type = message.varUint();
    const bytes = wholeRest(message);
    if (type === SyncType.step1) return this.answer(bytes);
    if (type !== SyncType.step2 && type !== SyncType.update) message.refuse('unknown-content');
    this.room.receive(this, bytes, this.acknowledgements.next());
  }

  private answer(stateVector: Uint8Array): void {
    // One that has to wait is no excuse for what comes behind it.
    if (this.isBusyAnswering) readStateVector(stateVector);
    this.asked = stateVector;
    this.answerNext();
  }

  /** An answer may be as large as the text, so they do not pile up: of what is asked while one is made or leaves only the newest is answered. */
  private answerNext(): void {
    const { asked } = this;
    if (asked === null || this.isBusyAnswering) return;
    this.asked = null;
    this.isMakingAnswer = true;
    this.room.answer(this, asked).then(() => this.answerMade(), () => this.close(CloseCode.overloaded, 'not available'));
  }

  private get isBusyAnswering(): boolean {
    return this.isMakingAnswer || this.outflow.isAnswering;
  }

  private answerMade(): void {
    this.isMakingAnswer = false;
    this.answerNext();
  }

  private tellWhoIsThere(): void {
    this.asksWhoIsThere = this.outflow.isAnswering;
    if (!this.asksWhoIsThere) this.sendAll([this.room.awareness.whoIsThere()]);
  }

  private drained(): void {
    this.outflow.catchUp((sequence) => this.room.committedSince(sequence));
    this.answerNext();
    if (this.asksWhoIsThere) this.tellWhoIsThere();
  }

  private sendAcknowledgement(): void {
    const count = this.toAcknowledge;
    this.toAcknowledge = 0;
    this.sendAll([acknowledgementFrame(count)]);
  }

  /** Reads nothing for a while: what the peer sends waits in its own buffers. */
  private hold(ms: number): void {
    this.isHolding = true;
    this.webSocket.pause();
    setTimeout(() => this.goOn(), ms).unref();
  }

  private goOn(): void {
    this.isHolding = false;
    while (!this.isHolding && this.isOpen) {
      const next = this.held.shift();
      if (next === undefined) return this.webSocket.resume();
      this.take(next);
    }
  }
}

function wholeRest(message: ByteCursor): Uint8Array {
  const bytes = message.varBytes();
  if (message.position !== message.bytes.length) message.refuse('trailing-bytes');
  return bytes;
}
