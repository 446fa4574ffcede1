import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Where a message of the server lies; valid only until the callback returns. */
export type MessageHandler = (bytes: Buffer, start: number, end: number) => void;

const opcodes = { binary: 2, close: 8, ping: 9, pong: 10 } as const;
/** Of all sockets: each read is worked off before the next one begins. */
const readBuffer = Buffer.allocUnsafe(256 * 1024);

/** A client's frame. Its mask is zero, which masks nothing and costs the server what any mask does. */
export function clientFrame(payload: Uint8Array, opcode: number = opcodes.binary): Buffer {
  const { length } = payload;
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.alloc(6 + extended + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (extended === 0 ? length : extended === 2 ? 126 : 127);
  if (extended === 2) frame.writeUInt16BE(length, 2);
  if (extended === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(payload, 6 + extended);
  return frame;
}

/** A WebSocket client on a bare socket: thousands of messages a millisecond cost it little, so that the server is what is measured. */
export class FrameSocket {
  bytesReceived = 0;
  /** Of the server's close frame; 1006 when the connection just ended; null while it is open. */
  closeCode: number | null = null;
  private readonly socket: Socket;
  private parts: Buffer[] = [];
  private held = 0;
  private needed = 0;
  private greeted = false;

  private settle: (error?: Error) => void = () => undefined;
  /** Rejects when the server does not answer with an upgrade. */
  readonly opened: Promise<void>;
  /** Resolves when the connection has ended, whoever ended it. */
  readonly closed: Promise<void>;

  /** @param headers further lines of the request, for who must say who she is */
  constructor(port: number, path: string, private readonly onMessage: MessageHandler, headers: readonly string[] = []) {
    this.opened = new Promise((resolve, reject) => (this.settle = (error) => (error === undefined ? resolve() : reject(error))));
    const callback = (size: number): boolean => {
      this.bytesReceived += size;
      this.take(size);
      return true;
    };
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true, onread: { buffer: readBuffer, callback } });
    const key = randomBytes(16).toString('base64');
    this.socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`);
    this.socket.on('error', (error) => this.settle(error));
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
    this.socket.on('close', () => {
      this.closeCode ??= 1006;
      this.settle(new Error('closed before it was open'));
    });
  }

  /** Bytes that the server has not taken yet. */
  get waiting(): number {
    return this.socket.writableLength;
  }

  send(frame: Uint8Array): void {
    this.socket.write(frame);
  }

  /** Waits until the server has taken what was sent. */
  drained(): Promise<void> {
    if (!this.socket.writableNeedDrain) return Promise.resolve();
    return new Promise((resolve) => this.socket.once('drain', resolve).once('close', resolve));
  }

  /** Reads nothing more until `resume`, as a stalled reader does. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Ends the connection without a word. */
  destroy(): void {
    this.socket.destroy();
  }

  private take(size: number): void {
    if (this.held === 0 && this.greeted) {
      const used = this.readFrames(readBuffer, size);
      if (used < size) this.hold(Buffer.from(readBuffer.subarray(used, size)));
      return;
    }
    this.hold(Buffer.from(readBuffer.subarray(0, size)));
    if (this.held < this.needed) return;
    const all = this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts, this.held);
    this.parts = [];
    this.held = 0;
    this.needed = 0;
    const from = this.greeted ? 0 : this.greet(all);
    const used = from + this.readFrames(all.subarray(from), all.length - from);
    if (used < all.length) this.hold(all.subarray(used));
  }

  private hold(part: Buffer): void {
    this.parts.push(part);
    this.held += part.length;
  }

  /** @returns where the frames begin; 0 when the answer is not complete */
  private greet(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return 0;
    this.greeted = bytes.subarray(0, 12).toString('latin1') === 'HTTP/1.1 101';
    if (this.greeted) this.settle();
    else this.socket.destroy(new Error(bytes.subarray(0, end).toString('latin1')));
    return end + 4;
  }

  /** @returns how many bytes were whole frames */
  private readFrames(bytes: Buffer, size: number): number {
    if (!this.greeted) return 0;
    let at = 0;
    while (at + 2 <= size) {
      const head = bytes[at] as number;
      const short = bytes[at + 1] as number;
      const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
      if (start > size) break;
      const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
      if (start + length > size) {
        this.needed = start + length - at;
        break;
      }
      if (head === (0x80 | opcodes.binary)) this.onMessage(bytes, start, start + length);
      else this.control(head, bytes.subarray(start, start + length));
      at = start + length;
    }
    return at;
  }

  private control(head: number, payload: Buffer): void {
    if (head === (0x80 | opcodes.ping)) this.send(clientFrame(payload, opcodes.pong));
    else if (head === (0x80 | opcodes.close)) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.send(clientFrame(payload, opcodes.close));
      this.socket.end();
    } else if (head !== (0x80 | opcodes.pong)) throw new Error(`Frame of an unexpected kind: ${head}`);
  }
}
