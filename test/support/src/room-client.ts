import { readVarUint } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { GraphqlVisitor } from './graphql-visitor.js';
import { until } from './until.js';

/** Type of the message with which the server acknowledges, for clients that ask with `?acks=1`. */
const ACKNOWLEDGEMENT = 121;

/** Settings of a connection. */
export interface RoomOptions {
  readonly doc?: Y.Doc;
  readonly params?: Readonly<Record<string, string>>;
}

/** Somebody in the text of a section: an unmodified y-websocket provider with a document. */
export class RoomClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** How many sockets it has opened so far: numbers of messages begin anew with each. */
  connections = 0;
  /** How many of the messages sent on the present socket the server has acknowledged. */
  acknowledged = 0;
  /** How many content messages (sync step 2 and update) went out on the present socket. */
  sent = 0;
  /** Code of the last close by the server; null before any. */
  closeCode: number | null = null;

  constructor(visitor: GraphqlVisitor, readonly documentId: string, { doc = new Y.Doc(), params = {} }: RoomOptions = {}) {
    this.doc = doc;
    const socketOptions = visitor.socketOptions();
    const opened = (socket: WebSocket): void => this.watch(socket);
    class Socket extends WebSocket {
      constructor(url: string) {
        super(url, socketOptions);
        opened(this);
      }
    }
    this.provider = new WebsocketProvider(`${visitor.origin.replace('http', 'ws')}/collab`, documentId, doc, {
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket, disableBc: true, params: { ...params }, maxBackoffTime: 300,
    });
    this.provider.messageHandlers[ACKNOWLEDGEMENT] = (_encoder, decoder) => {
      this.acknowledged = readVarUint(decoder);
    };
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.closeCode = event.code;
    });
  }

  /** Connects and waits for the text. @throws Error when it does not come */
  static async join(visitor: GraphqlVisitor, documentId: string, options?: RoomOptions): Promise<RoomClient> {
    const client = new RoomClient(visitor, documentId, options);
    await client.untilSynced();
    return client;
  }

  async untilSynced(ms = 10_000): Promise<void> {
    await until(() => this.provider.synced, `the text of ${this.documentId} arrives`, ms);
  }

  /** Everything written in the body, without markup. */
  get text(): string {
    return this.doc.getXmlFragment('body').toString().replace(/<[^>]*>/g, '');
  }

  /** The flat map with the values of goals and measures. */
  get fields(): Y.Map<unknown> {
    return this.doc.getMap('fields');
  }

  /** Whether everything sent so far is acknowledged; only with `acks=1`. */
  get isSaved(): boolean {
    return this.provider.synced && this.acknowledged === this.sent;
  }

  leave(): void {
    this.provider.destroy();
    this.doc.destroy();
  }

  /** Counts what goes out, as the definition of the acknowledgement says. */
  private watch(socket: WebSocket): void {
    this.connections += 1;
    this.sent = 0;
    this.acknowledged = 0;
    const send = socket.send.bind(socket) as (data: Uint8Array) => void;
    socket.send = ((data: Uint8Array) => {
      if (data[0] === 0 && data[1] !== 0) this.sent += 1;
      send(data);
    }) as typeof socket.send;
  }
}
