import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import * as encoding from 'lib0/encoding';

/** How a socket asks to come in. */
export interface RoomSocketOptions {
  readonly port: number;
  readonly documentId: string;
  /** Who comes; her bearer token is her name. */
  readonly name?: string;
  /** Behind the document in the address, e.g. `?acks=1`. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Loopback address she comes from. */
  readonly from?: string;
  /** Called for each binary message. */
  readonly onMessage?: (message: Buffer) => void;
  /** Bytes sent together with the upgrade request. */
  readonly together?: Uint8Array;
}

/** How a socket ended: by a close frame, or without one (1006), or before it was one (HTTP status). */
export interface Ending {
  readonly code: number;
  readonly reason: string;
}

const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** One WebSocket frame of a client. The mask is zero, which leaves the bytes as they are. */
export function clientFrame(payload: Uint8Array, opcode: number = OPCODE.binary): Buffer {
  const { length } = payload;
  const long = length > 65_535;
  const head = Buffer.alloc(length < 126 ? 6 : long ? 14 : 8);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (length < 126 ? length : long ? 127 : 126);
  if (long) head.writeBigUInt64BE(BigInt(length), 2);
  else if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}

/** A message of the sync protocol: 0 state vector, 1 answer to it, 2 update. */
export function syncMessage(type: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

/** A client's end of a room, down at the bytes: cheap enough for thousands, and able to misbehave. */
export class RoomSocket {
  /** Code of an ending; resolved once. */
  readonly ended: Promise<Ending>;
  /** Resolved at the handshake's end; rejected when there is none. */
  readonly opened: Promise<void>;
  isOpen = false;
  /** What the server answered to the upgrade. */
  handshake = '';
  private readonly socket: Socket;
  private rest = Buffer.alloc(0);
  /** Chunks behind `rest`, and how many bytes must be there before looking again: so that long frames are not copied often. */
  private chunks: Buffer[] = [];
  private arrived = 0;
  private needed = 0;
  private readonly pongs: (() => void)[] = [];
  private finish!: (ending: Ending) => void;
  private open!: () => void;
  private fail!: (error: Error) => void;
  private readonly onMessage: (message: Buffer) => void;

  constructor(options: RoomSocketOptions) {
    this.onMessage = options.onMessage ?? (() => undefined);
    this.ended = new Promise((resolve) => (this.finish = resolve));
    this.opened = new Promise((resolve, reject) => {
      this.open = resolve;
      this.fail = reject;
    });
    this.opened.catch(() => undefined);
    this.socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true, ...(options.from === undefined ? {} : { localAddress: options.from }) });
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.end({ code: 1006, reason: '' }));
    const request = Buffer.from(upgradeRequest(options));
    this.socket.write(options.together === undefined ? request : Buffer.concat([request, options.together]));
  }

  /** Opens one and waits for its handshake. @throws Error when there is none */
  static async open(options: RoomSocketOptions): Promise<RoomSocket> {
    const socket = new RoomSocket(options);
    await socket.opened;
    return socket;
  }

  /** Bytes that wait in this process because the server reads no faster. */
  get unsentBytes(): number {
    return this.socket.writableLength;
  }

  send(message: Uint8Array): void {
    this.socket.write(clientFrame(message));
  }

  sendRaw(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Milliseconds until the server's event loop has answered. */
  ping(): Promise<number> {
    const since = performance.now();
    this.socket.write(clientFrame(Buffer.alloc(0), OPCODE.ping));
    return new Promise((resolve) => this.pongs.push(() => resolve(performance.now() - since)));
  }

  /** Stops reading, as a sleeping computer does. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Goes without a word. */
  destroy(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.arrived += chunk.length;
    if (this.rest.length + this.arrived < this.needed) return;
    this.rest = Buffer.concat([this.rest, ...this.chunks.splice(0)]);
    this.arrived = 0;
    this.needed = 0;
    if (!this.isOpen && !this.readHandshake()) return;
    for (let next = frameAt(this.rest); ; next = frameAt(this.rest)) {
      if (typeof next === 'number') return void (this.needed = next);
      this.rest = this.rest.subarray(next.end);
      this.take(next.opcode, next.payload);
    }
  }

  private readHandshake(): boolean {
    const end = this.rest.indexOf('\r\n\r\n');
    if (end < 0) return false;
    this.handshake = this.rest.toString('latin1', 0, end);
    const status = Number(this.handshake.slice(9, 12));
    this.rest = this.rest.subarray(end + 4);
    if (status !== 101) {
      this.end({ code: status, reason: 'http' });
      this.socket.destroy();
      return false;
    }
    this.isOpen = true;
    this.open();
    return true;
  }

  private take(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.binary) this.onMessage(payload);
    else if (opcode === OPCODE.ping) this.socket.write(clientFrame(payload, OPCODE.pong));
    else if (opcode === OPCODE.pong) this.pongs.shift()?.();
    else if (opcode === OPCODE.close) {
      this.end({ code: payload.length < 2 ? 1005 : payload.readUInt16BE(0), reason: payload.toString('utf8', 2) });
      this.socket.end(clientFrame(payload, OPCODE.close));
    }
  }

  private end(ending: Ending): void {
    this.isOpen = false;
    this.finish(ending);
    this.fail(new Error(`ended with ${ending.code} ${ending.reason}`));
  }
}

function upgradeRequest({ port, documentId, name, query = '', headers = {} }: RoomSocketOptions): string {
  const all: Record<string, string> = {
    Host: `127.0.0.1:${port}`, Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...(name === undefined ? {} : { Authorization: `Bearer ${name}` }), ...headers,
  };
  return `GET /collab/${documentId}${query} HTTP/1.1\r\n${Object.entries(all).map(([key, value]) => `${key}: ${value}\r\n`).join('')}\r\n`;
}

/** The frame at the beginning; or how many bytes there must be before it can be told. */
function frameAt(bytes: Buffer): { opcode: number; payload: Buffer; end: number } | number {
  if (bytes.length < 2) return 2;
  const short = bytes[1]! & 127;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < head) return head;
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const end = head + length;
  return bytes.length < end ? end : { opcode: bytes[0]! & 15, payload: bytes.subarray(head, end), end };
}
