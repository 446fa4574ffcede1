import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { Redis } from 'ioredis';
import type { SignalHandler, Signals } from './signals.js';

const prefix = 'konzeptwerkstatt:';

/** Signals by Redis's publish and subscribe; a channel is listened to only while somebody wants it. */
export class RedisSignals implements Signals {
  /** Larger ones would hold up everybody else's. */
  readonly maxBytes = 512 * 1024;
  readonly areNotifications = false;
  private readonly sender: Redis;
  private readonly receiver: Redis;
  private readonly handlers = new Map<string, Set<SignalHandler>>();
  private readonly callbacks = new Set<() => void>();
  private wasReady = false;

  constructor(redisUrl: string, private readonly logger: Logger) {
    const retryStrategy = (attempt: number): number => Math.min(attempt * 100, 2_000);
    // What cannot be sent now is worth nothing later.
    this.sender = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 0, retryStrategy });
    this.receiver = new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy, autoResubscribe: true });
    for (const connection of [this.sender, this.receiver]) connection.on('error', (error) => logger.warn({ err: error }, 'signals interrupted'));
    this.receiver.on('messageBuffer', (channel: Buffer, message: Buffer) => this.handlers.get(channel.toString())?.forEach((handler) => handler(message)));
    this.receiver.on('ready', () => this.ready());
  }

  get isConnected(): boolean {
    return this.sender.status === 'ready' && this.receiver.status === 'ready';
  }

  async publish(channel: string, message: Uint8Array): Promise<void> {
    if (message.length > this.maxBytes) return;
    try {
      await this.sender.publish(prefix + channel, Buffer.from(message.buffer, message.byteOffset, message.length));
    } catch (error) {
      this.logger.debug({ err: error, channel }, 'signal not sent');
    }
  }

  asNotification(): null {
    return null;
  }

  async subscribe(channel: string, handler: SignalHandler): Promise<() => Promise<void>> {
    const name = prefix + channel;
    const handlers = this.handlers.get(name) ?? new Set();
    this.handlers.set(name, handlers.add(handler));
    // Without a connection it is made up for when there is one; a room must not wait for that.
    const subscribed = this.receiver.subscribe(name);
    if (this.receiver.status === 'ready') await subscribed;
    else subscribed.catch((error: unknown) => this.logger.warn({ err: error, channel }, 'signals not subscribed'));
    return async () => {
      handlers.delete(handler);
      if (handlers.size > 0) return;
      this.handlers.delete(name);
      await this.receiver.unsubscribe(name).catch(() => undefined);
    };
  }

  onInterruption(callback: () => void): void {
    this.callbacks.add(callback);
  }

  async close(): Promise<void> {
    this.sender.disconnect();
    this.receiver.disconnect();
  }

  private ready(): void {
    if (this.wasReady) this.callbacks.forEach((callback) => callback());
    this.wasReady = true;
  }
}
