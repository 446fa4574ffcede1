import type { PgListener } from '@konzeptwerkstatt/platform-database/pool';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { PgSignals } from './pg-signals.js';
import type { Signals } from './signals.js';

export type { Notification, SignalHandler, Signals } from './signals.js';

/** What signals need. */
export interface SignalSettings {
  readonly pool: Pool;
  /** For what the database carries. PostgreSQL wakes every connection that listens for each message, so a process should have one of them. */
  readonly listener: PgListener;
  /** Left out, the database carries them. */
  readonly redisUrl?: string | undefined;
  readonly logger: Logger;
}

/** Opens the signals of a process: over Redis where there is one, else over the database. */
export async function openSignals({ pool, listener, redisUrl, logger }: SignalSettings): Promise<Signals> {
  if (redisUrl === undefined) return new PgSignals(pool, listener, logger);
  // Loaded only where it is used.
  const { RedisSignals } = await import('./redis-signals.js');
  return new RedisSignals(redisUrl, logger);
}
