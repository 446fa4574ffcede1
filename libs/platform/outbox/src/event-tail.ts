import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { matches, type EventFilter } from './event-filter.js';
import type { EventReader } from './event-reader.js';
import type { LiveBuffer } from './live-buffer.js';
import { WakeUpSignal } from './wake-up-signal.js';
import type { WakeUpHub } from './wake-up-hub.js';

const pageSize = 200;
const pollMs = 5_000;

/**
 * Reads each new event once for the whole process and hands it to the followers it concerns; two hundred subscriptions
 * cost one query. Runs only while somebody follows.
 */
export class EventTail {
  private readonly followers = new Map<LiveBuffer, EventFilter>();
  private readonly signal = new WakeUpSignal();
  private running: Promise<void> | undefined;
  private position: string | undefined;

  constructor(private readonly reader: EventReader, private readonly hub: WakeUpHub, private readonly logger: Logger) {}

  /**
   * From the moment the promise resolves the buffer gets all new events. Those before are in the database already, so a
   * follower that joins first and reads afterwards misses none.
   */
  async join(buffer: LiveBuffer, filter: EventFilter): Promise<void> {
    this.followers.set(buffer, filter);
    try {
      await this.hub.start();
    } catch (error) {
      this.logger.warn({ err: error }, 'no wake-ups, events are polled');
    }
    if (this.position === undefined) {
      const last = await this.reader.lastPosition();
      if (this.followers.has(buffer)) this.position ??= last;
    }
    if (this.followers.has(buffer)) this.running ??= this.run();
  }

  leave(buffer: LiveBuffer): void {
    this.followers.delete(buffer);
    if (this.followers.size === 0) this.signal.set();
  }

  /** Ends all followers. */
  async close(): Promise<void> {
    for (const buffer of this.followers.keys()) buffer.close();
    this.followers.clear();
    this.signal.set();
    await this.running;
  }

  private async run(): Promise<void> {
    const wake = (): void => this.signal.set();
    const off = this.hub.on('events', wake, wake);
    while (this.followers.size > 0) {
      try {
        await this.readOn();
      } catch (error) {
        this.logger.warn({ err: error }, 'events not read, trying again');
      }
      if (this.followers.size > 0) await this.signal.wait(pollMs);
    }
    off();
    this.running = undefined;
    this.position = undefined;
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const events = await this.reader.readAfter(this.position ?? '0', null, pageSize);
      for (const event of events) {
        for (const [buffer, filter] of this.followers) if (matches(filter, event)) buffer.push(event);
        this.position = event.position;
      }
      if (events.length < pageSize) return;
    }
  }
}
