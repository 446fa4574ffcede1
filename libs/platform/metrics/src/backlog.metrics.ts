import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';

interface Backlog {
  readonly events_waiting: string;
  readonly events_oldest: string;
  readonly deliveries_open: string;
  readonly parked: string;
  readonly texts_waiting: string;
  readonly texts_oldest: string;
}

const STATEMENT = `
  SELECT
    (SELECT count(*) FROM engine.outbox_event WHERE position IS NULL) AS events_waiting,
    (SELECT coalesce(extract(epoch FROM now() - min(occurred_at)), 0) FROM engine.outbox_event WHERE position IS NULL) AS events_oldest,
    (SELECT count(*) FROM engine.outbox_event WHERE open_subscribers <> '{}') AS deliveries_open,
    (SELECT count(*) FROM engine.parked_job WHERE retried_at IS NULL) AS parked,
    (SELECT count(DISTINCT document_id) FROM engine.document_update WHERE NOT projected) AS texts_waiting,
    (SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0) FROM engine.document_update WHERE NOT projected) AS texts_oldest`;

/**
 * What waits in the database, the same from whichever process, in one statement over indexes that hold only what waits. While the
 * database is away the gauges are missing and `konzeptwerkstatt_database_up` is 0.
 * @returns asks anew; to be awaited before the figures are given out
 */
export function registerBacklog(registry: Registry, pool: Pick<Pool, 'query'>): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string): Gauge => new Gauge({ name: `konzeptwerkstatt_${name}`, help, registers });
  const gauges: Record<keyof Backlog, Gauge> = {
    events_waiting: gauge('outbox_waiting_events', 'Events that have no position yet.'),
    events_oldest: gauge('outbox_oldest_waiting_seconds', 'Age of the oldest of them.'),
    deliveries_open: gauge('outbox_open_events', 'Events that some subscriber has neither done nor been parked with.'),
    parked: gauge('parked_jobs', 'Jobs and deliveries given up after all tries; somebody must look.'),
    texts_waiting: gauge('projection_waiting_texts', 'Texts with changes that do not stand in the tables yet.'),
    texts_oldest: gauge('projection_oldest_waiting_seconds', 'Age of the oldest of these changes.'),
  };
  const isUp = gauge('database_up', 'Whether the database answers.');
  return async () => {
    const backlog = await pool.query<Backlog>(STATEMENT).then(({ rows }) => rows[0], () => undefined);
    isUp.set(backlog === undefined ? 0 : 1);
    for (const [key, each] of Object.entries(gauges)) {
      if (backlog === undefined) each.remove();
      else each.set(Number(backlog[key as keyof Backlog]));
    }
  };
}
