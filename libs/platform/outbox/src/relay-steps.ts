import { WAKE_UP_CHANNEL } from '@konzeptwerkstatt/contracts';
import type { Client } from 'pg';
import type { Delivery } from './delivery.js';

/*
 * Why nothing is lost, overtaken or done twice:
 *
 * 1. What to take is told by the row (`position IS NULL`), never by a number already passed: a transaction that commits
 *    late is simply still waiting. What is not committed is not seen.
 * 2. A writer holds its aggregate's row in `aggregate_sequence` until it commits, so whoever sees number n of an aggregate
 *    sees all numbers below n; and `inserted` is drawn under that lock, so within an aggregate it rises with the sequence.
 *    Taking rows by `inserted` therefore never takes n + 1 and leaves n behind. A row that maintenance has locked is
 *    skipped, and holds back the later ones of its own aggregate only.
 * 3. Positions are committed before anything is enqueued, and by one relay at a time. So they become visible in ascending
 *    order, a reader may continue from the last one it has seen, and no job names an event without a position.
 * 4. An event is dispatched when all earlier events of its aggregate have been done by all their subscribers, or parked:
 *    at most one event of an aggregate is in the queue, so no retry and no parallel worker can turn two of them around.
 * 5. Enqueued but not marked (crash in between) means enqueued again: under the same job id, and behind it the inbox lets
 *    the effect happen once. Marked but lost by the queue (a Redis that was emptied) is found by `findLost`.
 */

/** Names of the subscribers of each event name. */
export type SubscriberNames = Readonly<Record<string, readonly string[]>>;

/** An event to be enqueued, with the subscribers that still need it. */
export interface DispatchableEvent {
  readonly id: string;
  readonly subscribers: readonly string[];
}

/** Gives positions to waiting events and notes who needs them; one transaction. @returns how many, and the last position */
export async function assignPositions(client: Client, subscribers: SubscriberNames, limit: number): Promise<{ count: number; last: string | null }> {
  const { rows } = await client.query<{ count: number; last: string | null }>(
    `WITH claimed AS MATERIALIZED (
       SELECT id, aggregate_id, sequence, inserted FROM engine.outbox_event
       WHERE position IS NULL ORDER BY inserted LIMIT $2 FOR UPDATE SKIP LOCKED
     ), ready AS MATERIALIZED (
       SELECT id, inserted FROM claimed WHERE NOT EXISTS (
         SELECT FROM engine.outbox_event earlier
         WHERE earlier.aggregate_id = claimed.aggregate_id AND earlier.sequence < claimed.sequence AND earlier.position IS NULL
           AND earlier.id NOT IN (SELECT id FROM claimed))
     ), numbered AS MATERIALIZED (
       SELECT id, nextval('engine.event_position') AS position FROM (SELECT id FROM ready ORDER BY inserted) AS ordered
     ), assigned AS (
       UPDATE engine.outbox_event AS event SET position = numbered.position,
         open_subscribers = COALESCE((SELECT array_agg(listed.value) FROM jsonb_array_elements_text($1::jsonb -> event.name) AS listed), '{}')
       FROM numbered WHERE event.id = numbered.id RETURNING event.position
     )
     SELECT count(*)::integer AS count, max(position)::text AS last FROM assigned`,
    [JSON.stringify(subscribers), limit],
  );
  return rows[0] ?? { count: 0, last: null };
}

/** Events whose turn it is, in the order of their positions. */
export async function findDispatchable(client: Client, limit: number): Promise<DispatchableEvent[]> {
  const { rows } = await client.query<DispatchableEvent>(
    `SELECT id, open_subscribers AS subscribers FROM engine.outbox_event AS event
     WHERE position IS NOT NULL AND dispatched_at IS NULL AND NOT EXISTS (
       SELECT FROM engine.outbox_event earlier
       WHERE earlier.aggregate_id = event.aggregate_id AND earlier.sequence < event.sequence AND earlier.open_subscribers <> '{}')
     ORDER BY event.position LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Events that were dispatched long ago and are neither done nor parked; enqueuing them again does no harm. */
export async function findLost(client: Client, olderThanSeconds: number, limit: number): Promise<DispatchableEvent[]> {
  const { rows } = await client.query<DispatchableEvent>(
    `SELECT id, open_subscribers AS subscribers FROM engine.outbox_event
     WHERE open_subscribers <> '{}' AND dispatched_at < now() - make_interval(secs => $1) ORDER BY position LIMIT $2`,
    [olderThanSeconds, limit],
  );
  return rows;
}

/** Notes that the events are in the queue. */
export async function markDispatched(client: Client, events: readonly DispatchableEvent[]): Promise<void> {
  await client.query('UPDATE engine.outbox_event SET dispatched_at = clock_timestamp() WHERE id = ANY ($1::uuid[])', [events.map(({ id }) => id)]);
}

/** Tells streams up to where they can read. */
export async function announcePosition(client: Client, position: string): Promise<void> {
  await client.query('SELECT pg_notify($1, $2)', [WAKE_UP_CHANNEL, JSON.stringify({ kind: 'events', position })]);
}

/** One delivery for each event and subscriber. */
export function deliveriesOf(events: readonly DispatchableEvent[]): Delivery[] {
  return events.flatMap(({ id, subscribers }) => subscribers.map((subscriber) => ({ eventId: id, subscriber })));
}
