import { readBacklog, type Backlog } from '@konzeptwerkstatt/platform-outbox';
import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';

/**
 * What waits in the database, the same from whichever process. While the database is away the gauges are missing and
 * `konzeptwerkstatt_database_up` is 0.
 * @returns asks anew; to be awaited before the figures are given out
 */
export function registerBacklog(registry: Registry, pool: Pick<Pool, 'query'>): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string): Gauge => new Gauge({ name: `konzeptwerkstatt_${name}`, help, registers });
  const gauges: readonly (readonly [keyof Backlog, Gauge])[] = [
    ['eventsWaiting', gauge('outbox_waiting_events', 'Events that have no position yet.')],
    ['eventsOldestSeconds', gauge('outbox_oldest_waiting_seconds', 'Age of the oldest of them.')],
    ['eventsOpen', gauge('outbox_open_events', 'Events that some subscriber has neither done nor been parked with.')],
    ['parkedJobs', gauge('parked_jobs', 'Jobs and deliveries given up after all tries; somebody must look.')],
    ['textsWaiting', gauge('projection_waiting_texts', 'Texts with changes that do not stand in the tables yet.')],
    ['textsOldestSeconds', gauge('projection_oldest_waiting_seconds', 'Age of the oldest of these changes.')],
  ];
  const isUp = gauge('database_up', 'Whether the database answers.');
  return async () => {
    const backlog = await readBacklog((statement) => pool.query<Backlog>(statement).then(({ rows }) => rows)).catch(() => undefined);
    isUp.set(backlog === undefined ? 0 : 1);
    for (const [key, each] of gauges) {
      if (backlog === undefined) each.remove();
      else each.set(Number(backlog[key]));
    }
  };
}
