import type { PgListener } from '@konzeptwerkstatt/platform-database/pool';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import type { Notification, SignalHandler, Signals } from './signals.js';

/** PostgreSQL takes less than 8,000 bytes of text, and bytes go as base64. */
const maxBytes = 5_900;

/** Signals by LISTEN and NOTIFY of the application's database, over a connection that others may listen on too. */
export class PgSignals implements Signals {
  readonly maxBytes = maxBytes;
  readonly areNotifications = true;

  constructor(private readonly pool: Pool, private readonly listener: PgListener, private readonly logger: Logger) {}

  get isConnected(): boolean {
    return this.listener.isConnected;
  }

  async publish(channel: string, message: Uint8Array): Promise<void> {
    const notification = this.asNotification(channel, message);
    if (notification === null) return;
    try {
      await this.pool.query({ name: 'signal', text: 'SELECT pg_notify($1, $2)', values: [channel, notification.payload] });
    } catch (error) {
      this.logger.warn({ err: error, channel }, 'signal not sent');
    }
  }

  asNotification(channel: string, message: Uint8Array): Notification | null {
    if (message.length > maxBytes) return null;
    return { channel, payload: Buffer.from(message.buffer, message.byteOffset, message.length).toString('base64') };
  }

  async subscribe(channel: string, handler: SignalHandler): Promise<() => Promise<void>> {
    return this.listener.listen(channel, (payload) => handler(Buffer.from(payload, 'base64')));
  }

  onInterruption(callback: () => void): void {
    this.listener.onGap(callback);
  }

  /** The connections are the caller's. */
  async close(): Promise<void> {}
}
