import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** Takes the payload of a notification; must not throw. */
export type NotificationHandler = (payload: string) => void;

/** How a listener connects; `onError` hears of every lost connection. */
export interface PgListenerOptions {
  readonly databaseUrl: string;
  readonly name?: string;
  /** How often it is felt whether the connection still stands, in milliseconds. */
  readonly heartbeat?: number;
  readonly onError?: (error: Error) => void;
}

const firstDelay = 100;
const longestDelay = 5_000;
/** How often it is felt whether the connection still stands, and how long any answer may take. In milliseconds. */
const heartbeat = 15_000;
const patience = 5_000;

/**
 * LISTEN on a connection of its own that comes back by itself. PostgreSQL keeps nothing for who is away: notifications
 * sent during a gap are lost, so whoever listens also passes `onGap` and looks for what was missed when it is called.
 */
export class PgListener {
  private readonly handlers = new Map<string, Set<NotificationHandler>>();
  private readonly gapHandlers = new Set<() => void>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  /** Settles when the connection has answered everything it was asked so far. */
  private answered: Promise<unknown> = Promise.resolve();
  private closed = false;
  /** A connection was lost and none has replaced it yet. */
  private isAway = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PgListenerOptions) {}

  /** Whether notifications come through at the moment, as far as is known. */
  get isConnected(): boolean {
    return this.client !== undefined;
  }

  /** Calls back after a lost connection was replaced, whatever is listened to. */
  onGap(callback: () => void): void {
    this.gapHandlers.add(callback);
  }

  /**
   * Calls `handler` for each notification on `channel`, from when the promise is resolved. Rejects when the database cannot be reached;
   * then it is as if nobody had asked.
   * @param onGap called after a lost connection was replaced
   * @returns the function that ends it
   */
  async listen(channel: string, handler: NotificationHandler, onGap?: () => void): Promise<() => Promise<void>> {
    const handlers = this.handlers.get(channel) ?? new Set();
    this.handlers.set(channel, handlers.add(handler));
    if (onGap) this.gapHandlers.add(onGap);
    const stop = async (): Promise<void> => {
      if (onGap) this.gapHandlers.delete(onGap);
      handlers.delete(handler);
      if (handlers.size > 0) return;
      this.handlers.delete(channel);
      if (this.client) await this.ask(this.client, `UNLISTEN ${this.client.escapeIdentifier(channel)}`).catch(() => undefined);
    };
    try {
      if (this.client) await this.ask(this.client, `LISTEN ${this.client.escapeIdentifier(channel)}`);
      else await this.connect();
    } catch (error) {
      await stop();
      throw error;
    }
    return stop;
  }

  /** Ends the connection; nothing is delivered afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.connecting?.catch(() => undefined);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** Many rooms may be opened at once, and a connection takes one statement after the other. */
  private ask(client: Client, statement: string): Promise<unknown> {
    const answer = this.answered.then(() => client.query(statement));
    this.answered = answer.catch(() => undefined);
    return answer;
  }

  private connect(): Promise<void> {
    return (this.connecting ??= this.open().finally(() => (this.connecting = undefined)));
  }

  private async open(): Promise<void> {
    if (this.closed) throw new Error('Nobody listens any more');
    const client = new Client({ connectionString: this.options.databaseUrl, application_name: this.options.name ?? 'listener', keepAlive: true, connectionTimeoutMillis: patience, query_timeout: patience });
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, new Error('connection ended')));
    client.on('notification', ({ channel, payload }) => this.handlers.get(channel)?.forEach((handler) => handler(payload ?? '')));
    try {
      await client.connect();
      this.answered = Promise.resolve();
      for (const channel of this.handlers.keys()) await this.ask(client, `LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    clearInterval(this.timer);
    // A connection that a firewall forgot looks healthy until something is sent, and then until an answer is overdue.
    this.timer = setInterval(() => void this.ask(client, 'SELECT 1').catch((error: Error) => this.lose(client, error)), this.options.heartbeat ?? heartbeat);
    this.timer.unref();
    if (!this.isAway) return;
    this.isAway = false;
    this.gapHandlers.forEach((onGap) => onGap());
  }

  private lose(client: Client, error: Error): void {
    if (this.closed || client !== this.client) return;
    this.client = undefined;
    this.isAway = true;
    clearInterval(this.timer);
    this.options.onError?.(error);
    void client.end().catch(() => undefined);
    void this.reconnect();
  }

  /** Until there is a connection again; whoever begins to listen meanwhile may be quicker. */
  private async reconnect(): Promise<void> {
    for (let delay = firstDelay; this.isAway; delay = Math.min(delay * 2, longestDelay)) {
      await sleep(delay, undefined, { ref: false });
      if (this.closed || !this.isAway) return;
      try {
        await this.connect();
      } catch (error) {
        this.options.onError?.(error as Error);
      }
    }
  }
}
