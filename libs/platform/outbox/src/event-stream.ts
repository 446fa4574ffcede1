import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import type { EventFilter } from './event-filter.js';
import { EventReader } from './event-reader.js';
import { EventTail } from './event-tail.js';
import { LiveBuffer } from './live-buffer.js';
import type { WakeUpHub } from './wake-up-hub.js';

const pageSize = 100;
/** Events a slow reader may have waiting in memory. */
const bufferCapacity = 256;

/** Everything that happened, in the order of its positions: for activity lists, subscriptions and webhooks. */
export class EventStream {
  private readonly reader: EventReader;
  private readonly tail: EventTail;

  constructor(pool: Pool, hub: WakeUpHub, logger: Logger) {
    this.reader = new EventReader(pool);
    this.tail = new EventTail(this.reader, hub, logger);
  }

  /** Events after a position ("0": from the beginning), oldest first. */
  readAfter(position: string, filter: EventFilter, limit: number): Promise<EventEnvelope[]> {
    return this.reader.readAfter(position, filter, limit);
  }

  /** Events before a position (null: the newest ones), newest first. */
  readBefore(position: string | null, filter: EventFilter, limit: number): Promise<EventEnvelope[]> {
    return this.reader.readBefore(position, filter, limit);
  }

  /** The last position given, "0" when nothing has happened yet. */
  lastPosition(): Promise<string> {
    return this.reader.lastPosition();
  }

  /**
   * All events after a position and then each new one, exactly once and in order, until `return()` is called (which
   * `for await … break` does). Survives a lost connection. Rights are not checked here: ask them for each event.
   * @param fromPosition "0" for everything, `lastPosition()` for what is to come
   */
  follow(filter: EventFilter, fromPosition: string): AsyncIterableIterator<EventEnvelope> {
    const buffer = new LiveBuffer(bufferCapacity);
    const events = this.generate(filter, fromPosition, buffer);
    return {
      next: () => events.next(),
      // A generator that waits for an event would not hear of its end; closing the buffer wakes it.
      return: async () => {
        buffer.close();
        this.tail.leave(buffer);
        await events.return(undefined);
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /** Ends all that follow. */
  close(): Promise<void> {
    return this.tail.close();
  }

  private async *generate(filter: EventFilter, fromPosition: string, buffer: LiveBuffer): AsyncGenerator<EventEnvelope, undefined> {
    let position = fromPosition;
    try {
      while (!buffer.isClosed) {
        buffer.reset();
        await this.tail.join(buffer, filter);
        for await (const event of this.catchUp(filter, position, buffer)) yield (position = event.position, event);
        for (let event = await buffer.next(); event; event = await buffer.next()) {
          // Read from the database already while catching up.
          if (BigInt(event.position) <= BigInt(position)) continue;
          position = event.position;
          yield event;
        }
      }
    } finally {
      this.tail.leave(buffer);
    }
    return undefined;
  }

  private async *catchUp(filter: EventFilter, from: string, buffer: LiveBuffer): AsyncGenerator<EventEnvelope> {
    for (let position = from; !buffer.isClosed; ) {
      const page = await this.reader.readAfter(position, filter, pageSize);
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < pageSize) return;
      position = last.position;
    }
  }
}
