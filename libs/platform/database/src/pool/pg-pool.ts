import { Pool } from 'pg';

/** Limits of one connection pool. */
export interface PgPoolOptions {
  /** Most connections of this pool; all pools of all processes together must fit the server's `max_connections`. */
  readonly max?: number;
  /** Connections that are kept however long nothing is asked, so that the next need not wait for one. */
  readonly min?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Longest wait for a connection in milliseconds. */
  readonly connectionTimeout?: number;
  /** Longest single statement in milliseconds. */
  readonly statementTimeout?: number;
  /** Longest wait for a lock in milliseconds; then the statement fails with 55P03. */
  readonly lockTimeout?: number;
  readonly searchPath?: string;
  /** Prepared statements are planned at their first use for whatever values come, not with the values of each of the first five. */
  readonly plansOnce?: boolean;
  readonly onError?: (error: Error) => void;
}

/**
 * Opens a pool that never waits without end: unless told otherwise 5 s for a connection, 30 s for a statement, 10 s for a lock, 30 s in an
 * idle transaction. The caller ends it.
 */
export function createPgPool(databaseUrl: string, options: PgPoolOptions = {}): Pool {
  const settings = [...(options.searchPath ? [`-c search_path=${options.searchPath}`] : []), ...(options.plansOnce ? ['-c plan_cache_mode=force_generic_plan'] : [])];
  const pool = new Pool({
    connectionString: databaseUrl,
    max: options.max ?? 10,
    min: options.min ?? 0,
    application_name: options.name ?? 'konzeptwerkstatt',
    connectionTimeoutMillis: options.connectionTimeout ?? 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: options.statementTimeout ?? 30_000,
    lock_timeout: options.lockTimeout ?? 10_000,
    idle_in_transaction_session_timeout: 30_000,
    ...(settings.length > 0 ? { options: settings.join(' ') } : {}),
  });
  // An idle connection that the server ends is replaced by the next query; unheard, its error would end the process.
  pool.on('error', (error) => options.onError?.(error));
  return pool;
}
