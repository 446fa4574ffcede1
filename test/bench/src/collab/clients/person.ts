import { awarenessMessage, EMPTY_STATE_VECTOR, EMPTY_UPDATE, MessageType, SyncType, syncMessage, type Dialect } from './dialect.js';
import { FrameSocket } from './frame-socket.js';

/** Takes an update from the server; it lies between start and end and is gone when the call returns. */
export type UpdateHandler = (person: Person, bytes: Buffer, start: number, end: number) => void;

export interface PersonOptions {
  readonly port: number;
  readonly dialect: Dialect;
  /** Yjs client id; no two people have the same. */
  readonly clientId: number;
  /** What she has already; nothing by default. */
  readonly stateVector?: Uint8Array;
  /** What she answers when the server asks for what it lacks; nothing by default. */
  readonly answer?: Uint8Array;
  readonly onUpdate?: UpdateHandler;
  /** Further lines of the request with which she connects. */
  readonly headers?: readonly string[];
}

/** Somebody who has a document open, as a y-websocket client behaves on the wire, but without the document. */
export class Person {
  synced = false;
  /** Messages of hers that the server says it has, answers to its questions among them. */
  private confirmed = 0;
  private answers = 0;
  readonly connection: FrameSocket;
  private resolveSynced: () => void = () => undefined;
  private readonly whenSynced = new Promise<void>((resolve) => (this.resolveSynced = resolve));

  private constructor(readonly options: PersonOptions) {
    this.connection = new FrameSocket(options.port, options.dialect.path, (bytes, start, end) => this.receive(bytes, start, end), options.headers);
  }

  /** Comes in and says what she has. Resolves when the socket is open, not yet in sync. */
  static async join(options: PersonOptions): Promise<Person> {
    const person = new Person(options);
    const { dialect, clientId, stateVector } = options;
    await person.connection.opened;
    const hello = [...dialect.opening, syncMessage(dialect, SyncType.step1, stateVector ?? EMPTY_STATE_VECTOR), awarenessMessage(dialect, clientId, 1)];
    person.connection.send(Buffer.concat(hello));
    return person;
  }

  /** Resolves when the server has answered with what she lacks. Rejects when it ends the connection instead. */
  inSync(): Promise<void> {
    const ended = this.connection.closed.then(() => {
      if (!this.synced) throw new Error(`The server closed the connection with ${this.connection.closeCode}`);
    });
    return Promise.race([this.whenSynced, ended]);
  }

  /** Updates of hers that the server says it has; what that means differs from server to server. */
  get acknowledged(): number {
    return Math.max(0, this.confirmed - this.answers);
  }

  /** Sends a frame made by `updateFrame`. */
  send(frame: Uint8Array): void {
    this.connection.send(frame);
  }

  updateFrame(update: Uint8Array): Buffer {
    return syncMessage(this.options.dialect, SyncType.update, update);
  }

  leave(): void {
    this.connection.destroy();
  }

  private receive(bytes: Buffer, start: number, end: number): void {
    const at = start + this.options.dialect.prefix.length;
    const type = bytes[at];
    if (type === MessageType.sync || type === MessageType.syncReply) this.synchronise(bytes, at + 1, end);
    else if (type === MessageType.acknowledgement) this.confirmed = varUint(bytes, at + 1)[0];
    else if (type === MessageType.syncStatus) this.confirmed += bytes[at + 1] as number;
  }

  private synchronise(bytes: Buffer, at: number, end: number): void {
    const type = bytes[at];
    if (type === SyncType.step1) {
      this.answers++;
      return this.send(syncMessage(this.options.dialect, SyncType.step2, this.options.answer ?? EMPTY_UPDATE));
    }
    const [, content] = varUint(bytes, at + 1);
    this.options.onUpdate?.(this, bytes, content, end);
    if (type !== SyncType.step2 || this.synced) return;
    this.synced = true;
    this.resolveSynced();
  }
}

/** @returns value, and where it ends */
function varUint(bytes: Uint8Array, start: number): [number, number] {
  let value = 0;
  let at = start;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[at++] as number;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at];
  }
}
