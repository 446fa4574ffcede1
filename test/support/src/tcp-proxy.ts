import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { DelayedFlow, type Weather } from './delayed-flow.js';

/** Which way bytes travel: `up` from the visitor to the server, `down` back, or `both`. */
export type Direction = 'up' | 'down' | 'both';

/** One connection through the proxy. */
interface Passage {
  readonly visitor: Socket;
  readonly server: Socket;
  readonly up: DelayedFlow;
  readonly down: DelayedFlow;
  /** Path of its first request, known with the first bytes. */
  path: string | null;
}

const requestLine = /^[A-Z]+ (\S+) HTTP\/1/;
const clear: Weather = { delayMs: 0, jitterMs: 0, bytesPerSecond: Infinity };

/**
 * Resets a connection, or closes it where it is ending already: Node cannot reset that one, keeps it open, and its process turns in circles
 * for ever when it is to end.
 */
export function breakOff(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

/**
 * The network between a visitor and a server on this machine, for suites that take it away: forwards every connection, and
 * can cut, fall silent (half-open), delay and throttle. What a fault concerns can be narrowed to connections whose first
 * request begins with a path, e.g. `/collab/`: a browser never sends anything else over a WebSocket's connection.
 */
export class TcpProxy {
  private readonly passages = new Set<Passage>();
  private refused: string | null = null;
  private silent: { readonly direction: Direction; readonly path: string } | null = null;
  private weather = clear;

  private constructor(private readonly listener: Server, private target: () => number) {
    listener.on('connection', (visitor) => this.forward(visitor));
  }

  /**
   * Listens on a free port of the loopback address.
   * @param target port of the server; asked for each connection, so that a server may come back elsewhere
   */
  static async start(target: () => number): Promise<TcpProxy> {
    const listener = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new TcpProxy(listener, target);
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** How many connections go through at the moment. */
  connections(path = ''): number {
    return this.concerned(path).length;
  }

  /** Breaks what is open; what comes next passes. @returns how many were broken */
  drop(path = ''): number {
    const broken = this.concerned(path);
    for (const passage of broken) this.break(passage);
    return broken.length;
  }

  /** Breaks what is open and everything that comes, until `restore`. */
  cut(path = ''): void {
    this.refused = path;
    this.drop(path);
  }

  /** Connections stay open and new ones are taken, but nothing arrives any more, until `restore`. */
  silence(direction: Direction = 'both', path = ''): void {
    this.silent = { direction, path };
    for (const passage of this.passages) this.apply(passage);
  }

  /** From now on everything takes its time. */
  slow(weather: Partial<Weather>): void {
    this.weather = { ...clear, ...weather };
    for (const passage of this.passages) this.apply(passage);
  }

  /** Ends every fault; what was held back arrives. */
  restore(): void {
    this.refused = null;
    this.silent = null;
    this.slow(clear);
  }

  async close(): Promise<void> {
    this.drop();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private concerned(path: string): Passage[] {
    return [...this.passages].filter((passage) => path === '' || passage.path?.startsWith(path) === true);
  }

  private forward(visitor: Socket): void {
    const server = connect({ port: this.target(), host: '127.0.0.1', noDelay: true });
    // Before the flow takes the first bytes it must be known whose they are.
    visitor.once('data', (first: Buffer) => this.recognise(passage, first));
    const passage: Passage = { visitor, server, path: null, up: new DelayedFlow(visitor, server), down: new DelayedFlow(server, visitor) };
    this.passages.add(passage);
    for (const end of [visitor, server]) {
      end.on('error', () => this.break(passage));
      end.on('close', () => this.passages.delete(passage));
    }
    this.apply(passage);
    if (this.refused === '') this.break(passage);
  }

  private recognise(passage: Passage, first: Buffer): void {
    passage.path = requestLine.exec(first.toString('latin1'))?.[1] ?? '';
    if (this.refused !== null && passage.path.startsWith(this.refused)) this.break(passage);
    else this.apply(passage);
  }

  private apply({ up, down, path }: Passage): void {
    const isSilent = (direction: Direction): boolean =>
      this.silent !== null && (this.silent.direction === 'both' || this.silent.direction === direction) && (path ?? '').startsWith(this.silent.path);
    up.set(this.weather, isSilent('up'));
    down.set(this.weather, isSilent('down'));
  }

  private break({ visitor, server, up, down }: Passage): void {
    up.stop();
    down.stop();
    breakOff(visitor);
    server.destroy();
  }
}
