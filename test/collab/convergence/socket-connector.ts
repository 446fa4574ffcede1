import * as decoding from 'lib0/decoding';
import type * as prng from 'lib0/prng';
import { encodeStateVector } from 'yjs';
import { TestConnector, TestYInstance } from 'yjs/testHelper';
import { RoomSocket, syncMessage } from '../room/room-socket.js';

const SYNC = 0;
const ACKNOWLEDGEMENT = 121;

/** Where the users of one document meet. */
export interface MeetingPlace {
  readonly port: number;
  readonly documentId: string;
}

/**
 * The connector of Yjs's random tests with real sockets under it: it still decides who reads which message when and who is
 * cut off, but all messages go through the server, and nothing reaches anybody by another way.
 */
export class SocketConnector extends TestConnector {
  constructor(random: prng.PRNG, readonly place: MeetingPlace) {
    super(random);
    this.onlineConns = new OnlineUsers();
  }

  override createY(userId: number): SocketUser {
    const user = new SocketUser(this, userId);
    // Yjs's own tests give these ids, because ties between users are decided by them.
    user.clientID = userId;
    user.mayConnect = true;
    user.connect();
    return user;
  }

  get users(): SocketUser[] {
    return [...this.allConns] as SocketUser[];
  }
}

/** For the helper, "all others" is the server alone: it passes on. */
class OnlineUsers extends Set<TestYInstance> {
  override forEach(visit: (user: TestYInstance, again: TestYInstance, all: Set<TestYInstance>) => void): void {
    const server = serverEnd as unknown as TestYInstance;
    visit(server, server, this);
  }
}

const serverEnd = { _receive: (message: Uint8Array, from: SocketUser): void => from.sendToServer(message) };

/** A user of the random tests, whose messages come and go over a socket. */
export class SocketUser extends TestYInstance {
  mayConnect = false;
  /** How sockets ended that she did not close herself. */
  readonly endings: string[] = [];
  private socket: RoomSocket | null = null;
  private sent = 0;
  private acknowledged = 0;

  /** Online, and everything she has sent is on disk. */
  get isSaved(): boolean {
    return this.tc.onlineConns.has(this) && this.sent === this.acknowledged;
  }

  /** For the report of a failure. */
  get condition(): string {
    return `user ${this.userID}: ${this.tc.onlineConns.has(this) ? 'online' : 'offline'}, ${this.acknowledged} of ${this.sent} saved, ended [${this.endings.join(', ')}]`;
  }

  override connect(): void {
    if (!this.mayConnect || this.socket !== null) return;
    const { place } = this.tc as SocketConnector;
    const socket = new RoomSocket({ ...place, name: `user-${this.userID}`, query: '?acks=1', onMessage: (message) => this.socket === socket && this.take(message) });
    this.socket = socket;
    void socket.opened.then(() => this.socket === socket && this.begin(socket), () => undefined);
    void socket.ended.then(({ code, reason }) => {
      if (this.socket !== socket) return;
      this.endings.push(`${code} ${reason}`);
      this.disconnect();
    });
  }

  override disconnect(): void {
    super.disconnect();
    this.socket?.destroy();
    this.socket = null;
  }

  /** A message of the sync protocol. */
  sendToServer(message: Uint8Array): void {
    if (message[0] !== 0) this.sent++;
    this.socket?.send(Buffer.concat([Uint8Array.of(SYNC), message]));
  }

  private begin(socket: RoomSocket): void {
    this.sent = 0;
    this.acknowledged = 0;
    this.tc.onlineConns.add(this);
    socket.send(syncMessage(0, encodeStateVector(this)));
  }

  private take(message: Buffer): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === ACKNOWLEDGEMENT) this.acknowledged = decoding.readVarUint(decoder);
    if (type === SYNC) this._receive(message.subarray(1), serverEnd);
  }
}
