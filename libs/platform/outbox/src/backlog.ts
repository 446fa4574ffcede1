import { RELAY_LOCK } from './relay-lock.js';

/** What waits in the database between a change and its effects, the same from whichever process. Ages are in seconds, 0 when nothing waits. */
export interface Backlog {
  /** Events that have no position yet. */
  readonly eventsWaiting: number;
  readonly eventsOldestSeconds: number;
  /** Events that some subscriber has neither done nor been parked with. */
  readonly eventsOpen: number;
  /** The last position the relay gave; null before the first. */
  readonly position: string | null;
  /** Whether some process hands events on right now. */
  readonly isRelayed: boolean;
  /** Jobs and deliveries given up after all tries and not retried. */
  readonly parkedJobs: number;
  /** Texts with changes that do not stand in the tables yet. */
  readonly textsWaiting: number;
  readonly textsOldestSeconds: number;
}

/** One statement, over indexes that hold only what waits. */
const STATEMENT = `
  SELECT
    (SELECT count(*) FROM engine.outbox_event WHERE position IS NULL)::integer AS "eventsWaiting",
    (SELECT coalesce(extract(epoch FROM now() - min(occurred_at)), 0) FROM engine.outbox_event WHERE position IS NULL)::float8 AS "eventsOldestSeconds",
    (SELECT count(*) FROM engine.outbox_event WHERE open_subscribers <> '{}')::integer AS "eventsOpen",
    (SELECT max(position) FROM engine.outbox_event)::text AS "position",
    EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = ${RELAY_LOCK} AND objsubid = 1
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS "isRelayed",
    (SELECT count(*) FROM engine.parked_job WHERE retried_at IS NULL)::integer AS "parkedJobs",
    (SELECT count(DISTINCT document_id) FROM engine.document_update WHERE NOT projected)::integer AS "textsWaiting",
    (SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0) FROM engine.document_update WHERE NOT projected)::float8 AS "textsOldestSeconds"`;

/**
 * Reads what waits, for metrics and for whoever runs the installation.
 * @param query runs a statement without parameters and gives its rows
 * @throws whatever `query` throws
 */
export async function readBacklog(query: (statement: string) => PromiseLike<readonly Backlog[]>): Promise<Backlog> {
  const [backlog] = await query(STATEMENT);
  if (!backlog) throw new Error('The database gave no row');
  return backlog;
}
