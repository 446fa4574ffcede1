import { createLogger, type Logger } from '@konzeptwerkstatt/platform-logging';
import { PgListener } from '@konzeptwerkstatt/platform-database';
import type { TestDatabase } from '@konzeptwerkstatt/test-support';
import type { Delivery, DeliveryQueue } from '../src/delivery.js';
import { OutboxRelay } from '../src/outbox-relay.js';
import { WakeUpHub } from '../src/wake-up-hub.js';
import { somethingHappened } from './something-happened.js';

export const silent: Logger = createLogger({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });

/** A hub with a LISTEN connection of its own, named so that a test can cut it. */
export function openHub(database: TestDatabase, name = 'test-hub'): WakeUpHub {
  return new WakeUpHub(new PgListener({ databaseUrl: database.url, name }));
}

/** A relay for the event of tests. */
export function openRelay(database: TestDatabase, hub: WakeUpHub, queue: DeliveryQueue, subscribers: readonly string[] = ['note-when-thing-happened']): OutboxRelay {
  return new OutboxRelay({ databaseUrl: database.url, hub, queue, subscribers: { [somethingHappened.name]: subscribers }, logger: silent });
}

/** A queue that remembers job ids as BullMQ does and hands each delivery to a function, several at a time. */
export class MemoryQueue implements DeliveryQueue {
  readonly taken = new Set<string>();
  readonly running = new Set<Promise<void>>();
  /** Called after the jobs are stored: throw here to die before they are marked. */
  afterStore: () => void = () => undefined;

  constructor(private readonly handle: (delivery: Delivery) => Promise<void>) {}

  async deliver(deliveries: readonly Delivery[]): Promise<void> {
    for (const delivery of deliveries) {
      const id = `${delivery.eventId}-${delivery.subscriber}`;
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      const run = this.handle(delivery).finally(() => this.running.delete(run));
      this.running.add(run);
    }
    this.afterStore();
  }
}

/** Ends all connections of a name on the server, as a network would. */
export async function cut(database: TestDatabase, name: string): Promise<void> {
  await database.pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()', [name]);
}

/** Waits until something holds. @throws Error when it does not within the time */
export async function until(holds: () => Promise<boolean> | boolean, timeoutMs = 20_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; !(await holds()); ) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
