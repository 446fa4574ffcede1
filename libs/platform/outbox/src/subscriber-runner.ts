import { WAKE_UP_CHANNEL, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import type { Delivery } from './delivery.js';
import { toEnvelope, type EventRow } from './event-row.mapper.js';
import type { TransactionRunner } from './transaction-runner.js';

/** A delivery names a subscriber this build does not have, or its event has a payload the subscriber cannot read. */
export class UndeliverableError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UndeliverableError';
  }
}

/** Runs a subscriber on an event: the effect, its row in the inbox and "done" on the event commit together. */
export class SubscriberRunner {
  private readonly subscribers: ReadonlyMap<string, Subscriber>;

  constructor(private readonly transactions: TransactionRunner, subscribers: readonly Subscriber[]) {
    this.subscribers = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]));
  }

  /**
   * Does nothing when the subscriber has already had the event. Of two at once the second waits for the first one's commit.
   * @throws UndeliverableError, or what the subscriber throws; then nothing of it is kept
   */
  async run(delivery: Delivery): Promise<void> {
    const subscriber = this.subscribers.get(delivery.subscriber);
    if (!subscriber) throw new UndeliverableError(`No subscriber is called ${delivery.subscriber}`);
    await this.transactions.runInTransaction(async (tx) => {
      const isFirst = await tx.$executeRaw`
        INSERT INTO engine.inbox (event_id, subscriber) VALUES (${delivery.eventId}::uuid, ${delivery.subscriber}) ON CONFLICT DO NOTHING`;
      if (isFirst === 0) return;
      await handle(tx, subscriber, delivery.eventId);
      await settle(tx, delivery);
    }, subscriber.transactionMs === undefined ? {} : { timeout: subscriber.transactionMs });
  }
}

async function handle(tx: Transaction, subscriber: Subscriber, eventId: string): Promise<void> {
  const rows = await tx.$queryRaw<EventRow[]>`
    SELECT id::text, position::text, name, version, municipality_id::text, aggregate_type, aggregate_id::text, sequence::text,
      edition_id::text, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS occurred_at, actor,
      correlation_id::text, causation_id::text, payload
    FROM engine.outbox_event WHERE id = ${eventId}::uuid`;
  const row = rows[0];
  // Erased since: there is nothing left to react to.
  if (!row) return;
  if (row.name !== subscriber.event.name) throw new UndeliverableError(`${subscriber.name} does not listen to ${row.name}`);
  const payload = subscriber.event.schema.safeParse(row.payload);
  if (!payload.success) throw new UndeliverableError(`The payload of ${row.name} version ${row.version} is not readable by version ${subscriber.event.version}`);
  await subscriber.handle(tx, { ...toEnvelope(row), payload: payload.data });
}

/**
 * Takes a subscriber off an event's list, because it is done or has been parked, and wakes the relay when that lets later
 * events of the same aggregate go.
 */
export async function settle(tx: Transaction, { eventId, subscriber }: Delivery): Promise<void> {
  await tx.$queryRaw`
    WITH settled AS (
      UPDATE engine.outbox_event SET open_subscribers = array_remove(open_subscribers, ${subscriber}) WHERE id = ${eventId}::uuid
      RETURNING aggregate_id, sequence, open_subscribers
    )
    SELECT pg_notify(${WAKE_UP_CHANNEL}, '{"kind":"outbox"}')::text FROM settled
    WHERE open_subscribers = '{}' AND EXISTS (
      SELECT FROM engine.outbox_event later
      WHERE later.aggregate_id = settled.aggregate_id AND later.sequence > settled.sequence AND later.dispatched_at IS NULL)`;
}
