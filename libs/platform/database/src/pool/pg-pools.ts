import { Inject, Injectable, Optional, type FactoryProvider, type InjectionToken, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { DATABASE_OPTIONS, type DatabaseOptions } from '../database.config.js';
import { createPgPool, type PgPoolOptions } from './pg-pool.js';

/** Opens plain `pg` pools for the paths on which an object mapper costs too much, and ends them with the application. */
@Injectable()
export class PgPools implements OnApplicationShutdown {
  private readonly pools: Pool[] = [];

  constructor(
    @Inject(DATABASE_OPTIONS) private readonly database: DatabaseOptions,
    @Optional() @Inject(LOGGER) private readonly logger: Logger | null,
  ) {}

  /** A new pool on the application's database; `name` shows in pg_stat_activity. */
  open(name: string, options: Omit<PgPoolOptions, 'name' | 'onError'> = {}): Pool {
    const onError = (error: Error): void => this.logger?.warn({ pool: name, err: error }, 'idle database connection lost');
    const pool = createPgPool(this.database.databaseUrl, { ...options, name, onError });
    this.pools.push(pool);
    return pool;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.pools.splice(0).map((pool) => pool.end()));
  }
}

/** Provider of a pool of one's own under a token: `providers: [pgPoolProvider(LOG_POOL, 'document-log', { max: 4 })]`. */
export function pgPoolProvider(token: InjectionToken, name: string, options?: Omit<PgPoolOptions, 'name' | 'onError'>): FactoryProvider<Pool> {
  return { provide: token, inject: [PgPools], useFactory: (pools: PgPools) => pools.open(name, options) };
}
