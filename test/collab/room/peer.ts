import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { until } from '@konzeptwerkstatt/test-support';
import { RoomSocket, syncMessage, type Ending, type RoomSocketOptions } from './room-socket.js';

const MESSAGE = { sync: 0, awareness: 1, acknowledgement: 121 } as const;

/** A well-behaved participant: a document, a socket, and a count of what the server has acknowledged. */
export class Peer {
  readonly doc: Y.Doc;
  socket: RoomSocket | null = null;
  isSynced = false;
  /** Content messages on the present socket, and how many of them are acknowledged. */
  sent = 0;
  acknowledged = 0;
  /** What it could not take in. */
  readonly complaints: unknown[] = [];
  /** How many sockets it has had: counts begin anew with each. */
  connections = 0;
  /** Called for each awareness message. */
  onAwareness: (bytes: Uint8Array) => void = () => undefined;

  constructor(private readonly options: Omit<RoomSocketOptions, 'onMessage'>, doc = new Y.Doc()) {
    this.doc = doc;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendContent(syncMessage(2, update));
    });
  }

  /** Joins and waits for the text. @throws Error when it does not come */
  static async join(options: Omit<RoomSocketOptions, 'onMessage'>, doc?: Y.Doc): Promise<Peer> {
    const peer = new Peer(options, doc);
    await peer.connect();
    return peer;
  }

  /** Everything sent is on disk, as far as the server says. */
  get isSaved(): boolean {
    return this.isSynced && this.acknowledged === this.sent;
  }

  /** Everything written in the body, without markup. */
  get text(): string {
    return this.doc.getXmlFragment('body').toString().replace(/<[^>]*>/g, '');
  }

  /** Resolved when the present socket has ended. */
  get ended(): Promise<Ending> {
    return this.socket!.ended;
  }

  async connect(ms = 10_000): Promise<void> {
    const socket = new RoomSocket({ query: '?acks=1', ...this.options, onMessage: (message) => this.socket === socket && this.tryToReceive(message) });
    this.socket = socket;
    this.isSynced = false;
    this.sent = 0;
    this.acknowledged = 0;
    this.connections++;
    await socket.opened;
    void socket.ended.then(() => this.socket === socket && (this.isSynced = false));
    socket.send(syncMessage(0, Y.encodeStateVector(this.doc)));
    await until(() => this.isSynced || !socket.isOpen, 'the text arrives', ms);
    if (!this.isSynced) throw new Error(`cut off before the text had arrived: ${JSON.stringify(await socket.ended)}`);
  }

  /** Comes back as long as it takes. */
  async reconnect(ms = 15_000): Promise<void> {
    for (const end = Date.now() + ms; ; ) {
      try {
        return await this.connect(end - Date.now());
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    }
  }

  /** Loses the connection; what is written from now on stays here. */
  cut(): void {
    this.socket?.destroy();
    this.socket = null;
    this.isSynced = false;
  }

  leave(): void {
    this.cut();
    this.doc.destroy();
  }

  private sendContent(message: Uint8Array): void {
    // Before the text has arrived, the answer to the server's state vector carries everything.
    if (this.socket?.isOpen !== true) return;
    this.sent++;
    this.socket.send(message);
  }

  private tryToReceive(message: Buffer): void {
    try {
      this.receive(message);
    } catch (error) {
      this.complaints.push(error);
    }
  }

  private receive(message: Buffer): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.acknowledgement) this.acknowledged = decoding.readVarUint(decoder);
    if (type === MESSAGE.awareness) this.onAwareness(decoding.readVarUint8Array(decoder));
    if (type !== MESSAGE.sync) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.sync);
    const kind = syncProtocol.readSyncMessage(decoder, encoder, this.doc, this);
    if (encoding.length(encoder) > 1) this.sendContent(encoding.toUint8Array(encoder));
    if (kind === syncProtocol.messageYjsSyncStep2) this.isSynced = true;
  }
}
