import type { Pool } from 'pg';
import { until } from './until.js';

/** What still waits to be done in a database, by kind. */
export interface Backlog {
  /** Events without a position, and those that a subscriber has still to deal with. */
  readonly events: number;
  /** Updates whose goals and measures do not yet stand in the tables. */
  readonly unprojected: number;
}

/** Counts what the worker has still to do. */
export async function backlogOf(pool: Pool): Promise<Backlog> {
  const { rows } = await pool.query<Backlog>(`
    SELECT (SELECT count(*)::int FROM engine.outbox_event WHERE dispatched_at IS NULL OR open_subscribers IS NULL OR open_subscribers <> '{}') AS events,
           (SELECT count(*)::int FROM engine.document_update WHERE NOT projected) AS unprojected`);
  return rows[0] ?? { events: -1, unprojected: -1 };
}

/** Waits until the worker has nothing left to do. */
export async function untilQuiet(pool: Pool, ms = 20_000): Promise<void> {
  await until(async () => {
    const { events, unprojected } = await backlogOf(pool);
    return events === 0 && unprojected === 0;
  }, 'every event is delivered and every text projected', ms);
}
